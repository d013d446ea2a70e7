import type { PayloadRequest } from 'payload'

/** The central team's address, for the foot of every message. */
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
