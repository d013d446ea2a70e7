import type { SanitizedConfig } from 'payload'

import type { MentoringOptions, ResolvedOptions } from './types.ts'

const KEY = 'mentoring'

/** Fills in the defaults. */
export const resolveOptions = (options: MentoringOptions): ResolvedOptions => ({
  ...options,
  // Only a plain yes: a promise or a query would count as true.
  access: (args) => options.access(args) === true,
  users: options.users ?? 'users',
})

/** Puts the options where the admin views find them; they stay on the server. */
export const keepOptions = (options: ResolvedOptions) => ({ [KEY]: options })

/** The options the project gave to the plugin. */
export const optionsOf = (config: SanitizedConfig): ResolvedOptions =>
  config.custom?.[KEY] as ResolvedOptions
