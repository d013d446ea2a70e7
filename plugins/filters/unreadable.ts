import { APIError } from 'payload'

/**
 * A filter, an order or a page number that can't be read. Nothing has been done. Payload's lists in
 * the admin show no rows for an error of this name, where any other would break the page;
 * `admin/UnreadableFilter.tsx` says why.
 */
export class Unreadable extends APIError {
  constructor(sentence: string) {
    super(sentence, 400, undefined, true)
    this.name = 'QueryError'
  }
}

/**
 * The path of a field as it may stand in a sentence: what is not made like one could be anything,
 * a name of somebody too.
 */
export const quoted = (path: string): string =>
  /^[\w.-]{1,100}$/.test(path) ? `“${path}”` : 'this'
