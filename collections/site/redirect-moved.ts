import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { createRecord, deleteRows, findRecord, findRecords } from '../../database/records.ts'
import type { Page } from '../../payload-types.ts'
import { addressOf } from './address.ts'

/**
 * When a page that was public is published at another address, the old address leads to it from then on, and so do
 * those of the pages below it. Redirects to the page follow it by themselves, because they name the page; one whose
 * address is a page now is taken away.
 */
export const redirectMoved: CollectionBeforeChangeHook<Page> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (data._status !== 'published') return data
  const next = { ...originalDoc, ...data } as Page
  const now = await addressIn(req, next)
  await deleteRows(req, 'redirects', { from: { equals: now } })
  if (operation !== 'update' || !originalDoc) return data
  // What visitors see: a draft over it may have another address already.
  const live = await findRecord(req, 'pages', originalDoc.id)
  if (live?._status !== 'published') return data
  const before = await addressIn(req, live)
  if (before === now) return data
  const below = await findRecords(req, 'pages', {
    and: [{ parent: { equals: live.id } }, { _status: { equals: 'published' } }],
  })
  await leadOn(req, before, live.id)
  for (const page of below) {
    await deleteRows(req, 'redirects', { from: { equals: `${now}${page.slug}/` } })
    await leadOn(req, `${before}${page.slug}/`, page.id)
  }
  return data
}

const addressIn = async (req: PayloadRequest, page: Page): Promise<string> => {
  const parent = page.parent ? idOf(page.parent) : undefined
  return addressOf(page, parent ? await findRecord(req, 'pages', parent) : undefined)
}

const leadOn = async (req: PayloadRequest, from: string, page: string): Promise<void> => {
  await deleteRows(req, 'redirects', { from: { equals: from } })
  await createRecord(req, 'redirects', { from, to: { page }, kind: '301', because: 'moved' })
}
