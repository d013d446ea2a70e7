import type { PayloadRequest } from 'payload'

import { optionsOf, refuseWrong } from './options.ts'
import type { DeclaredOptions, ResolvedOptions } from './types.ts'

/** What was asked for a request: all that is done for it goes by the same criteria and names. */
const asked = new WeakMap<PayloadRequest, Promise<ResolvedOptions>>()

/**
 * The options with the criteria and names of this moment, asked once for each request.
 *
 * @throws Error that starts with "matching:" and names the criterion that can't work. It is logged too, because
 *   an answer to a coordinator does not say it.
 *
 * @example
 * const options = await optionsFor(req)
 * await runMatching(req, options)
 */
export const optionsFor = (
  req: PayloadRequest,
  options: DeclaredOptions = optionsOf(req.payload.config),
): Promise<ResolvedOptions> => {
  const known = asked.get(req)
  if (known) return known
  const resolved = resolve(req, options)
  asked.set(req, resolved)
  return resolved
}

const resolve = async (req: PayloadRequest, options: DeclaredOptions): Promise<ResolvedOptions> => {
  const { mentees, mentors } = options
  const criteria = await criteriaFor(req, options)
  const names = await options.names(req)
  return {
    ...options,
    criteria,
    mentees: { ...mentees, describe: (mentee) => mentees.describe(mentee, names) },
    mentors: { ...mentors, describe: (mentor) => mentors.describe(mentor, names) },
  }
}

const criteriaFor = async (
  req: PayloadRequest,
  { criteria }: DeclaredOptions,
): Promise<ResolvedOptions['criteria']> => {
  if (typeof criteria !== 'function') return criteria
  const found = await criteria(req)
  try {
    refuseWrong(found)
  } catch (error) {
    req.payload.logger.error((error as Error).message)
    throw error
  }
  return found
}
