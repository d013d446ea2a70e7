import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { daysBetween, ukDate } from '../../programme/clock/dates.ts'
import { StepRefused } from '../../programme/clock/states.ts'
import { findAgreements, signAgreement, writeAgreement } from '../../programme/matches/agreement.ts'
import { noteContact, noteSilence } from '../../programme/matches/contact.ts'
import { answerGoOn, endMatch } from '../../programme/matches/end-match.ts'
import {
  answerExtension,
  askForExtension,
  extendOnBehalf,
} from '../../programme/matches/extension.ts'
import { noteMeeting, removeMeeting } from '../../programme/matches/meetings.ts'
import { moveDates } from '../../programme/matches/move-dates.ts'
import { saveSurvey } from '../../programme/matches/survey.ts'
import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { bootMentoring, type Mentoring, type Pair, START } from '../helpers/mentoring.ts'

const TERMS = {
  howOften: 'Once a fortnight',
  howLong: '45 minutes',
  howToMeet: 'In the canteen, then online',
  topics: 'Exams and finding a flat',
  confidentiality: 'It stays between us.',
}

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())
beforeEach(async () => {
  vi.setSystemTime(START)
  await app.empty()
  app.postbox.messages.length = 0
})

/** A pair whose introductions have gone out and been read. */
const introduced = async (...people: Parameters<Mentoring['introduce']>): Promise<Pair> => {
  const pair = await app.introduce(...people)
  await app.tick()
  expect(app.inbox(pair.mentor)).toEqual([`Meet your mentee: ${pair.mentee.name}`])
  expect(app.inbox(pair.mentee)).toEqual([`Meet your mentor: ${pair.mentor.name}`])
  return pair
}
const sign = async (pair: Pair) => {
  await app.with(pair, (context) => writeAgreement(context, 'mentee', TERMS))
  await app.with(pair, (context) => signAgreement(context, 'mentor', 1))
}
const contact = (pair: Pair) => app.with(pair, (context) => noteContact(context, { by: 'mentor' }))
const meet = (pair: Pair, way: 'faceToFace' | 'online' = 'faceToFace') =>
  app.with(pair, (context) => noteMeeting(context, 'mentee', { on: new Date(), way }))
const history = async ({ id }: Pair) => {
  const { docs } = await app.payload.find({
    collection: 'match-steps',
    where: { match: { equals: id } },
    sort: 'at',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

/** Lives through the days, with the job at night, in the morning and in the evening. */
const live = async (
  pair: Pair,
  from: number,
  to: number,
  events: Record<number, () => Promise<unknown>> = {},
) => {
  const mails: { day: number; to: string; subject: string }[] = []
  for (let day = from; day <= to; day++) {
    for (const hour of [3, 10, 22]) {
      app.travel(day, hour)
      if (hour === 10) await events[day]?.()
      await app.tick()
      for (const role of ['mentor', 'mentee'] as const) {
        for (const subject of app.inbox(pair[role])) {
          mails.push({ day, to: role, subject })
          if (hour !== 10) throw new Error(`“${subject}” came at ${hour} o’clock`)
        }
      }
    }
  }
  return mails.map(({ day, subject, to: role }) => `${day} ${role}: ${subject}`)
}

describe('a pair goes its whole way', () => {
  it('through four months to the end, with each mail once and by day', async () => {
    const pair = await introduced()
    const { endsOn } = await app.match(pair)
    expect(ukDate(endsOn!)).toBe('Saturday 20 February 2027')
    // 10:00 by UK clocks, then in summer and now in winter.
    expect(endsOn).toBe('2027-02-20T10:00:00.000Z')
    const [mentor, mentee] = [pair.mentor.name, pair.mentee.name]
    const mails = await live(pair, 1, 125, {
      4: () => contact(pair),
      25: () => sign(pair),
      50: () => meet(pair),
    })
    expect(mails).toEqual([
      `3 mentor: Have you written to ${mentee} yet?`,
      `21 mentor: Your mentoring agreement with ${mentee}`,
      `21 mentee: Your mentoring agreement with ${mentor}`,
      `25 mentor: ${mentee} has filled in your mentoring agreement`,
      `25 mentor: Your mentoring agreement with ${mentee}`,
      `25 mentee: Your mentoring agreement with ${mentor}`,
      `42 mentor: Have you and ${mentee} met face to face?`,
      `42 mentee: Have you and ${mentor} met face to face?`,
      `109 mentor: Your mentoring ends on Saturday 20 February 2027`,
      `109 mentee: Your mentoring ends on Saturday 20 February 2027`,
      `123 mentor: Thank you for taking part`,
      `123 mentee: Thank you for taking part`,
    ])
    expect((await app.match(pair)).status).toBe('completed')
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'resting' })
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })
    expect((await history(pair)).map(({ by, what }) => `${by} ${what}`)).toEqual([
      'coordinator introduce',
      'clock remind',
      'mentor contact',
      'clock remind',
      'clock remind',
      'mentee terms',
      'mentor sign',
      'mentor agree',
      'clock remind',
      'clock remind',
      'mentee meeting',
      'clock remind',
      'clock remind',
      'clock complete',
    ])
    await app.with(pair, (context) =>
      saveSurvey(context, 'mentee', {
        helpful: 'very',
        stillInContact: 'yes',
        wouldMentor: 'later',
      }),
    )
  }, 300_000)

  it('through six months when both want it, and not a day longer', async () => {
    const pair = await introduced()
    const mails = await live(pair, 100, 186, {
      100: async () => {
        await contact(pair)
        await sign(pair)
        await meet(pair)
      },
      105: () => app.with(pair, (context) => askForExtension(context, 'mentor')),
      110: () => app.with(pair, (context) => answerExtension(context, 'mentee', true)),
    })
    expect(mails.slice(-5)).toEqual([
      `105 mentee: ${pair.mentor.name} would like to go on for longer`,
      `110 mentor: Your mentoring goes on until Tuesday 20 April 2027`,
      `110 mentee: Your mentoring goes on until Tuesday 20 April 2027`,
      `182 mentor: Thank you for taking part`,
      `182 mentee: Thank you for taking part`,
    ])
    const match = await app.match(pair)
    expect(match.status).toBe('completed')
    // The clocks have gone forward again: still 10:00 by UK clocks.
    expect(match.endsOn).toBe('2027-04-20T09:00:00.000Z')
    expect(daysBetween(START, new Date(match.closedAt!))).toBe(182)
  }, 300_000)
})

