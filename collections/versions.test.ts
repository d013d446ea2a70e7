import type { CollectionConfig, Config, SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'

import { noVersionsOfPeople, versionsAreStated } from './versions.ts'

const notes: CollectionConfig = { slug: 'notes', fields: [] }
const withNotes = (versions?: CollectionConfig['versions']): Config =>
  ({ collections: [versions === undefined ? notes : { ...notes, versions }] }) as Config

describe('versions are stated', () => {
  it('of a collection and of a global', () => {
    expect(() => versionsAreStated(withNotes())).toThrow(/^notes: state “versions: false”/)
    // As far as it is read.
    const globals = { globals: [{ slug: 'rules', fields: [] }] } as unknown as Config
    expect(() => versionsAreStated(globals)).toThrow(/^rules: state “versions: false”/)
  })

  it.each([false, true, { maxPerDoc: 5 }])('%o says it', (versions) => {
    const config = withNotes(versions)
    expect(versionsAreStated(config)).toBe(config)
  })
})

describe('no versions of people', () => {
  const finished = (versions: boolean | object, slug = 'notes') =>
    // As far as it is read.
    ({ collections: [{ slug, versions }], globals: [] }) as unknown as SanitizedConfig

  it.each([true, { maxPerDoc: 5 }])('%o is refused of what is not known to be content', (on) => {
    expect(() => noVersionsOfPeople(finished(on))).toThrow(/^notes: older versions are kept/)
  })

  it('content may have them', () => {
    const config = finished({ maxPerDoc: 5 }, 'resource-links')
    expect(noVersionsOfPeople(config)).toBe(config)
  })
})
