import type { SanitizedConfig } from 'payload'

import type { ResolvedOptions } from './types.ts'

const KEY = 'matching'

/** Puts the options where the plugin's admin views find them; it stays on the server. */
export const keepOptions = (options: ResolvedOptions) => ({ [KEY]: options })

/** The options a project gave to the plugin. */
export const optionsOf = (config: SanitizedConfig): ResolvedOptions =>
  config.custom?.[KEY] as ResolvedOptions
