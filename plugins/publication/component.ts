import type * as client from './exports/client.ts'
import type * as rsc from './exports/rsc.ts'

/** The components a part of the package's face has. */
type Exports = { client: keyof typeof client; rsc: keyof typeof rsc }

/**
 * Where Payload's import map finds a component of the admin.
 *
 * @example component('rsc', 'PublicationView') // '@mentoring/publication/rsc#PublicationView'
 */
export const component = <Part extends keyof Exports>(part: Part, name: Exports[Part]): string =>
  `@mentoring/publication/${part}#${name}`
