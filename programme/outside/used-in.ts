import type { PayloadRequest } from 'payload'

import { SITE_PARTS } from '../../collections/site/SiteParts.ts'
import { findRecords } from '../../database/records.ts'
import type { Place } from './find-links.ts'

/** A record in which a link stands. Without an id, when the record has another name by now. */
export type UsedIn = { collection: string; id?: string; title: string }

/** Says of each place which record it is. */
export const findRecordsOf = async (
  req: PayloadRequest,
  links: Map<string, Place[]>,
): Promise<Map<string, UsedIn[]>> => {
  const redirects = await findRecords(req, 'redirects', {})
  const parts = await findRecords(req, 'site-parts', {})
  const ids: Record<string, Map<string, string>> = {
    redirects: new Map(redirects.map(({ from, id }) => [from, id])),
    'site-parts': new Map(parts.map(({ id, part }) => [part, id])),
  }
  return new Map(
    [...links].map(([url, places]) => [
      url,
      places.map(({ collection, id, title }) => ({
        collection,
        id: id ?? ids[collection]?.get(title),
        title: collection === 'site-parts' ? PARTS[title]! : title,
      })),
    ]),
  )
}

const PARTS: Record<string, string> = Object.fromEntries(
  SITE_PARTS.map(({ label, value }) => [value, label]),
)