describe('silence after the introduction', () => {
  it('brings the mentor three reminders, the mentee one, and no more', async () => {
    const pair = await introduced()
    const mails = await live(pair, 1, 40)
    expect(mails.map((mail) => mail.split(':')[0])).toEqual([
      '3 mentor',
      '5 mentor',
      '7 mentor',
      '7 mentee',
    ])
    expect((await app.match(pair)).status).toBe('introduced')
  })

  it('is never completed by the clock: somebody has to look at it', async () => {
    const pair = await introduced()
    app.travel(200)
    await app.tick()
    expect((await app.match(pair)).status).toBe('introduced')
  })

  it('ends with a word from either of them, and reminders with it', async () => {
    const pair = await introduced()
    app.travel(2)
    await app.with(pair, (context) => noteContact(context, { by: 'mentee' }))
    expect(await app.match(pair)).toMatchObject({ status: 'inContact' })
    expect(await live(pair, 3, 20)).toEqual([])
  })

  it.each<[string, (pair: Pair) => Promise<unknown>, boolean]>([
    ['the agreement is signed by both', (pair) => sign(pair), false],
    ['the mentee notes a meeting', (pair) => meet(pair), false],
    [
      'the mentor does',
      (pair) =>
        app.with(pair, (context) =>
          noteMeeting(context, 'mentor', { on: new Date(), way: 'online' }),
        ),
      true,
    ],
  ])('that the mentee told of stands or is over when %s', async (_what, does, isStillSilent) => {
    const pair = await introduced()
    await contact(pair)
    await app.with(pair, noteSilence)
    await does(pair)
    expect(Boolean((await app.match(pair)).heardNothingAt)).toBe(isStillSilent)
  })

  it('is noted for coordinators when the mentee says so, until they have heard', async () => {
    const pair = await introduced()
    app.travel(8)
    await app.with(pair, noteSilence)
    expect((await app.match(pair)).heardNothingAt).toBeTruthy()
    await app.with(pair, (context) => noteContact(context, { by: 'mentee' }))
    expect((await app.match(pair)).heardNothingAt).toBeFalsy()
  })
})

