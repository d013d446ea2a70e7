import { describe, expect, it } from 'vitest'

import { folded } from '@mentoring/forms/folded'
import { REGIONS_BEFORE } from './lists/regions-before.ts'
import { keysOf, STARTER_LISTS, type StarterChoice } from './lists.ts'

const listOf = (id: string) => STARTER_LISTS.find((list) => list.id === id)!
const choiceOf = (id: string, key: string) => listOf(id).choices.find((c) => c.key === key)!
const sorted = (items: Iterable<string>) => [...items].sort()

/** Names that truly mean several choices: who types one is shown them all. */
const SHARED: Record<string, string[]> = {
  countries: ['channel islands', 'netherlands antilles'],
  languages: ['isl', 'serbo croatian'],
}

/** What each name of a list that is still offered leads to. */
const choicesByName = (choices: StarterChoice[]) => {
  const found = new Map<string, string[]>()
  for (const { key, label, synonyms = [], isRetired } of choices) {
    if (isRetired) continue
    for (const name of [label, ...synonyms].map(folded)) {
      found.set(name, [...(found.get(name) ?? []), key])
    }
  }
  return found
}

describe.each(STARTER_LISTS)('the list $id', ({ id, choices, groupsFrom }) => {
  it('has keys and labels, none twice', () => {
    expect(choices.length).toBeGreaterThan(1)
    for (const part of ['key', 'label'] as const) {
      expect(choices.every((choice) => choice[part].trim() !== '')).toBe(true)
      expect(new Set(choices.map((choice) => folded(choice[part]))).size).toBe(choices.length)
    }
  })

  it('says of each choice in which group it is, if it has groups', () => {
    const groups: (string | undefined)[] = groupsFrom ? keysOf(groupsFrom) : [undefined]
    expect(choices.filter(({ group }) => !groups.includes(group))).toEqual([])
  })

  it('has no name for two choices but those that mean both', () => {
    const twice = [...choicesByName(choices)].filter(([, keys]) => keys.length > 1)
    expect(sorted(twice.map(([name]) => name))).toEqual(SHARED[id] ?? [])
  })
})

describe('the lists', () => {
  it('have ids, none twice, and stand after the list that groups them', () => {
    const ids = STARTER_LISTS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, groupsFrom } of STARTER_LISTS) {
      if (groupsFrom) expect(ids.indexOf(groupsFrom)).toBeLessThan(ids.indexOf(id))
    }
    expect(ids).toContain('specialtyGroups')
  })

  it('say which choice never counts as the same, and which fits any', () => {
    const marked = STARTER_LISTS.flatMap(({ id, choices }) =>
      choices.flatMap(({ key, isNeutral, fitsAny }) =>
        isNeutral || fitsAny ? [`${id} ${key} ${isNeutral ? 'isNeutral' : 'fitsAny'}`] : [],
      ),
    )
    expect(marked).toEqual([
      'pathways other isNeutral',
      'specialtyGroups other isNeutral',
      'specialties other isNeutral',
      'sites other isNeutral',
      'teams anotherTeam isNeutral',
      'meetingPreferences either fitsAny',
    ])
  })

  it('that the code reads say so', () => {
    const known = STARTER_LISTS.filter(({ isKnownToCode }) => isKnownToCode).map(({ id }) => id)
    expect(known).toEqual(['genders', 'genderPreferences', 'originChoices'])
  })
})

