/**
 * What people type, without what nobody sees: characters that are invisible or turn the direction of
 * writing make a name blank or reversed, and two equal names different.
 */

/** Characters of control, format, filling and none: zero-width spaces, direction marks, Hangul fillers, tags. */
const UNSEEN =
  /(?![\t\n\u200c\u200d\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The two joiners between letters belong to how Persian, Malayalam or Sinhala are spelt, and one after
 * the Malayalam sign of a missing vowel; between pictures they make one of several, such as a doctor.
 */
const STRAY_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|(?<!\u0d4d)[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu

/** A selector of a variant belongs to the sign before it: a picture, a Han or a Mongolian character. */
const STRAY_SELECTOR =
  /(?<![\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}])\p{Variation_Selector}/gu

/** The blank of Braille is a letter to computers and empty to the eye. */
const BLANK = /\u2800/g

/**
 * Signs that stand above or below a letter. Beyond what any language puts there they grow over the
 * lines around: four of those that go with every script, eight of a script's own, as in Tibetan.
 */
const STACKED_MARKS =
  /(?<=(?:(?=\p{M})\p{Script=Inherited}){4})(?:(?=\p{M})\p{Script=Inherited})+|(?<=\p{M}{8})\p{M}+/gu

const LINE_SEPARATOR = /\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g

/**
 * A text that came in, as it is kept: composed letters (Unicode NFC), without invisible characters,
 * with `\n` between lines.
 *
 * @example cleanText('Ami\u200bna\u202e') // 'Amina'
 */
export const cleanText = (text: string): string => {
  for (let before = text; ;) {
    const after = before
      .replace(LINE_SEPARATOR, '\n')
      .replace(BLANK, ' ')
      .replace(UNSEEN, '')
      .replace(STRAY_JOINER, '')
      .replace(STRAY_SELECTOR, '')
      .normalize('NFC')
      .replace(STACKED_MARKS, '')
    // What was between two signs is gone: they may be neighbours of another kind now.
    if (after === before) return after
    before = after
  }
}

/** The same for every text in a value: lists, and rich text with its parts. */
export const cleanTexts = <T>(value: T): T => {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanTexts) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, cleanTexts(part)]),
  ) as T
}

/** Could this be somebody's name? It has a letter, of any script; one that only changes others is none. */
export const hasLetter = (text: string): boolean => /(?!\p{Lm})\p{L}/u.test(text)