describe('a server that stood still', () => {
  it('for a week sends each person one mail that still makes sense', async () => {
    const pair = await introduced()
    app.travel(9)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([`Your first email to ${pair.mentee.name} is due`])
    expect(app.inbox(pair.mentee)).toEqual([`Have you heard from ${pair.mentor.name}?`])
    expect(await live(pair, 9, 30)).toEqual([])
  })

  it('for half a year completes the match with thanks, and asks nothing that is over', async () => {
    const pair = await introduced()
    await contact(pair)
    await sign(pair)
    await app.tick()
    app.inbox(pair.mentor)
    app.inbox(pair.mentee)
    app.travel(190)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual(['Thank you for taking part'])
    expect(app.inbox(pair.mentee)).toEqual(['Thank you for taking part'])
  })
})

describe('reminders', () => {
  it('count as the mail of the day: the thanks at the end wait until the next', async () => {
    const pair = await introduced()
    await contact(pair)
    app.travel(123)
    await app.payload.create({
      collection: 'mails',
      data: {
        key: 'of another match',
        template: 'agreementMissing',
        to: pair.mentor.email,
        subject: 'Your mentoring agreement',
        status: 'sent',
        sentAt: new Date().toISOString(),
      },
      overrideAccess: true,
    })
    await app.tick()
    expect((await app.match(pair)).status).toBe('inContact')
    expect(app.inbox(pair.mentee)).not.toContain('Thank you for taking part')
    app.travel(124)
    await app.tick()
    expect((await app.match(pair)).status).toBe('completed')
    expect(app.inbox(pair.mentor)).toContain('Thank you for taking part')
  })

  it('never come two a day to one person, whatever they are about', async () => {
    const first = await introduced({ capacity: 2 })
    const second = await app.introduce(
      { email: 'somebody.else@example.org' },
      { email: first.mentor.email },
    )
    await app.tick()
    app.inbox(first.mentor)
    // The mentor of one match is the mentee of another: both are overdue on the same day.
    expect(second.mentee.email).toBe(first.mentor.email)
    app.travel(7)
    await app.tick()
    await app.tick()
    expect(app.inbox(first.mentor)).toHaveLength(1)
    app.travel(8)
    await app.tick()
    await app.tick()
    expect(app.inbox(first.mentor)).toHaveLength(1)
    app.travel(9)
    await app.tick()
    expect(app.inbox(first.mentor)).toEqual([])
  })

  it('that wait for the mail server are dropped when somebody has stopped them meanwhile', async () => {
    const pair = await introduced()
    app.postbox.refuse(1)
    app.travel(3)
    await app.tick()
    await app.payload.update({
      collection: 'mentors',
      id: pair.mentor.id,
      data: { wantsNoReminders: true },
      overrideAccess: true,
    })
    app.travel(4)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([])
  })

  it('do not come to somebody who wants none; what they must know does', async () => {
    const pair = await introduced({ wantsNoReminders: true })
    app.travel(7)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([])
    expect(app.inbox(pair.mentee)).toHaveLength(1)
    await app.with(pair, (context) => endMatch(context, { by: 'mentee' }, { goesOn: false }))
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([`Your match with ${pair.mentee.name} has ended`])
  })

  it('that wait for the mail server are dropped when they are no longer called for', async () => {
    const pair = await introduced()
    app.postbox.refuse(2)
    app.travel(7)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([])
    await contact(pair)
    app.travel(7, 12)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([])
    const { docs } = await app.payload.find({
      collection: 'mails',
      where: { template: { equals: 'contactOverdueToMentor' } },
      overrideAccess: true,
    })
    expect(docs[0]).toMatchObject({ status: 'cancelled', lastError: 'It was no longer needed.' })
  })

  it('that still wait from yesterday are not joined by another: one goes in the morning', async () => {
    const pair = await introduced()
    app.postbox.refuse(1)
    app.travel(3, 18)
    await app.tick()
    app.travel(5, 10)
    await app.tick()
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([`Have you written to ${pair.mentee.name} yet?`])
    app.travel(6, 10)
    await app.tick()
    expect(app.inbox(pair.mentor)).toHaveLength(1)
  })

  it('that wait for the mail server until night go in the morning: the thanks at the end too', async () => {
    const over = await introduced()
    await contact(over)
    app.travel(124, 19)
    app.postbox.refuse(2)
    await app.tick()
    expect((await app.match(over)).status).toBe('completed')
    app.travel(124, 23)
    await app.tick()
    expect([...app.inbox(over.mentor), ...app.inbox(over.mentee)]).toEqual([])
    app.travel(125, 9)
    await app.tick()
    expect(app.inbox(over.mentor)).toEqual(['Thank you for taking part'])
    expect(app.inbox(over.mentee)).toEqual(['Thank you for taking part'])
  })

  it('that wait for the mail server until night go in the morning', async () => {
    const pair = await introduced()
    app.postbox.refuse(2)
    app.travel(7, 19)
    await app.tick()
    app.travel(7, 23)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([])
    app.travel(8, 9)
    await app.tick()
    expect(app.inbox(pair.mentor)).toHaveLength(1)
  })

  it('say how to stop them, to people and to mail programs', async () => {
    const pair = await introduced()
    app.travel(3)
    await app.tick()
    const { mail } = app.postbox.messages.find(({ to }) => to === pair.mentor.email)!
    const stop = /\/my\/stop-reminders\/\?token=[\w-]{43}/
    expect(mail.text).toMatch(stop)
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringMatching(stop) },
    })
    expect(mail.headerLines.map(({ line }) => line)).toContain(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
  })
})

