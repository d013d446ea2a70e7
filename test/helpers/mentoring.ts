import { vi } from 'vitest'

import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { addDays } from '../../programme/clock/dates.ts'
import type { Role } from '../../programme/clock/facts.ts'
import { followMatches } from '../../programme/matches/follow-matches.ts'
import { inMatch } from '../../programme/matches/in-match.ts'
import type { MatchContext } from '../../programme/matches/types.ts'
import { bootMatching, type Matching } from './matching.ts'
import { createMentee, createMentor } from './people.ts'
import { openPostbox, type Postbox } from './smtp.ts'

/** A mentor and a mentee who have just been introduced by a coordinator. */
export type Pair = { id: string; mentor: Mentor; mentee: Mentee }

/** An installation with a real mail server, in which time is what the test says. */
export type Mentoring = Matching & {
  postbox: Postbox
  /** Sets the clock to so many UK days after the start, at an hour UTC. */
  travel: (days: number, hour?: number) => void
  introduce: (mentor?: Partial<Mentor>, mentee?: Partial<Mentee>) => Promise<Pair>
  match: (pair: Pair) => Promise<Match>
  /** Does something with a match under its lock. */
  with: <T>(pair: Pair, work: (context: MatchContext) => Promise<T>) => Promise<T>
  /** Runs the clock's job and then the outbox. */
  tick: () => Promise<void>
  /** Subjects of what somebody has been sent since the last question, by alphabet: what is due at one
   * moment is sent side by side, in no order. */
  inbox: (person: { email: string }) => string[]
  personOf: (pair: Pair, role: Role) => Promise<Mentee | Mentor>
  shutDown: () => Promise<void>
}

/** The moment a test's time starts: a Tuesday in October, before the clocks go back. */
export const START = new Date('2026-10-20T09:00:00.000Z')

/** Starts the CMS and a mail server, then stops time at {@link START}. */
export const bootMentoring = async (): Promise<Mentoring> => {
  const postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  const app = await bootMatching()
  const { payload } = app
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  return {
    ...app,
    postbox,
    travel: (days, hour = 10) => {
      const day = addDays(START, days)
      day.setUTCHours(hour, 0, 0, 0)
      vi.setSystemTime(day)
    },
    introduce: async (mentorChanges, menteeChanges) => {
      const mentor = await createMentor(payload, mentorChanges)
      const mentee = await createMentee(payload, menteeChanges)
      const { matchByHand } = await import('../../plugins/matching/operations/introduce.ts')
      const { optionsFor } = await import('../../plugins/matching/options-for.ts')
      const req = await app.reqAs('coordinator')
      const two = { mentee: mentee.id, mentor: mentor.id }
      const id = await matchByHand(req, await optionsFor(req), two)
      return { id, mentor, mentee }
    },
    match: ({ id }) =>
      payload.findByID({ collection: 'matches', id, depth: 0, overrideAccess: true }),
    with: async ({ id }, work) => inMatch(await app.reqAs('coordinator'), id, work),
    tick: async () => {
      await followMatches(await app.reqAs('admin'), new Date())
      await deliverMails(payload)
    },
    inbox: ({ email }) => {
      const own = postbox.messages.filter(({ to }) => to === email)
      for (const message of own) postbox.messages.splice(postbox.messages.indexOf(message), 1)
      return own.map(({ mail }) => mail.subject ?? '').sort()
    },
    personOf: ({ mentee, mentor }, role) =>
      role === 'mentor'
        ? payload.findByID({ collection: 'mentors', id: mentor.id, depth: 0, overrideAccess: true })
        : payload.findByID({
            collection: 'mentees',
            id: mentee.id,
            depth: 0,
            overrideAccess: true,
          }),
    shutDown: async () => {
      vi.useRealTimers()
      await app.close()
      await postbox.close()
    },
  }
}
