import type { PayloadRequest } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { queueSending } from './queue-mail.ts'

/**
 * Sends a message again that was given up.
 *
 * @returns `false` when the message has not failed.
 */
export const sendAgain = (req: PayloadRequest, id: string): Promise<boolean> =>
  inTransaction(req, async () => {
    const mail = await req.payload.db.updateOne({
      collection: 'mails',
      where: { and: [{ id: { equals: id } }, { status: { equals: 'failed' } }] },
      data: { status: 'queued', attempts: 0 },
      options: { atomic: true },
      req,
    })
    if (mail) await queueSending(req, id)
    return mail !== null
  })