describe('the agreement', () => {
  it('counts when both have signed; each gets a copy; a change asks both again', async () => {
    const pair = await introduced()
    await contact(pair)
    await app.with(pair, (context) => writeAgreement(context, 'mentee', TERMS))
    expect(await app.match(pair)).toMatchObject({ status: 'inContact' })
    await app.with(pair, (context) => signAgreement(context, 'mentor', 1))
    expect(await app.match(pair)).toMatchObject({ status: 'agreed' })
    await app.tick()
    const copy = app.postbox.messages.findLast(({ to }) => to === pair.mentee.email)!
    expect(copy.mail.text).toContain('Exams and finding a flat')
    expect(copy.mail.text).toContain(`Signed by ${pair.mentor.name} on Tuesday 20 October 2026`)

    await app.with(pair, (context) =>
      writeAgreement(context, 'mentor', { ...TERMS, howOften: 'Once a month' }),
    )
    const [latest, inForce] = await findAgreements(await app.reqAs('admin'), pair.id)
    expect(latest!.menteeSignedAt).toBeFalsy()
    expect(latest).toMatchObject({ version: 2, howOften: 'Once a month' })
    expect(inForce).toMatchObject({ version: 1, howOften: 'Once a fortnight' })
    await expect(app.with(pair, (context) => signAgreement(context, 'mentee', 1))).rejects.toThrow(
      'The agreement has been changed since you opened it.',
    )
    await app.with(pair, (context) => signAgreement(context, 'mentee', 2))
    expect(await app.match(pair)).toMatchObject({ status: 'agreed' })
  })

  it('signed by both is contact too', async () => {
    const pair = await introduced()
    await sign(pair)
    expect(await app.match(pair)).toMatchObject({ status: 'agreed', contactAt: expect.any(String) })
  })
})

