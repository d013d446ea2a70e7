import type { PayloadRequest } from 'payload'

import { localAPI } from './local.ts'
import { optionsOf, refuseWrong } from './options.ts'
import type { DeclaredOptions, OwnSettings, ResolvedOptions } from './types.ts'

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
  const resolved = savedOwn(req, options).then((own) => resolve(req, options, own))
  asked.set(req, resolved)
  return resolved
}

/** The same with other values of the project's own settings than are saved; what is left out is as it is saved. */
export const optionsTrying = (
  req: PayloadRequest,
  options: ResolvedOptions,
  tried: OwnSettings,
): Promise<ResolvedOptions> => {
  const own = options.settingsFields.map(({ name }) => [name, tried[name] ?? options.own[name]])
  return resolve(req, optionsOf(req.payload.config), Object.fromEntries(own) as OwnSettings)
}

/** The project's own settings where nothing was saved. */
export const defaultOwn = ({ settingsFields }: DeclaredOptions): OwnSettings =>
  Object.fromEntries(
    settingsFields.map(({ defaultValue, name }): [string, unknown] => [name, defaultValue]),
  )

/**
 * As the database has them: Payload would ask for the criteria to read the settings, and they are asked with these.
 * Outside any transaction, which may be busy with something else.
 */
const savedOwn = async (
  { payload }: PayloadRequest,
  options: DeclaredOptions,
): Promise<OwnSettings> => {
  const own = defaultOwn(options)
  if (Object.keys(own).length === 0) return own
  const saved = await localAPI(payload).db.findGlobal<OwnSettings>({ slug: options.slugs.settings })
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, saved?.[name] ?? value]),
  )
}

const resolve = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  own: OwnSettings,
): Promise<ResolvedOptions> => {
  const { mentees, mentors } = options
  const criteria = await criteriaFor(req, options, own)
  const names = await options.names(req, own)
  return {
    ...options,
    criteria,
    own,
    mentees: { ...mentees, describe: (mentee) => mentees.describe(mentee, names) },
    mentors: { ...mentors, describe: (mentor) => mentors.describe(mentor, names) },
  }
}

const criteriaFor = async (
  req: PayloadRequest,
  { criteria }: DeclaredOptions,
  own: OwnSettings,
): Promise<ResolvedOptions['criteria']> => {
  if (typeof criteria !== 'function') return criteria
  const found = await criteria(req, own)
  try {
    refuseWrong(found)
  } catch (error) {
    req.payload.logger.error((error as Error).message)
    throw error
  }
  return found
}
