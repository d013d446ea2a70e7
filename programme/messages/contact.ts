import type { PayloadRequest } from 'payload'

import { findFirstRecord } from '../../database/records.ts'

/** The central team's address, for the foot of every message. */
export const contactAddress = async (req: PayloadRequest): Promise<string> => {
  const part = await findFirstRecord(req, 'site-parts', { part: { equals: 'contact' } })
  return part!.contact!.email
}
