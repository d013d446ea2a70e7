import { COUNTRIES_OF_AFRICA } from './countries-africa.ts'
import { COUNTRIES_OF_AMERICAS } from './countries-americas.ts'
import { COUNTRIES_OF_ASIA } from './countries-asia.ts'
import { COUNTRIES_OF_EUROPE } from './countries-europe.ts'
import { COUNTRIES_OF_OCEANIA } from './countries-oceania.ts'
import type { StarterList } from './starter-list.ts'

/**
 * Every country and territory people can have trained in or come from. A key is the code of ISO
 * 3166-1 alpha-2 (`XK` for Kosovo, which has none), a group the region M49 gives it. The United
 * Kingdom is left out: the programme is for doctors who come to it.
 *
 * Synonyms are other, former and native names and abbreviations that people type. States that broke
 * up are not among them: who qualified in one chooses one of today's.
 */
export const COUNTRIES: StarterList = {
  id: 'countries',
  label: 'Countries',
  noun: 'country',
  order: 'alphabet',
  groupsFrom: 'regions',
  choices: [
    ...COUNTRIES_OF_AFRICA,
    ...COUNTRIES_OF_AMERICAS,
    ...COUNTRIES_OF_ASIA,
    ...COUNTRIES_OF_EUROPE,
    ...COUNTRIES_OF_OCEANIA,
  ],
}
