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
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replace(MARKS, '')
        .replace(SPECIAL, (letter) => LETTERS[letter]!)

/** Most texts, which need no more than small letters. */
const PLAIN = /^[\0-\x7f]*$/

/** A question about texts: does the folded text have every word of what is looked for, in any order? */
export const hasWords = (sought: string): ((text: string) => boolean) => {
  const words = fold(sought).split(/\s+/)
  return (text) => {
    const folded = fold(text)
    return words.every((word) => folded.includes(word))
  }
}

/** The same: does the folded text have what is looked for, as it stands? */
export const hasText = (sought: string): ((text: string) => boolean) => {
  const folded = fold(sought)
  return (text) => fold(text).includes(folded)
}
