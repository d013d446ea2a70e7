import type { Value } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

/** The central team's address. */
export const contactAddress = async (req: PayloadRequest): Promise<string> => {
  const { contact } = await req.payload.findGlobal({
    slug: 'programme-page',
    select: { contact: true },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return contact.email
}

/** The same for the words of a message: an address to write to. */
export const contactInMail = async (req: PayloadRequest): Promise<Value> => [
  { mailto: await contactAddress(req) },
]
