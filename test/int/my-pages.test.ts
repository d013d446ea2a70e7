import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { endMatch } from '../../programme/matches/end-match.ts'
import type { Mentee } from '../../payload-types.ts'
import type { Role } from '../../programme/clock/facts.ts'
import type { Answer } from '../helpers/boot.ts'
import { codeIn, hiddenInputs, pathIn } from '../helpers/links.ts'
import { bootMentoring, type Mentoring, type Pair, START } from '../helpers/mentoring.ts'
import { createMentee, createMentor, mentorForm } from '../helpers/people.ts'
import { openBrowser } from '../helpers/visitor.ts'

let app: Mentoring
let rest: Mentoring['rest']
beforeAll(async () => {
  app = await bootMentoring()
  rest = app.rest
})
afterAll(() => app.shutDown())

let pair: Pair
/** Paths of the personal pages, from the introductions. */
let page: Record<Role, string>
beforeEach(async () => {
  vi.setSystemTime(START)
  await app.empty()
  app.rest = openBrowser(rest)
  app.postbox.messages.length = 0
  pair = await app.introduce({ name: 'Amina Yusuf' }, { name: 'Omar Idris' })
  await app.tick()
  page = { mentor: pathIn(mailTo('mentor')), mentee: pathIn(mailTo('mentee')) }
})

const mailTo = (role: Role, subject = /./) => {
  const { email } = pair[role]
  return app.postbox.messages.findLast((m) => m.to === email && subject.test(m.mail.subject!))!.mail
}

/** A page below somebody's own, about their match. */
const below = (path: string, name: string, match: string | undefined = pair.id) =>
  `${path.replace('/my?', `/my/${name}?`)}${match ? `&match=${match}` : ''}`

