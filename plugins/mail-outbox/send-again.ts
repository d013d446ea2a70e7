import type { PayloadRequest, Where } from 'payload'

/** As new: tried for some days from now on, the first time at once. */
const asNew = () => ({
  status: 'queued',
  attempts: 0,
  queuedAt: new Date().toISOString(),
  nextTryAt: null,
})

/**
 * Sends a message again that was given up or refused; it goes to the address the person has now.
 *
 * @returns `false` when the message has neither failed nor been refused.
 */
export const sendAgain = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const changed = await req.payload.db.updateOne({
    collection: 'mails',
    where: { and: [{ id: { equals: id } }, { status: { in: ['failed', 'bounced'] } }] },
    data: asNew(),
    options: { atomic: true },
    req,
  })
  return changed !== null
}

/**
 * Sends all messages again that were given up. Those an address refused are left: there the address
 * comes first.
 *
 * @returns how many.
 */
export const sendAllAgain = async (req: PayloadRequest): Promise<number> => {
  const failed: Where = { status: { equals: 'failed' } }
  const { docs } = await req.payload.find({
    collection: 'mails',
    where: failed,
    pagination: false,
    depth: 0,
    select: {},
    overrideAccess: true,
    req,
  })
  let many = 0
  for (const { id } of docs) {
    if (await sendAgain(req, id)) many += 1
  }
  return many
}