describe('an extension', () => {
  const agreed = async () => {
    const pair = await introduced()
    await sign(pair)
    return pair
  }

  it('needs both: one alone changes nothing', async () => {
    const pair = await agreed()
    await app.with(pair, (context) => askForExtension(context, 'mentor'))
    expect(await app.match(pair)).toMatchObject({ status: 'agreed' })
    await expect(
      app.with(pair, (context) => answerExtension(context, 'mentor', true)),
    ).rejects.toThrow('There is no request')
    await app.with(pair, (context) => answerExtension(context, 'mentee', false))
    expect(await app.match(pair)).toMatchObject({ status: 'agreed' })
    await expect(app.with(pair, (context) => askForExtension(context, 'mentee'))).rejects.toThrow(
      'one of you did not want it',
    )
  })

  it('that was asked for while the mail server was away is not told once the match is over', async () => {
    const pair = await agreed()
    await app.tick()
    app.inbox(pair.mentee)
    app.postbox.refuse(1)
    await app.with(pair, (context) => askForExtension(context, 'mentor'))
    await app.tick()
    await app.with(pair, (context) => endMatch(context, { by: 'mentor' }, { goesOn: false }))
    app.travel(1)
    await app.tick()
    expect(app.inbox(pair.mentee)).toEqual([`Your match with ${pair.mentor.name} has ended`])
  })

  it('that both ask for is agreed', async () => {
    const pair = await agreed()
    await app.with(pair, (context) => askForExtension(context, 'mentor'))
    await app.with(pair, (context) => askForExtension(context, 'mentee'))
    expect(await app.match(pair)).toMatchObject({ status: 'extended' })
  })

  it('is given once when both answer at the same moment', async () => {
    const pair = await agreed()
    const asked = await Promise.allSettled([
      app.with(pair, (context) => askForExtension(context, 'mentor')),
      app.with(pair, (context) => askForExtension(context, 'mentee')),
    ])
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await app.match(pair)).toMatchObject({ status: 'extended' })
    const { totalDocs } = await app.payload.count({
      collection: 'mails',
      where: { template: { equals: 'extended' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(2)
  })

  it('is refused before the agreement, saying where the match is', async () => {
    const pair = await introduced()
    const asking = app.with(pair, (context) => askForExtension(context, 'mentee'))
    await expect(asking).rejects.toThrow(StepRefused)
    await expect(asking).rejects.toThrow('in the state “Introduced”')
  })

  it('can be given by a coordinator, who says why', async () => {
    const pair = await agreed()
    const req = await app.reqAs('coordinator')
    const actor = { by: 'coordinator', user: String(req.user!.id), note: 'Both rang me' } as const
    await app.with(pair, (context) => extendOnBehalf(context, actor))
    const steps = (await history(pair)).map(({ note, what }) => ({ note, what }))
    expect(steps).toContainEqual({ what: 'extend', note: 'Both rang me' })
  })
})

describe('an exit', () => {
  it('asks no reason, is neutral to the other, and keeps the two apart', async () => {
    const pair = await introduced()
    await contact(pair)
    await app.with(pair, (context) =>
      endMatch(context, { by: 'mentee' }, { goesOn: true, word: 'We did not get on' }),
    )
    await app.tick()
    expect(await app.match(pair)).toMatchObject({
      status: 'endedEarly',
      exitWord: 'We did not get on',
    })
    const { mail } = app.postbox.messages.find(({ to }) => to === pair.mentor.email)!
    expect(mail.subject).toBe(`Your match with ${pair.mentee.name} has ended`)
    expect(mail.text).not.toContain('get on')
    // Back on the list with the place they had; the mentor waits to be asked.
    expect(await app.personOf(pair, 'mentee')).toMatchObject({
      status: 'waiting',
      waitingSince: pair.mentee.waitingSince,
    })
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: false })
    await app.with(pair, (context) => answerGoOn(context, 'mentor', true))
    expect(await app.personOf(pair, 'mentor')).toMatchObject({ takesMentees: true })
    expect((await app.act('run', {})).status).toBe(200)
    expect(await app.pairs()).toEqual({})
  })

  it('leads to another mentor, who is proposed in the next run', async () => {
    const pair = await introduced()
    await app.with(pair, (context) => endMatch(context, { by: 'mentor' }, { goesOn: true }))
    expect(await app.personOf(pair, 'mentee')).toMatchObject({ status: 'resting' })
    await app.with(pair, (context) => answerGoOn(context, 'mentee', true))
    const { createMentor } = await import('../helpers/people.ts')
    const other = await createMentor(app.payload)
    const { runMatching } = await import('../../plugins/matching/operations/run.ts')
    const { optionsFor } = await import('../../plugins/matching/options-for.ts')
    const req = await app.reqAs('coordinator')
    await runMatching(req, await optionsFor(req), {})
    expect(await app.pairs()).toEqual({ [pair.mentee.id]: other.id })
  })

  it('is for good: nobody matches the two again, by hand or by taking the decision back', async () => {
    const pair = await introduced()
    await app.with(pair, (context) => endMatch(context, { by: 'mentee' }, { goesOn: true }))
    await app.with(pair, (context) => answerGoOn(context, 'mentor', true))
    const people = { mentee: pair.mentee.id, mentor: pair.mentor.id }
    const tries = [
      await app.act('match', people),
      await app.act('propose', people),
      await app.act('allow', { match: pair.id }),
    ]
    expect(tries.map(({ json, status }) => [status, json.rule])).toEqual([
      [409, 'parted'],
      [409, 'parted'],
      [409, 'parted'],
    ])
    const { history } = (await app.person('mentee', pair.mentee.id))!
    expect(history).toMatchObject([{ canBeAllowed: false, isExclusion: true }])
    expect((await app.act('run', {})).json.proposed).toBe(0)
  })

  it('twice at the same moment is one exit', async () => {
    const pair = await introduced()
    const leaving = await Promise.allSettled([
      app.with(pair, (context) => endMatch(context, { by: 'mentor' }, { goesOn: false })),
      app.with(pair, (context) => endMatch(context, { by: 'mentee' }, { goesOn: false })),
    ])
    expect(leaving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await history(pair)).filter(({ what }) => what === 'endEarly')).toHaveLength(1)
  })

  it('keeps back an introduction that has not gone: nobody gets the other’s details after it', async () => {
    app.postbox.refuse(2)
    const pair = await app.introduce()
    await app.tick()
    const req = await app.reqAs('coordinator')
    await app.with(pair, (context) =>
      endMatch(context, { by: 'coordinator', user: String(req.user!.id), note: 'They rang' }),
    )
    app.travel(1)
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([`Your match with ${pair.mentee.name} has ended`])
    expect(app.inbox(pair.mentee)).toEqual([`Your match with ${pair.mentor.name} has ended`])
  })

  it('is possible on somebody’s behalf: then both are told and asked', async () => {
    const pair = await introduced()
    const req = await app.reqAs('coordinator')
    await app.with(pair, (context) =>
      endMatch(context, { by: 'coordinator', user: String(req.user!.id), note: 'They rang' }),
    )
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual([`Your match with ${pair.mentee.name} has ended`])
    expect(app.inbox(pair.mentee)).toEqual([`Your match with ${pair.mentor.name} has ended`])
    const steps = (await history(pair)).map(({ note, what }) => ({ note, what }))
    expect(steps).toContainEqual({ what: 'endEarly', note: 'They rang' })
  })
})

