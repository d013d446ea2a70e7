import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  ValidationError,
  type Where,
} from 'payload'

import { idOf } from '../../database/record-id.ts'
import { countRecords, findFirstRecord, findRecord, findRecords } from '../../database/records.ts'
import type { Page } from '../../payload-types.ts'
import { PAGE_ROLES } from './page-types.ts'

const refuse = (message: string): never => {
  throw new APIError(message, 400, undefined, true)
}

/** What an update is told: one page, or those that a filter finds. */
type Args = {
  data?: { _status?: string; deletedAt?: string | null }
  draft?: boolean
  id?: string
  where?: Where
}

/** A page that the site needs stays on it: it is changed, never taken off. */
const refuseTakingOff: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { data, draft, id, where } = args as Args
  const throwsAway = Boolean(data?.deletedAt)
  const takesOff = throwsAway || (!draft && data?._status === 'draft')
  if (!operation.startsWith('update') || !takesOff) return args
  const which: Where = id ? { id: { equals: id } } : (where ?? {})
  const isNeeded: Where = {
    and: [{ role: { exists: true } }, { _status: { equals: 'published' } }],
  }
  const page = await findFirstRecord(req, 'pages', { and: [which, isNeeded] })
  if (page) {
    refuse(
      `The site needs the page “${page.title}”, so it can’t be taken off. Change its words instead.`,
    )
  }
  if (throwsAway) {
    const ids = (await findRecords(req, 'pages', which)).map((one) => one.id)
    const left: Where = { and: [{ parent: { in: ids } }, { id: { not_in: ids } }] }
    if (ids.length > 0 && (await findFirstRecord(req, 'pages', left))) refuse(OTHERS_BELOW)
  }
  return args
}

const OTHERS_BELOW = 'Other pages are below this one. Move them, or delete them first.'

/**
 * The pages that the site needs stay, at their addresses; two pages never share one; and pages are one level deep at
 * most. Whoever wants otherwise is told why.
 */
export const keepRoles: {
  beforeOperation: CollectionBeforeOperationHook
  beforeChange: CollectionBeforeChangeHook<Page>
  beforeDelete: CollectionBeforeDeleteHook
} = {
  beforeOperation: refuseTakingOff,
  beforeChange: async ({ data, originalDoc, req }) => {
    const role = PAGE_ROLES.find(({ value }) => value === (originalDoc?.role ?? data.role))
    if (role) return { ...data, slug: role.slug, parent: null }
    const page = { ...originalDoc, ...data }
    // In the bin it has no address.
    if (page.deletedAt) return data
    if (page.slug) await checkAddress(req, page, originalDoc?.id)
    else if (data._status === 'published') {
      fail('slug', 'Enter an address, like settling-in: none can be made of this title')
    }
    return data
  },
  beforeDelete: async ({ id, req }) => {
    const page = await findRecord(req, 'pages', String(id))
    if (page?.role) {
      refuse(
        `The site needs the page “${page.title}”, so it can’t be deleted. Change its words instead.`,
      )
    }
    const below = await countRecords(req, 'pages', { parent: { equals: id } })
    if (below > 0) refuse(OTHERS_BELOW)
  },
}

const fail = (path: string, message: string): never => {
  throw new ValidationError({ collection: 'pages', errors: [{ path, message }] })
}

const checkAddress = async (
  req: PayloadRequest,
  page: Partial<Page>,
  id?: string,
): Promise<void> => {
  const parent = page.parent ? idOf(page.parent) : undefined
  if (parent) await checkParent(req, parent, id)
  const where: Where[] = [
    { slug: { equals: page.slug } },
    parent ? { parent: { equals: parent } } : { parent: { exists: false } },
    ...(id ? [{ id: { not_equals: id } }] : []),
  ]
  if ((await countRecords(req, 'pages', { and: where })) > 0) {
    fail('slug', `Another page has the address “${page.slug}”. Choose another one.`)
  }
}

const checkParent = async (req: PayloadRequest, parent: string, id?: string): Promise<void> => {
  const above = await findRecord(req, 'pages', parent)
  if (!above) fail('parent', 'This page has been deleted. Choose another one.')
  if (above?.parent || above?.role || parent === id) {
    fail(
      'parent',
      'Choose a page that stands at the root of the site and is not one the site needs.',
    )
  }
  if (id && (await countRecords(req, 'pages', { parent: { equals: id } })) > 0) {
    fail('parent', 'Other pages are below this one, so it can’t be below another.')
  }
}
