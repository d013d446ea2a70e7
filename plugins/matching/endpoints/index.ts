import { defineAction, logFault } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { speak } from '../languages/index.ts'
import { proposePair, setLocks, swapMentors } from '../operations/draft.ts'
import { confirmProposal, matchByHand } from '../operations/introduce.ts'
import { previewSettings } from '../operations/preview.ts'
import { runMatching } from '../operations/run.ts'
import { repeatRun } from '../operations/runs.ts'
import { suggest } from '../operations/suggest.ts'
import { allowAgain, rejectProposal, undoMatch } from '../operations/take-back.ts'
import type { ResolvedOptions } from '../types.ts'

/** Most proposals confirmed in one request: all of a large run, but not an endless list. */
const MOST_AT_ONCE = 500

/** As text or as a number, as the database has it; text inside. */
const id = z.union([z.string().min(1).max(64), z.int()]).transform(String)
const list = z.array(id).min(1).max(MOST_AT_ONCE)
const matches = z.strictObject({ matches: list })
const match = z.strictObject({ match: id })
const locks = z.strictObject({ matches: list, isLocked: z.boolean() })
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
})

/** What became of each proposal when many were confirmed: some may have gone stale. */
export type ConfirmResult = {
  confirmed: string[]
  refused: { match: string; message: string; rule?: string }[]
}

/**
 * The coordinators' actions, under `/api/matching/`.
 */
export const matchingEndpoints = (options: ResolvedOptions): Endpoint[] => {
  const action = <T>(
    name: string,
    body: z.ZodType<T>,
    act: (req: PayloadRequest, options: ResolvedOptions, input: T) => Promise<object>,
  ): Endpoint =>
    defineAction({
      path: `/matching/${name}`,
      access: options.access,
      notAllowed: (req) => speak(req.i18n)('notAllowed'),
      body,
      act: (req, input) => act(req, options, input),
    })
  return [
    action('run', run, runMatching),
    action('suggest', person, suggest),
    action('preview', z.strictObject({ settings }), (req, options, { settings }) =>
      previewSettings(req, options, settings),
    ),
    action('lock', locks, async (req, options, { isLocked, matches }) => {
      await setLocks(req, options, matches, isLocked)
      return { matches }
    }),
    action('swap', two, (req, options, { matches }) => swapMentors(req, options, matches)),
    action('propose', pair, proposePair),
    action('repeat', z.strictObject({ run: id }), (req, options, { run }) =>
      repeatRun(req, options, run),
    ),
    action('confirm', matches, confirmMany),
    action('match', pair, async (req, options, people) => ({
      match: await matchByHand(req, options, people),
    })),
    action('reject', match, decide(rejectProposal)),
    action('undo', match, decide(undoMatch)),
    action('allow', match, decide(allowAgain)),
  ]
}

/** The answer to a decision about one match says which it was. */
const decide =
  (act: (req: PayloadRequest, options: ResolvedOptions, id: string) => Promise<void>) =>
  async (req: PayloadRequest, options: ResolvedOptions, { match }: { match: string }) => {
    await act(req, options, match)
    return { match }
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
      await confirmProposal(req, options, match)
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
