import { expect, it } from 'vitest'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { details } from './details.ts'

const person = { name: 'Omar', email: 'omar@example.org', country: 'SD', languages: [], topics: [] }

it.each(['mentor', 'mentee'] as const)(
  'a country that is not to count is kept from the other person, even where a record of a %s has one',
  (role) => {
    const shown = (originChoice: string) =>
      // As far as it is read.
      details({ role, person: { ...person, originChoice } as unknown as Mentee & Mentor })
    expect(shown('count')).toContainEqual({ label: 'Country', value: 'Sudan' })
    for (const choice of ['noPreference', 'preferNotToSay', '']) {
      expect(JSON.stringify(shown(choice)), choice).not.toMatch(/Country|Sudan/)
    }
  },
)
