import { createHash } from 'node:crypto'

/**
 * Names the words of a consent, so that a page can say which stood on it: nobody agrees to words they
 * have not seen.
 */
export const versionOf = (wording: string): string =>
  createHash('sha256').update(wording).digest('base64url')
