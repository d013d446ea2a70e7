import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { logFault } from '@mentoring/kit/action'
import { inTransaction } from '@mentoring/kit/in-transaction'
import { Refused } from '@mentoring/kit/refused'
import type { Round } from '@mentoring/kit/rounds'
import { isStopping, whenStopping } from '@mentoring/kit/stopping'
import {
  createLocalReq,
  getLocalI18n,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'

import { speak } from '../languages/index.ts'
import { localAPI } from '../local.ts'
import { optionsFor } from '../options-for.ts'
import { findKnown, findMatches } from '../store.ts'
import type { Person, DeclaredOptions } from '../types.ts'
import { loadPart } from '../workspace/part.ts'
import { confirmProposal } from './introduce.ts'

/** A pair that was not introduced, by its place in the row, and why. */
type Refusal = { pair: number; message: string }

/** A row of the collection of introductions, records by id. */
type Row = {
  id: Person['id']
  pairs?: { match?: Person['id'] | null }[] | null
  done: number
  refused?: Refusal[] | null
  by?: Person['id'] | null
  language?: string | null
  finishedAt?: string | null
  createdAt: string
}

/** How far introductions are. */
export type Introductions = {
  id: string
  /** Ids of the proposals in the order in which they are introduced; without the id of what was gone. */
  matches: (string | undefined)[]
  /** So many of them have been introduced or refused. */
  done: number
  refused: (Refusal & {
    /** Names of the two, once all are done with and while both are on record. */
    names?: { mentee: string; mentor: string }
  })[]
  /** Since when, as an ISO date. */
  startedAt: string
  isFinished: boolean
}

/** A row that is done with is kept for this long, in milliseconds: whoever has the page open still asks. */
const KEPT = 24 * 60 * 60 * 1000

/** What was refused is written down at least this often. */
const PORTION = 20

/**
 * Notes that these proposals are to be introduced, and begins. Each is confirmed in a transaction of
 * its own, as by {@link confirmProposal}, with the rights and in the language of whoever asked, while
 * others have their turn in between. It goes on when they leave the page, and after a restart.
 *
 * @returns how far it is, which is at the start.
 */
export const startIntroducing = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  matches: string[],
): Promise<Introductions> => {
  const { payload, user } = req
  const api = localAPI(payload)
  const collection = options.slugs.introductions
  const asked = [...new Set(matches)]
  const known = await findKnown(req, options, asked)
  const data = {
    pairs: asked.map((match) => ({ id: randomUUID(), match: known.has(match) ? match : null })),
    done: 0,
    refused: [],
    by: user?.id,
    language: req.i18n.language,
  }
  // In a transaction: the pairs are rows of their own on some databases.
  const row = await inTransaction(req, () => api.db.create<Row>({ collection, data, req }))
  void introduceWaiting(payload, options).catch((error: unknown) =>
    logFault(req, '/matching/introduce', error),
  )
  return toIntroductions(row)
}

/**
 * How far introductions are. People are read with the access of the one who asks.
 *
 * @param since an ISO date: those that were done with after it are told too
 */
export const findIntroductions = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  since: string | undefined,
): Promise<Introductions[]> => {
  const or = [UNFINISHED, ...(since ? [{ finishedAt: { greater_than_equal: since } }] : [])]
  const all = (await findRows(req.payload, options, { or })).map(toIntroductions)
  const ended = all.filter(({ isFinished }) => isFinished)
  const ids = ended.flatMap(({ matches, refused }) =>
    refused.flatMap(({ pair }) => matches[pair] ?? []),
  )
  if (ids.length === 0) return all
  const { mentees, mentors } = await optionsFor(req, options)
  const matches = await findMatches(req, options, { id: { in: ids } })
  const part = await loadPart(req, options, matches)
  const names = new Map(
    matches.flatMap(({ id, mentee, mentor }) => {
      const two = [part.mentees.get(mentee), part.mentors.get(mentor)] as const
      if (!two[0] || !two[1]) return []
      const [menteeCard, mentorCard] = [mentees.describe(two[0]), mentors.describe(two[1])]
      return [[id, { mentee: menteeCard.name, mentor: mentorCard.name }] as const]
    }),
  )
  return all.map((one) => ({
    ...one,
    refused: one.refused.map((refusal) => ({
      ...refusal,
      names: names.get(one.matches[refusal.pair] ?? ''),
    })),
  }))
}

/** Goes on with introductions that a process before this one, or a fault of the database, left half done. */
export const introductionsRound = (options: DeclaredOptions): Round => {
  let clearedAt = -Infinity
  return {
    name: 'introductions',
    everySeconds: 5,
    lateAfterSeconds: 300,
    run: async (payload) => {
      if (performance.now() - clearedAt > CLEARED_EVERY) {
        await clearOld(payload, options)
        clearedAt = performance.now()
      }
      // Many take longer than a round may: it has seen to it that they go on.
      await Promise.race([
        introduceWaiting(payload, options),
        sleep(LONGEST_ROUND, undefined, { ref: false }),
      ])
    },
  }
}

