import type { FlattenedBlocksField, FlattenedField } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { slugOf } from '../../collections/site/address.ts'
import type { Page } from '../../payload-types.ts'
import type { SitePage } from '../../site/snapshot.ts'
import { ukDay } from '../clock/dates.ts'
import { type Around, readFields } from './read-part.ts'

type Values = Record<string, unknown>

/**
 * A page as the site has it.
 *
 * @param path its address
 * @param fields of the collection
 * @param now what may be shown until a day is left out from the next day on
 */
export const readPage = (
  page: Page,
  path: string,
  fields: FlattenedField[],
  around: Around,
  now: Date,
): SitePage => {
  const layout = fields.find(({ name }) => name === 'layout') as FlattenedBlocksField
  const ids = new Set<string>()
  const parts = (page.layout ?? []).flatMap((data, number): SitePage['parts'] => {
    const kind = layout.blocks.find(({ slug }) => slug === data.blockType)
    if (!kind || isOver(data, now)) return []
    const place = ['layout', number, data.blockType]
    // A part's own heading is of level 2; what is in it comes below.
    const topLevel = 'title' in data && data.title ? 3 : 2
    const values = readFields(kind.flattenedFields, { ...data }, place, { ...around, topLevel })
    return [{ ...values, type: kind.slug, id: freeId(values.title, ids) }]
  })
  const shareImage = page.shareImage && around.picture(idOf(page.shareImage))
  return {
    id: page.id,
    path,
    role: page.role ?? undefined,
    title: page.title,
    lead: page.lead ?? undefined,
    summary: page.summary ?? undefined,
    shareImage: shareImage || undefined,
    isHiddenFromSearch: page.isHiddenFromSearch ?? undefined,
    changedOn: ukDay(page.updatedAt),
    reviewedOn: page.reviewedOn ? ukDay(page.reviewedOn) : undefined,
    parts,
  }
}

/** A quotation may be shown until the end of its last day. */
const isOver = (data: object, now: Date): boolean => {
  const until = (data as Values).showUntil
  return typeof until === 'string' && ukDay(until) < ukDay(now)
}

/** For the address of a part: its heading in small letters, with a number when another part has it. */
const freeId = (title: unknown, taken: Set<string>): string => {
  const wanted = (typeof title === 'string' && slugOf(title)) || 'part'
  let id = wanted
  for (let n = 2; taken.has(id) || id === 'maincontent'; n += 1) id = `${wanted}-${n}`
  taken.add(id)
  return id
}
