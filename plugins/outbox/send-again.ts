import type { PayloadRequest } from 'payload'

import { changeMailIf, findMailIds } from './store.ts'

/**
 * Sends a message again that was given up or refused; it goes to the address the person has now.
 *
 * @returns `false` when the message has neither failed nor been refused.
 */
export const sendAgain = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const changed = await changeMailIf(
    req,
    { and: [{ id: { equals: id } }, { status: { in: ['failed', 'bounced'] } }] },
    // As new: tried for some days from now on, the first time at once.
    { status: 'queued', attempts: 0, queuedAt: new Date().toISOString(), nextTryAt: null },
  )
  return changed !== undefined
}

/**
 * Sends all messages again that were given up. Those an address refused are left: there the address
 * comes first.
 *
 * @returns how many.
 */
export const sendAllAgain = async (req: PayloadRequest): Promise<number> => {
  let many = 0
  for (const id of await findMailIds(req, { status: { equals: 'failed' } })) {
    if (await sendAgain(req, id)) many += 1
  }
  return many
}