/** Opens a page and sends its form back with answers, as a browser does. */
const answer = async (path: string, answers: Record<string, string | string[]> = {}) => {
  const shown = await app.rest('GET', path)
  expect(shown.status, shown.text).toBe(200)
  return app.rest('POST', path.split('?')[0]!, {
    form: { ...hiddenInputs(shown.text), ...answers },
  })
}
/** Answers a form that asks for a mailed code before it does anything, and enters the code. */
const answerWithCode = async (role: Role, name: string, answers: Record<string, string> = {}) => {
  const path = below(page[role], name, undefined)
  const asked = await answer(path, answers)
  expect(asked.status, asked.text).toBe(200)
  await app.tick()
  const code = codeIn(mailTo(role, /^Your code/))
  return app.rest('POST', path.split('?')[0]!, { form: { ...hiddenInputs(asked.text), code } })
}
const doneIs = ({ headers, status, text }: Answer, done: string) => {
  expect(status, text).toBe(303)
  expect(headers.get('location')).toContain(`done=${done}`)
}
/** What a page says has happened and comes. */
const momentsOf = (html: string) =>
  [...html.matchAll(/__label">([^<]*)<\/p>\s*<p class="app-timeline__when">([^<]*)</g)].map(
    ([, label, when]) => `${label}|${when}`,
  )
const status = async () => (await app.match(pair)).status

const TERMS = {
  howOften: 'Once a fortnight',
  howLong: '45 minutes',
  howToMeet: 'In the canteen',
  topics: 'Exams',
  confidentiality: 'Between us',
}

describe('the personal page', () => {
  it('says where the match stands, how to reach the other, and what to do next', async () => {
    doneIs(await answerWithCode('mentor', 'contact-details'), 'known')
    const { headers, text } = await app.rest('GET', page.mentor)
    expect(text).toContain('Your mentee: Omar Idris')
    expect(text).toContain(`mailto:${pair.mentee.email}`)
    expect(text).toContain('by <strong>Tuesday 27 October 2026</strong>')
    expect(text).toContain('I have written')
    // One next step with its one button, why they were matched, and what has happened and what comes.
    expect(text.match(/class="nhsuk-button"/g)).toHaveLength(1)
    expect(text).toContain('Why we matched you')
    expect(momentsOf(text)).toEqual([
      'You signed up|Done: Tuesday 20 October 2026',
      'You confirmed your email address|Done: Thursday 1 January 2026',
      'We introduced you to Omar Idris|Done: Tuesday 20 October 2026',
      'You write to Omar Idris|Now: by Tuesday 27 October 2026',
      'Fill in the mentoring agreement together, and both sign it|To come',
      'Meet face to face at least once|To come',
      'Your mentoring with Omar Idris ends|To come: Saturday 20 February 2027',
    ])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  it('gives its dates to a calendar, and of the other person the name alone', async () => {
    const [, visit] = /dates\.ics\?visit=([\w-]+)/.exec((await app.rest('GET', page.mentor)).text)!
    const file = await app.rest('GET', `/my/dates.ics?visit=${visit}`)
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ])
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file.text).toContain('SUMMARY:Write to Omar Idris by today')
    expect(file.text).toContain('DTSTART;VALUE=DATE:20261027')
    expect(file.text).toContain('SUMMARY:Your match with Omar Idris ends')
    expect(file.text).not.toContain(pair.mentee.email)
    expect((await app.rest('GET', '/my/dates.ics?visit=none')).status).not.toBe(200)
  })

  it('has resources and the way to the group', async () => {
    const { text } = await app.rest('GET', page.mentee)
    expect(text).toContain('href="/resources/"')
    expect(text).toContain('Join the group: Facebook group for mentors and mentees')
    expect(text).toContain('Please share nothing there about your own mentor')
  })

  it('is opened by a secret that the database does not hold', async () => {
    const token = page.mentor.split('token=')[1]!
    for (const { slug } of app.payload.config.collections) {
      const { docs } = await app.payload.db.find({ collection: slug, pagination: false, where: {} })
      expect(JSON.stringify(docs), slug).not.toContain(token)
    }
  })

  it('is not guessed at without end by one visitor, and still opens for whoever is behind the same address', async () => {
    const headers = { 'x-client-address': '192.0.2.7' }
    const open = () => app.rest('GET', '/my/data.json', { headers })
    for (let uses = 0; uses < 120; uses += 1) expect((await open()).status).toBe(404)
    const last = await open()
    expect(last.status).toBe(429)
    expect(last.text).toContain('Too many tries')
    expect((await app.rest('GET', page.mentor, { headers })).status).toBe(200)
  })

  it('says so to somebody who waits', async () => {
    await app.rest('POST', '/my/link', { form: { email: (await createMentee(app.payload)).email } })
    await app.tick()
    const { mail } = app.postbox.messages.at(-1)!
    expect((await app.rest('GET', pathIn(mail))).text).toContain(
      'You are on the waiting list. Your place counts from',
    )
  })

  it('opens with the link of its owner only', async () => {
    expect((await app.rest('GET', '/my')).status).toBe(404)
    expect((await app.rest('GET', `/my?token=${'a'.repeat(43)}`)).status).toBe(404)
    const other = await createMentor(app.payload)
    expect((await app.rest('GET', page.mentor)).text).not.toContain(other.email)
  })

  it('is not told anything by opening links: all of them only show', async () => {
    const everything = async () => {
      const rows: Record<string, unknown> = {}
      for (const { slug } of app.payload.config.collections) {
        // Links that do not exist are counted; that somebody is here is kept, and nothing else.
        if (['limits', 'payload-preferences', 'visits'].includes(slug)) continue
        const { docs } = await app.payload.db.find({
          collection: slug,
          pagination: false,
          where: {},
          sort: 'id',
        })
        rows[slug] = docs
      }
      return JSON.stringify(rows)
    }
    const before = await everything()
    const names = ['contact', 'meeting', 'agreement', 'leave', 'extension', 'sign', 'survey']
    const own = [
      'details',
      'withdraw',
      'break',
      'back',
      'stop-reminders',
      'training',
      'erase',
      'data',
    ]
    for (const path of [page.mentor, page.mentee]) {
      for (const name of names) await app.rest('GET', below(path, name))
      for (const name of own) await app.rest('GET', below(path, name, undefined))
      await app.rest('GET', path)
    }
    expect(await everything()).toBe(before)
  })
})

describe('first contact', () => {
  it('is noted by the mentor with one click and a confirmation', async () => {
    doneIs(await answer(below(page.mentor, 'contact')), 'contact')
    expect(await status()).toBe('inContact')
    expect((await app.rest('GET', `${page.mentor}&done=contact`)).text).toContain(
      'we have noted that you are in contact',
    )
  })

  it('is noted by the mentee, or its absence', async () => {
    doneIs(await answer(below(page.mentee, 'contact'), { answer: 'nothing' }), 'silence')
    expect(await status()).toBe('introduced')
    expect((await app.match(pair)).heardNothingAt).toBeTruthy()
    doneIs(await answer(below(page.mentee, 'contact'), { answer: 'heard' }), 'contact')
    expect(await status()).toBe('inContact')
  })

  it('needs an answer', async () => {
    const answered = await answer(below(page.mentee, 'contact'))
    expect(answered.status).toBe(422)
    expect(answered.text).toContain('Choose whether you have heard from your mentor')
    expect(await status()).toBe('introduced')
  })

  it('by the link of a reminder does this and nothing else', async () => {
    app.travel(3)
    await app.tick()
    const reminder = pathIn(mailTo('mentor', /Have you written/), 'contact')
    const token = reminder.split('=')[1]!
    expect((await app.rest('GET', `/my?token=${token}`)).status).toBe(404)
    expect((await app.rest('GET', `/my/leave?token=${token}&match=${pair.id}`)).status).toBe(404)
    doneIs(await answer(reminder), 'contact')
    expect(await status()).toBe('inContact')
  })
})