const clearOld = async (payload: Payload, { slugs }: DeclaredOptions): Promise<void> => {
  const finishedAt = { less_than: new Date(Date.now() - KEPT).toISOString() }
  const req = await createLocalReq({}, payload)
  const { db } = localAPI(payload)
  await db.deleteMany({ collection: slugs.introductions, where: { finishedAt }, req })
}

/** How often it is looked for rows that are done with for long, in milliseconds. */
const CLEARED_EVERY = 60 * 60 * 1000

/** How long a round waits for introductions at most, in milliseconds. */
const LONGEST_ROUND = 60_000

/** What this process is introducing, for every copy of this module: Next may bundle several. */
const KEY = Symbol.for('mentoring.introducing')
const shared = ((globalThis as Record<symbol, unknown>)[KEY] ??= {}) as {
  atWork?: Promise<void>
  /** Has anybody asked since it looked for more? */
  isAsked?: boolean
  isHeard?: boolean
}

/** Introduces all who are to be, unless this process is at it already. */
export const introduceWaiting = (payload: Payload, options: DeclaredOptions): Promise<void> => {
  if (!shared.isHeard) whenStopping(async () => shared.atWork)
  shared.isHeard = true
  shared.isAsked = true
  if (shared.atWork) return shared.atWork
  const work = workOff(payload, options).finally(() => {
    if (shared.atWork === work) shared.atWork = undefined
  })
  shared.atWork = work
  return work
}

const workOff = async (payload: Payload, options: DeclaredOptions): Promise<void> => {
  for (;;) {
    shared.isAsked = false
    const [row] = await findRows(payload, options, UNFINISHED, 1)
    if (isStopping()) return
    if (row) await introducePairs(payload, options, row)
    else if (!shared.isAsked) {
      // From now on whoever asks begins anew, not with a promise that is about to end.
      shared.atWork = undefined
      return
    }
  }
}

const introducePairs = async (
  payload: Payload,
  options: DeclaredOptions,
  row: Row,
): Promise<void> => {
  const pairs = row.pairs ?? []
  const refused = row.refused ?? []
  const asker = await askerOf(payload, options, row)
  let { done } = row
  /** @throws Overtaken when another process has gone on with this row. */
  const note = async (req: PayloadRequest, to: number) => {
    const changed = await localAPI(payload).db.updateOne({
      collection: options.slugs.introductions,
      where: { and: [{ id: { equals: row.id } }, { done: { equals: done } }] },
      data: {
        done: to,
        refused,
        ...(to === pairs.length && { finishedAt: new Date().toISOString() }),
      },
      options: { atomic: true },
      req,
    })
    if (!changed) throw new Overtaken()
  }
  try {
    for (let index = done; index < pairs.length && !isStopping(); index += 1) {
      // A new one for each: it keeps everything that was read for it.
      const req = await asker()
      const match = pairs[index]!.match
      const say = speak(req.i18n)
      const fault = say('confirmFault')
      const problem =
        options.access({ req }) !== true ? 'notAllowed' : match ? undefined : 'noProposal'
      try {
        if (problem) throw new Refused(409, say(problem))
        // Asked for each pair: its rules are those of the moment at which it is introduced.
        const now = await optionsFor(req, options)
        await confirmProposal(req, now, `${match}`, () => note(req, index + 1))
        done = index + 1
      } catch (error) {
        if (error instanceof Overtaken) throw error
        if (!(error instanceof Refused)) logFault(req, '/matching/introduce', error)
        const message = error instanceof Refused ? error.message : fault
        refused.push({ pair: index, message })
      }
      if (index + 1 - done < PORTION && index + 1 < pairs.length) continue
      if (done <= index) await note(await asker(), index + 1)
      done = index + 1
    }
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
  }
}

/** Somebody else has gone on with these introductions. */
class Overtaken extends Error {}

/** Makes requests as whoever asked for the introductions would make them at that moment. */
const askerOf = async (
  payload: Payload,
  { users }: DeclaredOptions,
  { by, language }: Row,
): Promise<() => Promise<PayloadRequest>> => {
  const { config } = payload
  const i18n = await getLocalI18n({
    config,
    language: (language ?? config.i18n.fallbackLanguage) as typeof config.i18n.fallbackLanguage,
  })
  const find = { collection: users, depth: 0, disableErrors: true, overrideAccess: true } as const
  return async () => {
    const user = by ? await payload.findByID({ ...find, id: by }) : null
    return createLocalReq(
      {
        ...(user && { user: { ...user, collection: users } as PayloadRequest['user'] & object }),
        req: { i18n },
      },
      payload,
    )
  }
}

const UNFINISHED: Where = { finishedAt: { exists: false } }

const findRows = async (
  payload: Payload,
  { slugs }: DeclaredOptions,
  where: Where,
  limit = 0,
): Promise<Row[]> => {
  const { docs } = await localAPI(payload).find<Row>({
    collection: slugs.introductions,
    where,
    sort: 'createdAt',
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

const toIntroductions = ({
  createdAt,
  done,
  finishedAt,
  id,
  pairs,
  refused,
}: Row): Introductions => ({
  id: `${id}`,
  matches: (pairs ?? []).map(({ match }) => (match ? `${match}` : undefined)),
  done,
  refused: refused ?? [],
  startedAt: createdAt,
  isFinished: Boolean(finishedAt),
})
