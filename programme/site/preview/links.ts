import { defineAction } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { isComms } from '../../../collections/access.ts'
import { createRecord, deleteRows, findFirstRecord } from '../../../database/records.ts'
import type { PreviewLink } from '../../../payload-types.ts'
import { serverURL } from '../../../settings.ts'
import { addDays } from '../../clock/dates.ts'
import { findNewest } from '../../content/record.ts'
import { hashToken, looksLikeToken, makeSecret } from '../../links/token.ts'
import { type Previewed, PREVIEWED } from './draft-content.ts'

/** A link works for so many days unless its maker says fewer. */
const LONGEST = 14

const SLUG = 'preview-links'
const NOT_ALLOWED = 'Only the comms team can do this.'

const which = {
  collection: z.enum(Object.keys(PREVIEWED) as [Previewed, ...Previewed[]]),
  document: z.string().min(1).max(64),
}

/** Makes a link to a draft. It is shown once: only its hash is kept. */
export const makePreviewLink = defineAction({
  path: '/preview/links',
  access: isComms,
  notAllowed: NOT_ALLOWED,
  body: z.strictObject({ ...which, days: z.number().int().min(1).max(LONGEST).default(7) }),
  act: async (req, { collection, days, document }) => {
    if (!(await findNewest(req, collection, document))) {
      throw new Refused(404, 'This record is not there any more. Load the page again.')
    }
    const token = makeSecret()
    const expiresAt = addDays(new Date(), days).toISOString()
    const by = req.user?.collection === 'users' ? req.user.id : undefined
    await createRecord(req, SLUG, { hash: hashToken(token), collection, document, expiresAt, by })
    return { url: `${serverURL}/preview/s/${token}`, expiresAt }
  },
})

/** Ends all links to a draft. */
export const endPreviewLinks = defineAction({
  path: '/preview/end-links',
  access: isComms,
  notAllowed: NOT_ALLOWED,
  body: z.strictObject(which),
  act: async (req, { collection, document }) => {
    await deleteRows(req, SLUG, {
      and: [{ collection: { equals: collection } }, { document: { equals: document } }],
    })
    return {}
  },
})

/** What a link leads to: nothing when there never was one, or it was ended; `isOver` when its time is over. */
export const openPreviewLink = async (
  req: PayloadRequest,
  token: unknown,
): Promise<{ link: PreviewLink; isOver: boolean } | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const link = await findFirstRecord(req, SLUG, { hash: { equals: hashToken(token) } })
  return link && { link, isOver: Date.parse(link.expiresAt) < Date.now() }
}
