import { COUNTRIES } from './lists/countries.ts'
import { LANGUAGES } from './lists/languages.ts'
import {
  GENDER_PREFERENCES,
  GENDERS,
  MEETING_PREFERENCES,
  ORIGIN_CHOICES,
  TOPICS,
} from './lists/mentoring.ts'
import { REGIONS } from './lists/regions.ts'
import { SPECIALTIES, SPECIALTY_GROUPS } from './lists/specialties.ts'
import type { StarterList } from './lists/starter-list.ts'
import { TEAMS } from './lists/teams.ts'
import { GRADES, PATHWAYS, SITES } from './lists/work.ts'

export type { StarterChoice, StarterList } from './lists/starter-list.ts'

/**
 * The lists a new installation starts with: what its questions offer, until somebody changes them.
 * A list stands after the one that groups it.
 */
export const STARTER_LISTS: StarterList[] = [
  PATHWAYS,
  TOPICS,
  GRADES,
  SPECIALTY_GROUPS,
  SPECIALTIES,
  SITES,
  TEAMS,
  MEETING_PREFERENCES,
  GENDERS,
  GENDER_PREFERENCES,
  ORIGIN_CHOICES,
  REGIONS,
  COUNTRIES,
  LANGUAGES,
]

/** The keys that a list starts with. @example keysOf('topics') // ['housing', …] */
export const keysOf = (list: string): string[] =>
  STARTER_LISTS.find(({ id }) => id === list)!.choices.map(({ key }) => key)
