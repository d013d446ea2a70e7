import type { Value } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { findFirstRecord } from '../../database/records.ts'

/** The central team's address. */
export const contactAddress = async (req: PayloadRequest): Promise<string> => {
  const part = await findFirstRecord(req, 'site-parts', { part: { equals: 'contact' } })
  return part!.contact!.email
}

/** The same for the words of a message: an address to write to. */
export const contactInMail = async (req: PayloadRequest): Promise<Value> => [
  { mailto: await contactAddress(req) },
]
