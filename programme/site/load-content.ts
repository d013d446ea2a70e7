import { editionInForce } from '@mentoring/forms/editions/in-force'
import type { Edition } from '@mentoring/forms/editions/types'
import type { DataFromCollectionSlug, PayloadRequest, Where } from 'payload'

import { findRecords } from '../../database/records.ts'
import { type CountryThatCounts, loadCountryThatCounts } from '../../globals/country-that-counts.ts'
import type {
  Media,
  Page,
  Redirect,
  ResourceLink,
  SitePart,
  TrainingDay,
} from '../../payload-types.ts'
import type { Snapshot } from '../../site/snapshot.ts'
import { numbersOnTheSite } from './numbers.ts'

/** The records that the public site is made of, as the database has them. */
export type Content = {
  pages: Page[]
  parts: SitePart[]
  links: ResourceLink[]
  redirects: Redirect[]
  pictures: Media[]
  training: TrainingDay[]
  numbers: Snapshot['numbers']
  edition: Edition
  country: CountryThatCounts
}

const IS_PUBLISHED: Where = { _status: { equals: 'published' } }

/** What is read: what the public sees, or the newest of everything that editors are working on. */
export type Which = 'drafts' | 'published'

/** Reads the content; training days that are over are left out. */
export const loadContent = async (
  req: PayloadRequest,
  which: Which = 'published',
  now = new Date(),
): Promise<Content> => ({
  pages: await read(req, 'pages', which, { sort: 'createdAt' }),
  parts: await read(req, 'site-parts', which),
  links: await read(req, 'resource-links', which, {
    where: { isRetired: { not_equals: true } },
    sort: '_order',
  }),
  redirects: await findRecords(req, 'redirects', {}, { sort: 'from' }),
  pictures: await findRecords(req, 'media', {}),
  training: await findRecords(
    req,
    'training-days',
    { startsAt: { greater_than: now.toISOString() } },
    { sort: 'startsAt' },
  ),
  numbers: await numbersOnTheSite(req),
  edition: await editionInForce(req),
  country: await loadCountryThatCounts(req.payload),
})

/** All of a collection, as the public sees them or in their newest version. */
const read = async <Slug extends 'pages' | 'resource-links' | 'site-parts'>(
  req: PayloadRequest,
  collection: Slug,
  which: Which,
  { sort, where = {} }: { sort?: string; where?: Where } = {},
): Promise<DataFromCollectionSlug<Slug>[]> => {
  const isDraft = which === 'drafts'
  const { docs } = await req.payload.find({
    ...{ collection, sort, pagination: false, depth: 0, draft: isDraft },
    where: isDraft ? where : { and: [IS_PUBLISHED, where] },
    overrideAccess: true,
    req,
  })
  return docs
}
