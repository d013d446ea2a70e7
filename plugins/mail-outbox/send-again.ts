import type { PayloadRequest } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { queueSending } from './queue-mail.ts'
import type { MailOutboxOptions } from './types.ts'

/**
 * Sends a message again that was given up or refused: to the address the person has now, which may
 * have been corrected since.
 *
 * @returns `false` when the message has neither failed nor been refused.
 */
export const sendAgain = (
  req: PayloadRequest,
  id: string,
  { addressOf }: MailOutboxOptions,
): Promise<boolean> =>
  inTransaction(req, async () => {
    const mail = await req.payload.findByID({
      collection: 'mails',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    if (!mail) return false
    const changed = await req.payload.db.updateOne({
      collection: 'mails',
      where: { and: [{ id: { equals: id } }, { status: { in: ['failed', 'bounced'] } }] },
      data: { status: 'queued', attempts: 0, to: (await addressOf?.(mail, req)) ?? mail.to },
      options: { atomic: true },
      req,
    })
    if (changed) await queueSending(req, id)
    return changed !== null
  })
