import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { speak } from './texts.ts'
import { Refused } from './refused.ts'
import { json } from './respond.ts'

type Action<T> = {
  /** Below the collection's or the API's own path. */
  path: string
  /** Who may; only a plain yes counts. */
  access: (args: { req: PayloadRequest }) => unknown
  /** What everybody else is told. */
  notAllowed: string | ((req: PayloadRequest) => string)
  body: z.ZodType<T>
  /** Says what is wrong with what was sent. @default names the place, and that nothing was changed */
  problemIn?: (issue: z.core.$ZodIssue, req: PayloadRequest) => string
  /**
   * Does it.
   *
   * @returns what is answered with 200, or another answer as a whole
   * @throws Refused when it can't be done.
   */
  act: (req: PayloadRequest, input: T) => Promise<object>
}

/**
 * Declares something a button of the admin, or a program, can do: a `POST` with JSON that is answered
 * with JSON. It reads in one order: who asks, what they sent, then the operation, which keeps the rules.
 *
 * @example
 * defineAction({
 *   path: '/matching/undo',
 *   access: isCoordinator,
 *   notAllowed: 'Only coordinators can do this.',
 *   body: z.strictObject({ match: z.string() }),
 *   act: async (req, { match }) => ({ match: await undoMatch(req, match) }),
 * })
 */
export const defineAction = <T>({
  access,
  act,
  body,
  notAllowed,
  path,
  problemIn = ({ message, path: place }, { i18n }) => {
    const say = speak(i18n)
    return say('problemIn', { place: place.join('.') || say('theRequest'), message })
  },
}: Action<T>): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if ((await access({ req })) !== true) {
      const message = typeof notAllowed === 'string' ? notAllowed : notAllowed(req)
      return json({ message }, 403)
    }
    const sent = body.safeParse(await readJSON(req), { error: errorsIn(req.i18n.language) })
    if (!sent.success) return json({ message: problemIn(sent.error.issues[0]!, req) }, 400)
    try {
      const done = await act(req, sent.data)
      return done instanceof Response ? done : json(done)
    } catch (error) {
      if (error instanceof Refused) {
        const { message, rule, status } = error
        return json({ message, rule }, status)
      }
      logFault(req, path, error)
      return json({ message: speak(req.i18n)('fault') }, 500)
    }
  },
})

/** What zod says of wrong values, in a reader's language if it knows that. */
const errorsIn = (language: string) =>
  (z.locales as Partial<Record<string, typeof z.locales.en>>)[language]?.().localeError

/** Notes a fault by its kind alone: database errors can repeat what was in a record. */
export const logFault = (req: PayloadRequest, path: string, error: unknown): void =>
  req.payload.logger.error({ msg: `${path.slice(1)} failed`, reason: (error as Error).name })

const readJSON = async (req: PayloadRequest): Promise<unknown> => {
  try {
    return await req.json?.()
  } catch {
    return undefined
  }
}
