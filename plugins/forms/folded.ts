import { fold } from '@mentoring/kit/fold'

/**
 * A text as it is compared with what somebody typed: small letters without accents, one blank between
 * words, and no punctuation.
 *
 * @example folded(' Côte d’Ivoire') // 'cote d ivoire'
 */
export const folded = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
