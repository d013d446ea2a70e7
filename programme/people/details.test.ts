import { expect, it } from 'vitest'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { starterDefinition } from '../../globals/starter-definition.ts'
import { detailsIn } from './details.ts'

const AUDIENCES = { country: 'other', qualifiedIn: 'other' } as const

const person = { name: 'Omar', email: 'omar@example.org', country: 'SD', languages: [], topics: [] }

it.each(['mentor', 'mentee'] as const)(
  'a country that is not to count is kept from the other person, even where a record of a %s has one',
  (role) => {
    const shown = (originChoice: string) =>
      // As far as it is read.
      detailsIn(
        starterDefinition(),
        { role, person: { ...person, originChoice } as unknown as Mentee & Mentor },
        AUDIENCES,
      )
    expect(shown('count')).toContainEqual({ label: 'Country', value: 'Sudan' })
    for (const choice of ['noPreference', 'preferNotToSay', '']) {
      expect(JSON.stringify(shown(choice)), choice).not.toMatch(/Country|Sudan/)
    }
  },
)
