/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
  // The end of a Greek word.
  ς: 'σ',
}

const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Accents of Latin, Greek and Cyrillic letters, and the optional vowel marks of Hebrew and Arabic. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g

/**
 * A text without case and accents, as people search for it. Two texts that fold to the same are the
 * same to whoever looks for somebody, on every database.
 *
 * @example fold('ÖZGÜR Łukasz') // 'ozgur lukasz'
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter]!)

/** Does the folded text have every word of what is looked for, in any order? */
export const hasWords = (text: string, sought: string): boolean => {
  const folded = fold(text)
  return fold(sought)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

/** Does the folded text have what is looked for, as it stands? */
export const hasText = (text: string, sought: string): boolean => fold(text).includes(fold(sought))