describe('the countries', () => {
  it('are all there are but the United Kingdom', () => {
    const keys = keysOf('countries')
    expect(keys).toHaveLength(244)
    expect(keys.every((key) => /^[A-Z]{2}$/.test(key))).toBe(true)
    expect(keys).not.toContain('GB')
  })

  it.each([
    ['Burma', 'MM'],
    ['UAE', 'AE'],
    ['Emirates', 'AE'],
    ['Cote d Ivoire', 'CI'],
    ['Swaziland', 'SZ'],
    ['Holland', 'NL'],
    ['Persia', 'IR'],
    ['Czech Republic', 'CZ'],
    ['Macedonia', 'MK'],
    ['DRC', 'CD'],
    ['Zaire', 'CD'],
    ['Cabo Verde', 'CV'],
    ['East Timor', 'TL'],
    ['USA', 'US'],
    ['America', 'US'],
    ['ROK', 'KR'],
    ['Turkey', 'TR'],
    ['West Bank', 'PS'],
    ['Gaza', 'PS'],
    ['Eire', 'IE'],
    ['KSA', 'SA'],
    ['Ceylon', 'LK'],
    ['Misr', 'EG'],
    ['Bharat', 'IN'],
    ['Deutschland', 'DE'],
  ])('are found as %s: %s', (typed, key) => {
    expect(choicesByName(listOf('countries').choices).get(folded(typed))).toEqual([key])
  })

  // Read in the tables of https://unstats.un.org/unsd/methodology/m49/
  it.each([
    ['PL', 'Eastern Europe'],
    ['RO', 'Eastern Europe'],
    ['HU', 'Eastern Europe'],
    ['CZ', 'Eastern Europe'],
    ['AT', 'Western Europe'],
    ['SI', 'Southern Europe'],
    ['HR', 'Southern Europe'],
    ['LT', 'Northern Europe'],
    ['CY', 'Western Asia'],
    ['TR', 'Western Asia'],
    ['GE', 'Western Asia'],
    ['IR', 'Southern Asia'],
    ['PK', 'Southern Asia'],
    ['MM', 'South-eastern Asia'],
    ['KZ', 'Central Asia'],
    ['SD', 'Northern Africa'],
    ['SS', 'Eastern Africa'],
    ['ZW', 'Eastern Africa'],
    ['AO', 'Middle Africa'],
    ['NG', 'Western Africa'],
    ['MR', 'Western Africa'],
    ['ZA', 'Southern Africa'],
    ['MX', 'Central America'],
    ['CU', 'Caribbean'],
    ['US', 'Northern America'],
    ['CX', 'Australia and New Zealand'],
    ['UM', 'Micronesia'],
  ])('have the region M49 gives them: %s %s', (key, region) => {
    expect(choiceOf('regions', choiceOf('countries', key).group!).label).toBe(region)
  })

  it('leave no region empty', () => {
    const used = new Set(listOf('countries').choices.map(({ group }) => group))
    expect(sorted(keysOf('regions'))).toEqual(sorted(used as Set<string>))
  })
})

describe('the regions before', () => {
  it('give each country one region', () => {
    const before = REGIONS_BEFORE.flatMap(({ countries }) => countries)
    expect(sorted(before)).toEqual(sorted(keysOf('countries')))
  })

  it('have the key of today where it is the same region by name', () => {
    for (const { key, label } of REGIONS_BEFORE) {
      const now = listOf('regions').choices.find((region) => folded(region.label) === folded(label))
      if (now) expect(key).toBe(now.key)
      else expect(keysOf('regions')).not.toContain(key)
    }
  })
})

describe('the languages', () => {
  it('keep what was offered once, and no longer offer it', () => {
    for (const key of ['ae', 'cu', 'ie', 'pi', 'vo']) {
      expect(choiceOf('languages', key), key).toMatchObject({ isRetired: true })
    }
    expect(keysOf('languages')).not.toContain('en')
  })

  it('are codes of ISO 639', () => {
    expect(keysOf('languages').filter((key) => !/^[a-z]{2,3}$/.test(key))).toEqual([])
  })

  it.each([
    ['Punjabi', 'pa'],
    ['Panjabi', 'pa'],
    ['Cantonese', 'yue'],
    ['Mandarin', 'zh'],
    ['Chinese', 'zh'],
    ['Putonghua', 'zh'],
    ['Filipino', 'tl'],
    ['Tagalog', 'tl'],
    ['Sylheti', 'syl'],
    ['Pushto', 'ps'],
    ['Dari', 'prs'],
    ['Persian', 'fa'],
    ['Saraiki', 'skr'],
    ['Hindko', 'hno'],
    ['Konkani', 'kok'],
    ['Tulu', 'tcy'],
    ['Krio', 'kri'],
    ['Akan', 'tw'],
    ['Sinhalese', 'si'],
    ['Oriya', 'or'],
    ['Myanmar', 'my'],
    ['Kurdish (Sorani)', 'ckb'],
    ['Kurdish (Kurmanji)', 'kmr'],
    ['BSL', 'bfi'],
  ])('are found as %s: %s', (typed, key) => {
    expect(choicesByName(listOf('languages').choices).get(folded(typed))).toEqual([key])
  })

  it.each(['Avestan', 'Volapük', 'Pāli', 'Latin', 'Esperanto', 'Old Church Slavonic'])(
    'do not offer %s any more',
    (label) => {
      expect(listOf('languages').choices.find((c) => c.label === label)?.isRetired).toBe(true)
    },
  )
})