describe('a form', () => {
  it('that is sent twice does it once, and says where things stand', async () => {
    const path = below(page.mentee, 'contact')
    const { text } = await app.rest('GET', path)
    const form = { ...hiddenInputs(text), answer: 'nothing' }
    expect((await app.rest('POST', '/my/contact', { form })).status).toBe(303)
    const again = await app.rest('POST', '/my/contact', { form })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Something has changed since you opened this page')
  })

  it('keeps what was typed when something has changed meanwhile', async () => {
    const { text } = await app.rest('GET', below(page.mentee, 'agreement'))
    await answer(below(page.mentor, 'contact'))
    const form = { ...hiddenInputs(text), ...TERMS }
    const late = await app.rest('POST', '/my/agreement', { form })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Once a fortnight')
    doneIs(
      await app.rest('POST', '/my/agreement', { form: { ...hiddenInputs(late.text), ...TERMS } }),
      'agreement',
    )
  })

  it('of one page does nothing on another, nor without its seal', async () => {
    const hidden = hiddenInputs((await app.rest('GET', below(page.mentor, 'contact'))).text)
    const form = { ...hidden, goesOn: 'no' }
    expect((await app.rest('POST', '/my/leave', { form })).status).toBe(409)
    const { seal: _seal, ...unsealed } = hidden
    expect((await app.rest('POST', '/my/contact', { form: unsealed })).status).toBe(409)
    expect(await status()).toBe('introduced')
  })

  it('can’t act for a match of other people', async () => {
    const other = await app.introduce()
    expect((await app.rest('GET', below(page.mentor, 'leave', other.id))).status).toBe(404)
    const hidden = hiddenInputs((await app.rest('GET', below(page.mentor, 'leave'))).text)
    const form = { ...hidden, match: other.id, goesOn: 'no' }
    expect((await app.rest('POST', '/my/leave', { form })).status).toBe(404)
    expect((await app.match(other)).status).toBe('introduced')
  })

  it('with a question that the page does not have is refused', async () => {
    const sent = await answer(below(page.mentor, 'contact'), { status: 'agreed' })
    expect(sent.status).toBe(400)
    expect(await status()).toBe('introduced')
  })
})

