import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { noteSilence } from '../../programme/matches/contact.ts'
import { endMatch } from '../../programme/matches/end-match.ts'
import { loadAttention } from '../../programme/coordinators/load-attention.ts'
import { loadMatch } from '../../programme/coordinators/load-match.ts'
import type { TrainingDay } from '../../payload-types.ts'
import { findAttendees, takePlace } from '../../programme/training/training.ts'
import { bootMentoring, type Mentoring, type Pair, START } from '../helpers/mentoring.ts'

let app: Mentoring
let pair: Pair
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())
beforeEach(async () => {
  vi.setSystemTime(START)
  await app.empty()
  app.postbox.messages.length = 0
  pair = await app.introduce({ name: 'Amina Yusuf' }, { name: 'Omar Idris' })
})

type Asker = 'comms' | 'coordinator' | undefined
const post = (name: string, body: object, as: Asker = 'coordinator') =>
  app.rest('POST', `/mentoring/${name}`, { as, body })
const attention = async () =>
  (await loadAttention(await app.reqAs('coordinator'), new Date())).rows.map(
    ({ kind, who }) => `${kind}: ${who}`,
  )
const overview = async () => (await loadMatch(await app.reqAs('coordinator'), pair.id))!

describe('the doors of coordinators', () => {
  it.each<Asker>(['comms', undefined])('are closed to %s', async (as) => {
    const body = { match: pair.id, note: 'Why', endsOn: '2026-12-01' }
    for (const name of ['another', 'contact', 'extend', 'end', 'seen', 'move', 'attendance']) {
      expect((await app.rest('POST', `/mentoring/${name}`, { as, body })).status, name).toBe(403)
    }
    expect((await app.rest('GET', '/mentoring/statistics.csv', { as })).status).toBe(403)
    expect((await app.match(pair)).status).toBe('introduced')
  })

  it.each([
    ['contact', {}, 400],
    ['contact', { note: '  ' }, 400],
    ['contact', { note: 'Why', state: 'agreed' }, 400],
    ['move', { note: 'Why', endsOn: 'tomorrow' }, 400],
    ['move', { note: 'Why', endsOn: '2026-02-31' }, 400],
    ['move', { note: 'Why' }, 400],
    ['move', { note: 'Why', endsOn: '2020-01-01' }, 400],
    ['extend', { note: 'Why' }, 409],
    ['seen', {}, 409],
    ['another', { note: 'Why', role: 'mentor', wantsAnother: true }, 409],
    ['another', { note: 'Why', role: 'comms', wantsAnother: true }, 400],
  ])('%s with %j is refused in words', async (name, body, status) => {
    const answer = await post(name, { match: pair.id, ...body })
    expect(answer.status).toBe(status)
    expect(answer.json.message).toMatch(/\w+ \w+/)
    expect((await app.match(pair)).status).toBe('introduced')
  })

  it('say of a match that is gone that it is', async () => {
    const gone = await post('contact', { match: 'gone', note: 'Why' })
    expect([gone.status, gone.json.message]).toEqual([404, 'This match is no longer on record.'])
  })
})

describe('on behalf of the two', () => {
  it('contact is noted, dates are moved and the match is ended, each with who and why', async () => {
    await post('contact', { match: pair.id, note: 'Omar rang' })
    await post('move', { match: pair.id, note: 'On leave', endsOn: '2027-04-01' })
    await post('end', { match: pair.id, note: 'Amina moves away' })
    const { choices, dates, state, steps } = await overview()
    // Nothing can be done with the match any more, but for asking the two whether they go on.
    const left = choices.filter(({ action }) => action !== 'another')
    expect({ left, state }).toEqual({ left: [], state: 'Ended early' })
    expect(dates).toContainEqual({ label: 'Ends', value: 'Thursday 1 April 2027' })
    expect(steps.map(({ by, note, what }) => `${what} (${by}): ${note}`).sort()).toEqual([
      'Dates moved (coordinator): On leave',
      'Ended early (coordinator): Amina moves away',
      'First contact made (coordinator): Omar rang',
      'Introduced (coordinator): undefined',
    ])
  })

  it('nothing is noted of a match that is over', async () => {
    await post('contact', { match: pair.id, note: 'Omar rang' })
    await post('end', { match: pair.id, note: 'Amina moves away' })
    const before = (await overview()).steps.length
    const answer = await post('contact', { match: pair.id, note: 'Omar rang' })
    expect([answer.status, answer.json.message]).toEqual([
      409,
      '“First contact made” is not possible: this match is in the state “Ended early”. It is over, so nothing more can be done with it.',
    ])
    expect((await overview()).steps).toHaveLength(before)
  })

  it('dates are offered as the UK day they are, just after midnight too', async () => {
    vi.setSystemTime('2026-05-01T23:30:00.000Z')
    pair = await app.introduce()
    const { dates, endsOn, firstContactDue } = await overview()
    expect(dates).toContainEqual({ label: 'Ends', value: 'Wednesday 2 September 2026' })
    expect({ endsOn, firstContactDue }).toEqual({
      endsOn: '2026-09-02',
      firstContactDue: '2026-05-09',
    })
  })

  it('a step that is not possible says what is', async () => {
    const answer = await post('extend', { match: pair.id, note: 'Both rang' })
    expect(answer.json.message).toContain('in the state “Introduced”. What can follow is')
  })
})

