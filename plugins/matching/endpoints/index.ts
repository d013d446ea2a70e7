import { defineAction, logFault } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import { json } from '@mentoring/kit/respond'
import { createLocalReq, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { speak } from '../languages/index.ts'
import { proposePair, setLocks, swapMentors } from '../operations/draft.ts'
import { findIntroductions, startIntroducing } from '../operations/introduce-many.ts'
import { confirmProposal, matchByHand } from '../operations/introduce.ts'
import { previewSettings } from '../operations/preview.ts'
import {
  findGoing,
  type Going,
  startWork,
  stopWork,
  untilTold,
  workOnDraft,
} from '../operations/going.ts'
import type { DraftWork } from '../operations/make-draft.ts'
import { matchAll } from '../operations/run.ts'
import { repeatRun } from '../operations/runs.ts'
import { suggest } from '../operations/suggest.ts'
import { allowAgain, rejectProposal, undoMatch } from '../operations/take-back.ts'
import { optionsFor } from '../options-for.ts'
import type { DeclaredOptions, ResolvedOptions } from '../types.ts'
import { listEndpoints } from './lists.ts'

/** Most proposals confirmed in one request: all of a large run, but not an endless list. */
const MOST_AT_ONCE = 500

/** As text or as a number, as the database has it; text inside. */
const id = z.union([z.string().min(1).max(64), z.int()]).transform(String)
const list = z.array(id).min(1).max(MOST_AT_ONCE)
/** How long an answer may wait for an outcome, in milliseconds. */
const LONGEST_WAIT = 1000
const matches = z.strictObject({ matches: list })
const match = z.strictObject({ match: id })
const locks = z.strictObject({ matches: list, isLocked: z.boolean() })
const since = z.strictObject({ since: z.iso.datetime().optional() })
const progress = z.strictObject({
  id: id.optional(),
  wait: z.int().min(0).max(LONGEST_WAIT).optional(),
})
const two = z.strictObject({ matches: z.tuple([id, id]) })
const pair = z.strictObject({ mentee: id, mentor: id })
const person = z.union([z.strictObject({ mentee: id }), z.strictObject({ mentor: id })])
/** Most people or equals in one request: whatever is larger is no request of the workspace. */
const MOST_PEOPLE = 10_000
const run = z.strictObject({
  seed: z.int().min(0).max(1_000_000).optional(),
  mentees: z.array(id).min(1).max(MOST_PEOPLE).optional(),
})
const settings = z.strictObject({
  goal: z.enum(['bestFit', 'mostMatched']),
  leastTier: z.string().max(64),
  leastPoints: z.number(),
  isSpread: z.boolean(),
  ladder: z.array(z.strictObject({ rung: z.string().max(64) })).max(64),
  points: z.record(z.string().max(64), z.number()),
  rules: z.record(z.string().max(64), z.boolean()),
  own: z.record(z.string().max(64), z.unknown()).optional(),
})

/** What became of each proposal when many were confirmed: some may have gone stale. */
export type ConfirmResult = {
  confirmed: string[]
  refused: { match: string; message: string; rule?: string }[]
}

/**
 * The coordinators' actions, under `/api/matching/`.
 */
export const matchingEndpoints = (options: DeclaredOptions): Endpoint[] => {
  const action = <T>(
    name: string,
    body: z.ZodType<T>,
    act: (req: PayloadRequest, options: DeclaredOptions, input: T) => Promise<object>,
  ): Endpoint =>
    defineAction({
      path: `/matching/${name}`,
      access: options.access,
      notAllowed: (req) => speak(req.i18n)('notAllowed'),
      body,
      act: (req, input) => act(req, options, input),
    })
  /** One that goes by the criteria and names of this moment. */
  const actionByContent = <T>(
    name: string,
    body: z.ZodType<T>,
    act: (req: PayloadRequest, options: ResolvedOptions, input: T) => Promise<object>,
  ): Endpoint =>
    action(name, body, async (req, options, input) =>
      act(req, await optionsFor(req, options), input),
    )
  /**
   * One that ends with a draft. Whoever asks with `Prefer: respond-async` (RFC 7240) is answered at once,
   * with 202 and the id of the work, and asks `progress` what became of it; others at the end.
   */
  const draftAction = <T>(
    name: Going['what'],
    body: z.ZodType<T>,
    work: (req: PayloadRequest, options: ResolvedOptions, input: T) => DraftWork,
  ): Endpoint =>
    action(name, body, async (req, options, input) => {
      // Asked when it is its turn: other work may be before it for long.
      const byContent: DraftWork = async (job) =>
        work(req, await optionsFor(req, options), input)(job)
      if (!/\brespond-async\b/i.test(req.headers.get('prefer') ?? '')) {
        return workOnDraft(req, options, name, byContent)
      }
      const { done, id } = startWork(req, options, name, byContent)
      done.catch((error: unknown) => {
        if (!(error instanceof Refused)) logFault(req, `/matching/${name}`, error)
      })
      return json({ id }, 202)
    })
  return [
    draftAction('run', run, matchAll),
    action('progress', progress, async (_, __, { id, wait }) => {
      if (id !== undefined && wait !== undefined) await untilTold(id, wait)
      return findGoing(id)
    }),
    action('stop', z.strictObject({ id }), async (req, _, { id }) => {
      stopWork(req, id)
      return { id }
    }),
    actionByContent('suggest', person, suggest),
    actionByContent('preview', z.strictObject({ settings }), (req, options, { settings }) =>
      previewSettings(req, options, settings),
    ),
    action('lock', locks, async (req, options, { isLocked, matches }) => {
      await setLocks(req, options, matches, isLocked)
      return { matches }
    }),
    draftAction('swap', two, (req, options, { matches }) => swapMentors(req, options, matches)),
    draftAction('propose', pair, proposePair),
    action('repeat', z.strictObject({ run: id }), (req, options, { run }) =>
      repeatRun(req, options, run),
    ),
    actionByContent('confirm', matches, confirmMany),
    action('introduce', matches, (req, options, { matches }) =>
      startIntroducing(req, options, matches),
    ),
    action('introducing', since, async (req, options, { since }) => ({
      introductions: await findIntroductions(req, options, since),
    })),
    actionByContent('match', pair, async (req, options, people) => ({
      match: await matchByHand(req, options, people),
    })),
    action('reject', match, decide(rejectProposal)),
    action('undo', match, decide(undoMatch)),
    action('allow', match, decide(allowAgain)),
    ...listEndpoints(actionByContent),
  ]
}

/** The answer to a decision about one match says which it was. */
const decide =
  (act: (req: PayloadRequest, options: DeclaredOptions, id: string) => Promise<void>) =>
  async (req: PayloadRequest, options: DeclaredOptions, { match }: { match: string }) => {
    await act(req, options, match)
    return { match }
  }

/** A request like this one: each keeps everything that was read for it. */
const anotherRequest = async (req: PayloadRequest): Promise<PayloadRequest> => {
  const { context, fallbackLocale, headers, host, i18n, locale, origin, payload } = req
  const { payloadAPI, protocol, url, user } = req
  const another = await createLocalReq(
    {
      context: { ...context },
      user: user ?? undefined,
      req: { headers, host, i18n, locale, origin, payloadAPI, protocol, url },
    },
    payload,
  )
  return Object.assign(another, { fallbackLocale })
}

/** One transaction each: a stale proposal must not hold up the others. */
const confirmMany = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { matches }: { matches: string[] },
): Promise<ConfirmResult> => {
  const say = speak(req.i18n)
  const result: ConfirmResult = { confirmed: [], refused: [] }
  for (const match of new Set(matches)) {
    try {
      await confirmProposal(await anotherRequest(req), options, match)
      result.confirmed.push(match)
    } catch (error) {
      if (error instanceof Refused) {
        result.refused.push({ match, message: error.message, rule: error.rule })
        continue
      }
      // Others may be introduced already: say so rather than fail as a whole.
      logFault(req, '/matching/confirm', error)
      result.refused.push({ match, message: say('confirmFault') })
    }
  }
  if (result.confirmed.length === 0) {
    const [first] = result.refused
    throw new Refused(409, first?.message ?? say('nothingToConfirm'), first?.rule)
  }
  return result
}