describe('the agreement', () => {
  it('is filled in by one, signed by the other, and can be printed', async () => {
    doneIs(await answer(below(page.mentee, 'agreement'), TERMS), 'agreement')
    expect((await app.rest('GET', below(page.mentor, 'agreement/print'))).status).toBe(404)
    doneIs(await answer(below(page.mentor, 'sign'), { version: '1' }), 'signed')
    expect(await status()).toBe('agreed')
    const printed = await app.rest('GET', below(page.mentor, 'agreement/print'))
    expect(printed.text).toContain('Once a fortnight')
    expect(printed.text).toContain('Signed on Tuesday 20 October 2026')
  })

  it('is not changed over and over: the other gets an email each time', async () => {
    for (let version = 1; version <= 5; version += 1) {
      doneIs(await answer(below(page.mentee, 'agreement'), TERMS), 'agreement')
    }
    const sixth = await answer(below(page.mentee, 'agreement'), TERMS)
    expect(sixth.status).toBe(409)
    expect(sixth.text).toContain('changed many times today')
    app.travel(1)
    doneIs(await answer(below(page.mentee, 'agreement'), TERMS), 'agreement')
  })

  it('asks again for what is missing, with what was typed', async () => {
    const sent = await answer(below(page.mentee, 'agreement'), { ...TERMS, howLong: '' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Enter how long each meeting will be')
    expect(sent.text).toContain('Once a fortnight')
  })
})

it('a meeting is noted with its date and taken back', async () => {
  app.travel(3)
  const on = { 'on-day': '22', 'on-month': '10', 'on-year': '2026' }
  const wrong = { ...on, 'on-day': '31', 'on-month': '11' }
  expect((await answer(below(page.mentor, 'meeting'), { ...wrong, way: 'online' })).status).toBe(
    422,
  )
  const early = await answer(below(page.mentor, 'meeting'), { ...on, 'on-day': '2', way: 'online' })
  expect(early.status).toBe(400)
  expect(early.text).toContain('before you were introduced')
  doneIs(await answer(below(page.mentor, 'meeting'), { ...on, way: 'faceToFace' }), 'meeting')
  expect((await app.rest('GET', page.mentee)).text).toContain(
    'Thursday 22 October 2026, face to face',
  )
  const { docs } = await app.payload.find({ collection: 'meetings', overrideAccess: true })
  doneIs(
    await answer(below(page.mentee, 'remove-meeting'), { meeting: docs[0]!.id }),
    'meetingRemoved',
  )
  const { text } = await app.rest('GET', page.mentee)
  expect(text).not.toContain('22 October 2026, face to face')
  expect(momentsOf(text)).toContain('Meet face to face at least once|Now')
})

it('an extension is asked for by one and answered by the other, by the link in their mail', async () => {
  await answer(below(page.mentee, 'agreement'), TERMS)
  await answer(below(page.mentor, 'sign'), { version: '1' })
  doneIs(await answer(below(page.mentor, 'extension')), 'extensionAsked')
  await app.tick()
  const asked = pathIn(mailTo('mentee', /would like to go on/), 'extension')
  doneIs(await answer(asked, { answer: 'yes' }), 'extended')
  expect(await status()).toBe('extended')
})

it('the short survey at the end is answered by the link in the thanks, and can be changed', async () => {
  await answer(below(page.mentor, 'contact'))
  app.travel(124)
  await app.tick()
  const link = pathIn(mailTo('mentee', /Thank you for taking part/), 'survey')
  doneIs(await answer(link, { helpful: 'very' }), 'survey')
  doneIs(await answer(link, { helpful: 'quite', wouldMentor: 'later' }), 'survey')
  const { docs } = await app.payload.find({ collection: 'surveys', overrideAccess: true })
  expect(docs).toMatchObject([
    { role: 'mentee', helpful: 'quite', stillInContact: null, wouldMentor: 'later' },
  ])
  expect((await app.rest('GET', '/surveys', { as: 'comms' })).status).toBe(403)
})

it('leaving asks no reason and whether one wants another match; so is the other by mail', async () => {
  expect((await answer(below(page.mentee, 'leave'))).text).toContain(
    'Choose whether you would like another match',
  )
  doneIs(await answer(below(page.mentee, 'leave'), { goesOn: 'yes', word: 'A word' }), 'left')
  expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'waiting' })
  const own = await app.rest('GET', page.mentor)
  expect(own.text).not.toContain('A word')
  expect(own.text).not.toContain(pair.mentee.email)
  await app.tick()
  const asked = pathIn(mailTo('mentor', /has ended/), 'another-match')
  doneIs(await answer(asked, { goesOn: 'yes' }), 'goesOn')
  expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })
})

