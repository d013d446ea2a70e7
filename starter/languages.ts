import languages from 'iso-639-1'

import type { Option } from './options.ts'

/**
 * The languages people can name, by their English names, from the ISO 639-1 list. English is left
 * out: everyone in the programme works in it, so it says nothing about a pair.
 */
export const LANGUAGE_OPTIONS: Option[] = languages
  .getAllCodes()
  .filter((code) => code !== 'en')
  .map((code) => ({ value: code, label: languages.getName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))

/**
 * The English name of a language by its ISO 639-1 code; the code itself when it is not known.
 *
 * @example languageName('ur') // 'Urdu'
 */
export const languageName = (code: string): string => languages.getName(code) || code
