import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { MatchRefused } from '../errors.ts'
import { confirmProposal, matchByHand } from '../operations/introduce.ts'
import { runMatching } from '../operations/run.ts'
import { suggestMentors } from '../operations/suggest.ts'
import { rejectProposal, undoMatch } from '../operations/take-back.ts'
import type { ResolvedOptions } from '../types.ts'

/** Most proposals confirmed in one request: all of a large run, but not an endless list. */
const MOST_AT_ONCE = 500

const id = z.string().min(1).max(64)
const ids = z.strictObject({ matches: z.array(id).min(1).max(MOST_AT_ONCE) })
const one = z.strictObject({ match: id })
const pair = z.strictObject({ mentee: id, mentor: id })
const nothing = z.strictObject({})

/** What became of each proposal when many were confirmed: some may have gone stale. */
export type ConfirmResult = {
  confirmed: string[]
  refused: { match: string; message: string; rule?: string }[]
}

/**
 * The coordinators' actions, under `/api/matching/`. Each reads in one order: who asks, what they
 * sent, then the operation, which keeps the rules.
 */
export const matchingEndpoints = (options: ResolvedOptions): Endpoint[] => [
  action('run', nothing, options, (req) => runMatching(req, options)),
  action('suggest', z.strictObject({ mentee: id }), options, (req, { mentee }) =>
    suggestMentors(req, options, mentee),
  ),
  action('confirm', ids, options, (req, { matches }) => confirmMany(req, options, matches)),
  action('match', pair, options, async (req, people) => ({
    match: await matchByHand(req, options, people),
  })),
  action('reject', one, options, async (req, { match }) => {
    await rejectProposal(req, options, match)
    return { match }
  }),
  action('undo', one, options, async (req, { match }) => {
    await undoMatch(req, options, match)
    return { match }
  }),
]

const action = <T>(
  name: string,
  body: z.ZodType<T>,
  { access }: ResolvedOptions,
  act: (req: PayloadRequest, input: T) => Promise<object>,
): Endpoint => ({
  path: `/matching/${name}`,
  method: 'post',
  handler: async (req) => {
    if (!access({ req })) {
      return answer(403, { message: 'Only coordinators can do this. Log in as one and try again.' })
    }
    const parsed = body.safeParse(await readJSON(req))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const where = issue?.path.join('.') || 'the request'
      return answer(400, {
        message: `Nothing was changed. There is a problem with ${where}: ${issue?.message}.`,
      })
    }
    try {
      return answer(200, await act(req, parsed.data))
    } catch (error) {
      if (error instanceof MatchRefused) {
        const { status, message, rule } = error
        return answer(status, { message, rule })
      }
      logFault(req, name, error)
      return answer(500, { message: 'Nothing was changed: the server had a problem. Try again.' })
    }
  },
})

/** The kind of error alone: database errors can repeat what was in a record. */
const logFault = (req: PayloadRequest, name: string, error: unknown): void =>
  req.payload.logger.error({ msg: `matching/${name} failed`, reason: (error as Error).name })

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

const readJSON = async (req: PayloadRequest): Promise<unknown> => {
  try {
    return await req.json?.()
  } catch {
    return undefined
  }
}

/** One transaction each: a stale proposal must not hold up the others. */
const confirmMany = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  matches: string[],
): Promise<ConfirmResult> => {
  const result: ConfirmResult = { confirmed: [], refused: [] }
  for (const match of new Set(matches)) {
    try {
      await confirmProposal(req, options, match)
      result.confirmed.push(match)
    } catch (error) {
      if (error instanceof MatchRefused) {
        result.refused.push({ match, message: error.message, rule: error.rule })
        continue
      }
      // Others may be introduced already: say so rather than fail as a whole.
      logFault(req, 'confirm', error)
      result.refused.push({ match, message: 'The server had a problem. Try this one again.' })
    }
  }
  if (result.confirmed.length === 0) {
    const [first] = result.refused
    throw new MatchRefused(409, first?.message ?? 'Nothing to confirm.', first?.rule)
  }
  return result
}
