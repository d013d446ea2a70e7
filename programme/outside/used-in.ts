import type { PayloadRequest } from 'payload'

import { FORMS } from '../../collections/forms.ts'
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
  const forms = await findRecords(req, 'sign-up-forms', {})
  const parts = await findRecords(req, 'site-parts', {})
  const ids: Record<string, Map<string, string>> = {
    redirects: new Map(redirects.map(({ from, id }) => [from, id])),
    'sign-up-forms': new Map(forms.map(({ id, kind }) => [kind, id])),
    'site-parts': new Map(parts.map(({ id, part }) => [part, id])),
  }
  return new Map(
    [...links].map(([url, places]) => [
      url,
      places.map(({ collection, id, title }) => ({
        collection,
        id: id ?? ids[collection]?.get(title),
        title: NAMES[collection]?.[title] ?? title,
      })),
    ]),
  )
}

/** What editors call a record that the site knows by another name. */
const NAMES: Record<string, Record<string, string>> = {
  'sign-up-forms': Object.fromEntries(FORMS.forms.map(({ kind, label }) => [kind, label])),
  'site-parts': Object.fromEntries(SITE_PARTS.map(({ label, value }) => [value, label])),
}