describe('the attention list', () => {
  it('is empty while everything goes its way', async () => {
    expect(await attention()).toEqual([])
  })

  it('has overdue contact, then what the mentee says, and neither once there is contact', async () => {
    app.travel(7, 10)
    expect(await attention()).toEqual(['overdue: Amina Yusuf and Omar Idris'])
    await app.with(pair, noteSilence)
    expect(await attention()).toEqual(['silence: Amina Yusuf and Omar Idris'])
    await post('contact', { match: pair.id, note: 'They met' })
    expect(await attention()).toEqual([])
  })

  it('has an exit with its word until it is seen, then who has not said whether they go on', async () => {
    await app.with(pair, (context) =>
      endMatch(context, { by: 'mentee' }, { goesOn: true, word: 'Too busy' }),
    )
    const [row] = (await loadAttention(await app.reqAs('coordinator'), new Date())).rows
    expect(row).toMatchObject({ kind: 'exit', word: 'Too busy' })
    expect((await post('seen', { match: pair.id })).status).toBe(200)
    expect(await attention()).toEqual([])
    app.travel(15)
    expect(await attention()).toEqual(['unanswered: Amina Yusuf and Omar Idris'])
    expect(await overview()).toMatchObject({ unanswered: ['mentor'] })
    const said = { match: pair.id, note: 'Amina rang', role: 'mentor', wantsAnother: true }
    expect((await post('another', said)).status).toBe(200)
    expect(await attention()).toEqual([])
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })
    expect((await overview()).steps[0]).toMatchObject({ by: 'coordinator', note: 'Amina rang' })
  })

  it('lets a coordinator write down the answer of somebody who has left or has another match', async () => {
    await app.with(pair, (context) => endMatch(context, { by: 'mentor' }, { goesOn: false }))
    await post('seen', { match: pair.id })
    await app.payload.update({
      collection: 'mentees',
      id: pair.mentee.id,
      data: { status: 'withdrawn' },
      overrideAccess: true,
    })
    const said = { match: pair.id, note: 'Gone', role: 'mentee' }
    expect((await post('another', { ...said, wantsAnother: true })).json.message).toBe(
      'They have left the programme, so they want no other match.',
    )
    expect((await post('another', { ...said, wantsAnother: false })).status).toBe(200)
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'withdrawn' })
    app.travel(15)
    expect(await attention()).toEqual([])
  })

  it('has emails that were refused or given up', async () => {
    await app.payload.db.updateOne({
      collection: 'mails',
      where: { to: { equals: pair.mentor.email } },
      data: { status: 'bounced' },
    })
    expect(await attention()).toEqual([
      `mail: “Meet your mentee: Omar Idris” to ${pair.mentor.email}`,
    ])
  })
})

it('the figures can be downloaded and opened in a spreadsheet', async () => {
  const { headers, text } = await app.rest('GET', '/mentoring/statistics.csv', {
    as: 'coordinator',
  })
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [heading, month] = text.replace('\uFEFF', '').split('\r\n')
  expect(heading).toContain('"Month of introduction","Introduced","Contact in time"')
  expect(month).toBe('"2026-10",1,0,0,0,0,0,0')
})

describe('a training day', () => {
  const plan = () =>
    app.payload.create({
      collection: 'training-days',
      data: { title: 'Day', startsAt: '2026-11-20T09:30:00.000Z', place: 'Leeds', places: 5 },
      overrideAccess: true,
    })
  const take = async (day: string) => {
    const req = await app.reqAs('admin')
    await takePlace(req, pair.mentor, day)
    return (await findAttendees(req, day))[0]!
  }
  const attendees = async (day: string) => findAttendees(await app.reqAs('admin'), day)

  it('has a list of who comes, on which one notes who came', async () => {
    const day = await plan()
    const { place } = await take(day.id)
    expect((await post('attendance', { place, hasAttended: true })).status).toBe(200)
    expect((await attendees(day.id))[0]).toMatchObject({ hasAttended: true })
    expect((await post('attendance', { place: 'gone', hasAttended: true })).status).toBe(404)
    const address = `/mentoring/places.csv?day=${day.id}`
    expect((await app.rest('GET', address, { as: 'comms' })).status).toBe(403)
    const { text } = await app.rest('GET', address, { as: 'coordinator' })
    expect(text).toContain(`"${pair.mentor.name}","${pair.mentor.email}","Yes"`)
  })

  it('a coordinator gives a place back for a mentor', async () => {
    const day = await plan()
    const { place } = await take(day.id)
    expect((await post('give-back', { place })).status).toBe(200)
    expect(await attendees(day.id)).toEqual([])
    expect((await post('give-back', { place })).status).toBe(404)
  })

  it('that is moved or called off is told to whoever has a place, in UK time', async () => {
    const day = await plan()
    await take(day.id)
    await app.tick()
    app.postbox.messages.length = 0
    const update = (data: Partial<TrainingDay>) =>
      app.payload.update({
        collection: 'training-days',
        id: day.id,
        data,
        overrideAccess: true,
      })
    await update({ places: 6 })
    await app.tick()
    expect(app.postbox.messages).toEqual([])
    await update({ startsAt: '2027-06-01T08:30:00.000Z' })
    await app.tick()
    const moved = app.postbox.messages.at(-1)!
    expect(moved.to).toBe(pair.mentor.email)
    expect(moved.mail.text).toContain('Tuesday 1 June 2027, 9:30am')

    await app.payload.delete({ collection: 'training-days', id: day.id, overrideAccess: true })
    await app.tick()
    expect(app.inbox(pair.mentor).at(-1)).toMatch(/does not take place/)
    expect(await attendees(day.id)).toEqual([])
  })
})
