import type * as client from './exports/client.ts'
import type * as rsc from './exports/rsc.ts'

/** The components a part of the package's face has. */
type Exports = { client: keyof typeof client; rsc: keyof typeof rsc }

/**
 * Where Payload's import map finds a component of the admin.
 *
 * @example component('rsc', 'MessageText') // '@mentoring/outbox/rsc#MessageText'
 */
export const component = <Part extends keyof Exports>(part: Part, name: Exports[Part]): string =>
  `@mentoring/outbox/${part}#${name}`
