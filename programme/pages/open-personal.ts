import type { PayloadRequest } from 'payload'

import { enter } from '../links/enter.ts'
import type { OpenVisit } from '../links/visits.ts'
import { myTemplates } from './templates.ts'

/**
 * Opens a page that needs the link to somebody's own page, and no other link.
 *
 * @param path the address of the page
 */
export const openPersonal = async (
  req: PayloadRequest,
  path: string,
  now = new Date(),
): Promise<OpenVisit | Response> => {
  const { deadLink } = await myTemplates(req)
  return enter(req, { path, purposes: ['page'], deadLink, now })
}
