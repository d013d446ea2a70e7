import { LANGUAGES_A_TO_K } from './languages-a-to-k.ts'
import { LANGUAGES_L_TO_Z } from './languages-l-to-z.ts'
import { LANGUAGES_RETIRED } from './languages-retired.ts'
import type { StarterList } from './starter-list.ts'

/**
 * The languages that doctors in the NHS speak: those that are official or have many speakers where
 * they come from. A key is the code of ISO 639-1, or of ISO 639-3 where there is none; a code that
 * names a group of languages stands for the one most people mean by it, such as `zh` for Mandarin
 * and `fa` for Farsi. English is left out: everyone in the programme works in it, so it says nothing
 * about a pair.
 */
export const LANGUAGES: StarterList = {
  id: 'languages',
  label: 'Languages',
  noun: 'language',
  order: 'alphabet',
  choices: [...LANGUAGES_A_TO_K, ...LANGUAGES_L_TO_Z, ...LANGUAGES_RETIRED],
}
