import type { Config, Payload } from 'payload'

import type { FormsOptions } from './types.ts'

const KEY = 'forms'

/** Keeps the options where {@link formsOptionsOf} finds them: in Payload's `custom`. */
export const keepOptions = (options: FormsOptions): Config['custom'] => ({ [KEY]: options })

/** The options the project gave to the forms. */
export const formsOptionsOf = ({ config }: Payload): FormsOptions =>
  config.custom?.[KEY] as FormsOptions