describe('one’s own record', () => {
  it('can be changed with the questions of the sign-up form, but not the address', async () => {
    const path = below(page.mentor, 'details', undefined)
    expect((await app.rest('GET', path)).text).toContain('value="Amina Yusuf"')
    const { consent: _consent, email: _email, ...form } = mentorForm({ name: 'Amina Y' })
    doneIs(await answer(path, { ...form, takesMentees: 'false', capacity: '3' }), 'details')
    expect(await app.personOf(pair, 'mentor')).toMatchObject({
      name: 'Amina Y',
      takesMentees: false,
      capacity: 3,
      email: pair.mentor.email,
    })
    expect((await answer(path, { ...form, email: 'new@example.org' })).status).toBe(400)
    expect((await answer(path, { ...form, name: '' })).text).toContain('Enter your full name')
  })

  it('takes a break and comes back: a mentor with their mentee, a mentee with their place', async () => {
    doneIs(await answer(below(page.mentor, 'break', undefined)), 'paused')
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: false })
    expect((await app.match(pair)).status).toBe('introduced')
    expect((await app.rest('GET', below(page.mentor, 'break', undefined))).status).toBe(409)
    doneIs(await answer(below(page.mentor, 'back', undefined)), 'back')
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })

    // Whoever has a mentor waits for none.
    expect((await app.rest('GET', below(page.mentee, 'break', undefined))).status).toBe(409)
    const waitingSince = '2026-09-01T09:00:00.000Z'
    await app.with(pair, (context) => endMatch(context, { by: 'mentee' }, { goesOn: true }))
    await app.payload.update({
      collection: 'mentees',
      id: pair.mentee.id,
      data: { waitingSince },
      overrideAccess: true,
    })
    doneIs(await answer(below(page.mentee, 'break', undefined)), 'paused')
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'resting' })
    doneIs(await answer(below(page.mentee, 'back', undefined)), 'back')
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'waiting', waitingSince })
  })

  it('of a mentor with a mentee can’t be withdrawn in the admin, past the mentee', async () => {
    const withdraw = () =>
      app.rest('PATCH', `/mentors/${pair.mentor.id}`, {
        as: 'coordinator',
        body: { status: 'withdrawn' },
      })
    const refused = await withdraw()
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('This mentor has a mentee. End the match on its page first.')
    await app.with(pair, (context) => endMatch(context, { by: 'mentor' }, { goesOn: false }))
    expect((await withdraw()).status).toBe(200)
  })

  it('of a mentor with a mentee takes a break and comes back on the page', async () => {
    doneIs(await answer(below(page.mentor, 'break', undefined)), 'paused')
    expect((await app.rest('GET', page.mentor)).text).toContain('Take new mentees again')
    doneIs(await answer(below(page.mentor, 'back', undefined)), 'back')
    expect((await app.rest('GET', page.mentor)).text).not.toContain('Take new mentees again')
  })

  it.each([
    ['back', {}, 'yes'],
    ['withdraw', {}, 'no'],
  ])('answers by “%s” whether its owner wants another match', async (name, form, said) => {
    await app.with(pair, (context) => endMatch(context, { by: 'mentor' }))
    for (const role of ['mentor', 'mentee'] as const) {
      await answer(below(page[role], name, undefined), form)
    }
    expect(await app.match(pair)).toMatchObject({ mentorGoesOn: said, menteeGoesOn: said })
  })

  it('leaves the programme, and comes back', async () => {
    const path = below(page.mentee, 'withdraw', undefined)
    await app.with(pair, (context) => endMatch(context, { by: 'mentee' }, { goesOn: true }))
    doneIs(await answer(path), 'withdrawn')
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'withdrawn' })
    app.travel(5)
    doneIs(await answer(below(page.mentee, 'back', undefined)), 'back')
    expect(await app.personOf(pair, 'mentee')).toMatchObject({
      status: 'waiting',
      waitingSince: '2026-10-25T10:00:00.000Z',
    })
  })

  it.each(['mentor', 'mentee'] as const)(
    'of a %s who leaves with a match: it ends on the same page, in neutral words',
    async (role) => {
      const other = role === 'mentor' ? 'mentee' : 'mentor'
      const path = below(page[role], 'withdraw', undefined)
      expect((await app.rest('GET', path)).text).toContain(
        `Your match ends too. We tell your ${other} in neutral words`,
      )
      doneIs(await answer(path, { word: 'I move to Wales' }), 'withdrawnFromMatch')
      expect(await app.personOf(pair, role)).toMatchObject({ status: 'withdrawn' })
      expect(await app.match(pair)).toMatchObject({
        status: 'endedEarly',
        exitWord: 'I move to Wales',
        [`${role}GoesOn`]: 'no',
        [`${other}GoesOn`]: 'asked',
      })
      await app.tick()
      const told = mailTo(other, /has ended/)
      expect(told.text).not.toContain('Wales')
      expect(mailTo(role).subject).not.toMatch(/has ended/)
      // Nothing of it is left that could be ended once more.
      expect((await app.rest('GET', path)).status).toBe(409)
    },
  )

  it('ends no match that the page did not speak of', async () => {
    const { matchByHand } = await import('../../plugins/matching/operations/introduce.ts')
    const { optionsFor } = await import('../../plugins/matching/options-for.ts')
    const { payload } = app
    const mentor = pair.mentor.id
    await payload.update({
      collection: 'mentors',
      id: mentor,
      data: { capacity: 2 },
      overrideAccess: true,
    })
    const path = below(page.mentor, 'withdraw', undefined)
    const shown = await app.rest('GET', path)
    const mentee = (await createMentee(payload, { name: 'Zeinab Ali' })).id
    const req = await app.reqAs('coordinator')
    await matchByHand(req, await optionsFor(req), { mentee, mentor })
    const { status } = await app.rest('POST', path.split('?')[0]!, {
      form: hiddenInputs(shown.text),
    })
    expect(status).toBe(409)
  })

  it('is shown whole and can be downloaded', async () => {
    await answer(below(page.mentee, 'agreement'), TERMS)
    const { text } = await app.rest('GET', below(page.mentee, 'data', undefined))
    for (const part of [
      'Omar Idris',
      'Match with Amina Yusuf',
      'Once a fortnight',
      'Meet your mentor',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain(pair.mentor.email)
    expect(text).toContain('Matched')
    // A question that was left out has no row.
    expect(text).not.toContain('null')
    const file = await app.rest('GET', below(page.mentee, 'data.json', undefined))
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(file.json[0].title).toBe('Your answers')
  })

  it('has the word its owner left for the central team, and not the other’s', async () => {
    await answer(below(page.mentee, 'leave'), { goesOn: 'no', word: 'A word for you' })
    const data = async (role: Role) =>
      (await app.rest('GET', below(page[role], 'data', undefined))).text
    expect(await data('mentee')).toContain('A word for you')
    expect(await data('mentee')).toContain('Tuesday 20 October 2026: Ended early')
    expect(await data('mentor')).not.toContain('A word for you')
    expect(await data('mentor')).not.toContain('2026: Ended early')
  })

  it.each<Role>(['mentor', 'mentee'])(
    'of a %s leaves nothing of a match behind, whatever had become of it',
    async (role) => {
      await answer(below(page.mentee, 'agreement'), TERMS)
      await answer(below(page.mentor, 'sign'), { version: '1' })
      const on = { 'on-day': '20', 'on-month': '10', 'on-year': '2026' }
      await answer(below(page.mentor, 'meeting'), { ...on, way: 'online' })
      await answer(below(page.mentee, 'leave'), { goesOn: 'yes', word: 'A word for you' })
      await app.tick()
      const person = pair[role]
      await answerWithCode(role, 'erase', { sure: 'yes' })
      await app.tick()
      for (const { slug } of app.payload.config.collections) {
        const { docs } = await app.payload.db.find({
          collection: slug,
          pagination: false,
          where: {},
        })
        const rows = JSON.stringify(docs)
        for (const value of [person.id, person.email, person.name, pair.id, 'A word for you']) {
          expect(rows, `${slug} holds ${value}`).not.toContain(value)
        }
      }
    },
  )

  it.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))(
    'is told, before and after, of a copy from before an upgrade that still exists',
    async () => {
      const folder = path.join(app.dataDir, 'before-upgrade')
      await mkdir(folder)
      await writeFile(path.join(folder, 'test-initial.db'), '')
      await utimes(path.join(folder, 'test-initial.db'), START, START)
      try {
        const says = 'Your data is in it until Tuesday 3 November 2026; then the copy is deleted.'
        const erase = below(page.mentee, 'erase', undefined)
        expect((await app.rest('GET', erase)).text).toContain(says)
        expect((await answerWithCode('mentee', 'erase', { sure: 'yes' })).text).toContain(says)
      } finally {
        await rm(folder, { recursive: true })
      }
      const other = await app.rest('GET', below(page.mentor, 'erase', undefined))
      expect(other.text).not.toContain('until')
    },
  )

  it('is erased with everything about it; the other hears of the end', async () => {
    await answer(below(page.mentee, 'agreement'), TERMS)
    const path = below(page.mentee, 'erase', undefined)
    expect((await answer(path)).status).toBe(422)
    const erased = await answerWithCode('mentee', 'erase', { sure: 'yes' })
    expect(erased.status).toBe(200)
    expect(erased.text).toContain('Your data is erased')
    expect((await app.rest('GET', page.mentee)).status).toBe(404)
    for (const { slug } of app.payload.config.collections) {
      const { docs } = await app.payload.db.find({ collection: slug, pagination: false, where: {} })
      for (const value of [pair.mentee.id, pair.mentee.email]) {
        expect(JSON.stringify(docs), `${slug} holds ${value}`).not.toContain(value)
      }
    }
    await app.tick()
    // The other comes back with one click, when they want to.
    const left = pathIn(mailTo('mentor', /has ended/))
    doneIs(await answer(below(left, 'back', undefined)), 'back')
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })
  })

  it('gets no more reminders when its owner says so, by page or by mail program', async () => {
    app.travel(3)
    await app.tick()
    const stop = pathIn(mailTo('mentor', /Have you written/), 'stop-reminders')
    const oneClick = { form: { 'List-Unsubscribe': 'One-Click' } }
    expect((await app.rest('POST', stop, oneClick)).status).toBe(204)
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ wantsNoReminders: true })
    expect((await app.rest('POST', stop, oneClick)).status).toBe(204)
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ wantsNoReminders: true })
    const byPage = below(page.mentor, 'stop-reminders', undefined)
    expect((await app.rest('POST', byPage, oneClick)).status).toBe(400)
    doneIs(await answer(byPage), 'reminders')
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ wantsNoReminders: false })
  })
})

