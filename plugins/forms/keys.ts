/**
 * A key made of what people read: words in Latin letters and digits, the first small, the others with a capital.
 *
 * @returns nothing when no letter or digit is left
 * @example keyOf('St James’s (ward 7)') // 'stJamesSWard7'
 */
export const keyOf = (label: string): string | undefined => {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  const key = words
    .map((word, place) => {
      const lower = word.toLowerCase()
      return place === 0 ? lower : lower[0]!.toUpperCase() + lower.slice(1)
    })
    .join('')
    .slice(0, LONGEST_KEY)
  return key === '' ? undefined : key
}

/** In characters. */
const LONGEST_KEY = 40

/** What a key is made of, so that it can stand in an address, in the name of an input or a criterion, and between others. */
export const isKey = (text: unknown): boolean =>
  typeof text === 'string' && /^[A-Za-z0-9]{1,40}$/.test(text)

export const KEY_RULE = 'Use up to 40 letters and digits without accents, like leedsGeneral.'
