import type { Payload, RadioField } from 'payload'

/** Which of their two countries people are compared by. */
export const WAYS_TO_COUNT = [
  { value: 'home', label: 'Where people are from' },
  { value: 'qualified', label: 'Where they qualified' },
  { value: 'either', label: 'Either of the two' },
] as const

/** See {@link WAYS_TO_COUNT}. */
export type CountryThatCounts = (typeof WAYS_TO_COUNT)[number]['value']

const NAME = 'countryThatCounts'

const DEFAULT: CountryThatCounts = 'home'

/** The setting among those of the matching. */
export const COUNTRY_SETTING: RadioField = {
  name: NAME,
  type: 'radio',
  label: 'Which country counts',
  required: true,
  defaultValue: DEFAULT,
  options: [...WAYS_TO_COUNT],
  admin: {
    description:
      'For “Same country” and “Same region”, of people who want their country to count. Whoever has given only one of the two is compared by that one. “How we match” on the public site says which counts.',
  },
}

/** The setting from the project's settings of the matching, whatever they hold. */
export const countryThatCounts = (settings: object | null | undefined): CountryThatCounts => {
  const saved = (settings as Record<string, unknown> | null | undefined)?.[NAME]
  return WAYS_TO_COUNT.find(({ value }) => value === saved)?.value ?? DEFAULT
}

/** Reads the setting, as the matching does. */
export const loadCountryThatCounts = async ({ db }: Payload): Promise<CountryThatCounts> =>
  countryThatCounts(await db.findGlobal({ slug: 'matching-settings' }))