it('reminders are stopped by mail programs that post as RFC 8058 recommends', async () => {
  app.travel(3)
  await app.tick()
  const stop = pathIn(mailTo('mentor', /Have you written/), 'stop-reminders')
  const post = (name: string, path = stop) =>
    app.rest('POST', path, {
      body: `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nOne-Click\r\n--part--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=part' },
    })
  expect((await post('seal')).status).toBe(415)
  expect((await post('List-Unsubscribe', below(page.mentor, 'erase', undefined))).status).toBe(400)
  expect(await app.personOf(pair, 'mentor')).toMatchObject({ wantsNoReminders: false })
  expect((await post('List-Unsubscribe')).status).toBe(204)
  expect(await app.personOf(pair, 'mentor')).toMatchObject({ wantsNoReminders: true })
})

describe('a training day', () => {
  const plan = () =>
    app.payload.create({
      collection: 'training-days',
      data: {
        title: 'Mentor training',
        startsAt: '2026-11-20T09:00:00.000Z',
        place: 'Leeds',
        places: 1,
      },
      overrideAccess: true,
    })

  it('is given once to whoever sends the form twice, one after the other or at one moment', async () => {
    const { id } = await plan()
    const path = below(page.mentor, 'training', undefined)
    const form = { ...hiddenInputs((await app.rest('GET', path)).text), day: id }
    const send = () => app.rest('POST', '/my/training', { form })
    await Promise.all([send(), send()])
    const late = await send()
    expect(late.status).toBe(409)
    expect(late.text).toContain('You have a place. Choose this day to give it back.')
    const { totalDocs } = await app.payload.count({
      collection: 'training-places',
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })

  it('gives its last place once, and again when it was given back', async () => {
    const { id } = await plan()
    const second = await app.introduce()
    await app.tick()
    const theirs = pathIn(
      app.postbox.messages.findLast(({ to }) => to === second.mentor.email)!.mail,
    )
    const path = below(page.mentor, 'training', undefined)
    expect((await app.rest('GET', page.mentor)).text).toContain('Training days for mentors')
    expect((await app.rest('GET', page.mentee)).text).not.toContain('Training days for mentors')
    doneIs(await answer(path, { day: id }), 'training')
    await app.tick()
    expect(app.inbox(pair.mentor)).toContain(
      'Your place: Mentor training, Friday 20 November 2026, 9:00am',
    )
    const full = await answer(below(theirs, 'training', undefined), { day: id })
    expect(full.status).toBe(409)
    expect(full.text).toContain('All places on this training day are taken')
    const own = await app.payload.find({
      collection: 'training-places',
      where: { mentor: { equals: pair.mentor.id } },
      overrideAccess: true,
    })
    doneIs(await answer(path, { day: own.docs[0]!.id }), 'trainingLeft')
    doneIs(await answer(below(theirs, 'training', undefined), { day: id }), 'training')
  })
})

describe('whoever is mentor and mentee', () => {
  /** The mentor of the match, as they have signed up on the other side. */
  const alsoMentee = (changes: Partial<Mentee> = {}) =>
    createMentee(app.payload, { name: 'Amina Yusuf', email: pair.mentor.email, ...changes })
  const ofOther = 'Go to your page as a mentee'
  const links = () => app.inbox(pair.mentor).filter((subject) => subject.startsWith('Your link'))

  it('gets the link of one page from the other, by mail, and back', async () => {
    await alsoMentee()
    const shown = await app.rest('GET', page.mentor)
    expect(shown.text).toContain(ofOther)
    const asked = await app.rest('GET', below(page.mentor, 'other-page', undefined))
    // What the other page says is not here.
    expect(asked.text).not.toMatch(/waiting list|token=/)
    expect(links()).toEqual([])
    doneIs(await answer(below(page.mentor, 'other-page', undefined)), 'otherPage')
    await app.tick()
    const link = pathIn(mailTo('mentor', /^Your link/))
    const other = await app.rest('GET', link)
    expect(other.text).toContain('You are on the waiting list.')
    expect(other.text).toContain('Go to your page as a mentor')
    doneIs(await answer(below(link, 'other-page', undefined)), 'otherPage')
    await app.tick()
    expect((await app.rest('GET', pathIn(mailTo('mentor', /^Your link/)))).text).toContain(
      'Your mentee: Omar Idris',
    )
  })

  it('is sent three in an hour at most, and told so', async () => {
    await alsoMentee()
    const ask = () => answer(below(page.mentor, 'other-page', undefined))
    for (let times = 0; times < 3; times += 1) doneIs(await ask(), 'otherPage')
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(refused.text).toContain('as many links as we send in an hour')
    await app.tick()
    expect(links()).toHaveLength(3)
  })

  it.each([
    ['the other sign-up is not confirmed', { status: 'unconfirmed' }],
    ['the other one has another address', { email: 'amina.two@example.org' }],
  ] as const)('has no such way while %s', async (_what, changes) => {
    await alsoMentee(changes)
    expect((await app.rest('GET', page.mentor)).text).not.toContain(ofOther)
    const asked = await app.rest('GET', below(page.mentor, 'other-page', undefined))
    expect([asked.status, asked.text.includes('This is the only page you have')]).toEqual([
      404,
      true,
    ])
  })

  it('is not sent one by the link of a single question', async () => {
    await alsoMentee()
    app.travel(7)
    await app.tick()
    const reminder = pathIn(mailTo('mentor'), 'contact')
    const path = `/my/other-page?${reminder.split('?')[1]}`
    expect((await app.rest('GET', path)).status).toBe(404)
  })
})

describe('a new link', () => {
  it('comes by email, and nobody learns whether an address is known', async () => {
    const known = await app.rest('POST', '/my/link', { form: { email: pair.mentor.email } })
    const unknown = await app.rest('POST', '/my/link', { form: { email: 'no.one@example.org' } })
    expect([known.status, known.headers.get('location')]).toEqual([303, '/my/link/?sent=yes'])
    expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/my/link/?sent=yes'])
    await app.tick()
    const link = pathIn(mailTo('mentor', /Your link/))
    expect((await app.rest('GET', link)).text).toContain('Your mentee: Omar Idris')
    expect(app.postbox.messages.some(({ to }) => to === 'no.one@example.org')).toBe(false)
  })

  it('is sent three times an hour, and not before the address is confirmed', async () => {
    const ask = ({ email }: { email: string }) => app.rest('POST', '/my/link', { form: { email } })
    const waiting = await createMentee(app.payload)
    for (let times = 0; times < 5; times += 1) expect((await ask(waiting)).status).toBe(303)
    const stranger = await createMentee(app.payload, { status: 'unconfirmed' })
    expect((await ask(stranger)).status).toBe(303)
    await app.tick()
    expect(app.inbox(waiting)).toHaveLength(3)
    // Before that it is the link that confirms which comes, not one to the page.
    expect(app.inbox(stranger)).toEqual(['Confirm your sign-up to the peer mentor programme'])
  })

  it('replaces one that has expired, at the address it was sent to', async () => {
    app.travel(70)
    const expired = await app.rest('GET', page.mentor)
    expect(expired.status).toBe(410)
    expect(expired.text).toContain('This link no longer works')
    expect(expired.text).not.toContain('Omar')
    const form = hiddenInputs(expired.text)
    expect((await app.rest('POST', '/my/renew', { form })).status).toBe(303)
    await app.tick()
    expect((await app.rest('GET', pathIn(mailTo('mentor', /Your link/)))).status).toBe(200)
  })

  it('is needed once a coordinator has corrected an address: the old one opens nothing', async () => {
    const correct = async (email: string) =>
      app.rest('PATCH', `/mentors/${pair.mentor.id}`, { as: 'coordinator', body: { email } })
    expect((await correct('amina.new@example.org')).status).toBe(200)
    const old = await app.rest('GET', page.mentor)
    expect(old.status).toBe(410)
    expect(old.text).not.toContain('Omar')
    expect((await app.rest('GET', page.mentee)).status).toBe(200)
    const asked = await app.rest('POST', '/my/link', { form: { email: 'amina.new@example.org' } })
    expect(asked.status).toBe(303)
    await app.tick()
    expect((await app.rest('GET', pathIn(app.postbox.messages.at(-1)!.mail))).status).toBe(200)
  })

  it('in an email that never arrived still works when that is sent to the corrected address', async () => {
    await app.payload.db.updateOne({
      collection: 'mails',
      where: { to: { equals: pair.mentor.email } },
      data: { status: 'bounced' },
    })
    const body = { email: 'amina.new@example.org' }
    await app.rest('PATCH', `/mentors/${pair.mentor.id}`, { as: 'coordinator', body })
    const { docs } = await app.payload.find({
      collection: 'mails',
      where: { status: { equals: 'bounced' } },
      overrideAccess: true,
    })
    await app.rest('POST', `/mails/${docs[0]!.id}/send-again`, { as: 'coordinator' })
    await app.tick()
    const { mail, to } = app.postbox.messages.at(-1)!
    expect(to).toBe('amina.new@example.org')
    expect((await app.rest('GET', pathIn(mail))).status).toBe(200)
  })

  it('needs an address that is one', async () => {
    const sent = await app.rest('POST', '/my/link', { form: { email: 'amina' } })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Enter an email address in the correct format')
    expect(sent.text).toContain('value="amina"')
  })
})