describe('meetings', () => {
  it('face to face are remembered, and taken back', async () => {
    const pair = await introduced()
    app.travel(3)
    await meet(pair, 'online')
    expect(await app.match(pair)).toMatchObject({ status: 'inContact', metFaceToFaceOn: null })
    app.travel(5)
    await meet(pair)
    expect((await app.match(pair)).metFaceToFaceOn).toBeTruthy()
    const { docs } = await app.payload.find({
      collection: 'meetings',
      where: { way: { equals: 'faceToFace' } },
      overrideAccess: true,
    })
    await app.with(pair, (context) => removeMeeting(context, 'mentor', docs[0]!.id))
    expect((await app.match(pair)).metFaceToFaceOn).toBeFalsy()
  })

  it.each([
    [-1, 'before you were introduced'],
    [4, 'still to come'],
  ])('on day %i are refused on day 3', async (day, message) => {
    const pair = await introduced()
    app.travel(day)
    const on = new Date()
    app.travel(3)
    await expect(
      app.with(pair, (context) => noteMeeting(context, 'mentor', { on, way: 'online' })),
    ).rejects.toThrow(message)
  })
})

describe('dates that a coordinator moves', () => {
  it('are followed by the clock, and both hear of a new end', async () => {
    const pair = await introduced()
    const req = await app.reqAs('coordinator')
    const actor = { by: 'coordinator', user: String(req.user!.id), note: 'On leave' } as const
    app.travel(30)
    const endsOn = new Date()
    app.travel(14)
    const firstContactDue = new Date()
    app.travel(1)
    await app.with(pair, (context) => moveDates(context, actor, { endsOn, firstContactDue }))
    await app.tick()
    expect(app.inbox(pair.mentor)).toEqual(['Your mentoring now ends on Thursday 19 November 2026'])
    expect(app.inbox(pair.mentee)).toHaveLength(1)
    expect((await live(pair, 2, 12)).map((mail) => mail.split(':')[0])).toEqual([
      '10 mentor',
      '12 mentor',
    ])
    await contact(pair)
    expect(await live(pair, 13, 30)).toContain('30 mentor: Thank you for taking part')
  })

  it('away and back are told each time, so that the last email is right', async () => {
    const pair = await introduced()
    const req = await app.reqAs('coordinator')
    const actor = { by: 'coordinator', user: String(req.user!.id), note: 'On leave' } as const
    const heard: string[] = []
    for (const [day, end] of [
      [1, '2027-01-10T12:00:00.000Z'],
      [2, '2027-01-20T12:00:00.000Z'],
      [3, '2027-01-10T12:00:00.000Z'],
    ] as const) {
      app.travel(day, 9)
      await app.with(pair, (context) => moveDates(context, actor, { endsOn: new Date(end) }))
      await deliverMails(app.payload)
      heard.push(...app.inbox(pair.mentee))
    }
    expect(heard).toEqual([
      'Your mentoring now ends on Sunday 10 January 2027',
      'Your mentoring now ends on Wednesday 20 January 2027',
      'Your mentoring now ends on Sunday 10 January 2027',
    ])
  })
})
