import { asCode } from '@mentoring/kit/rights'
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import type { Mail } from './types.ts'

/** What the code changes of a message: it can also count on from what stands there. */
type Change = Partial<Omit<Mail, 'attempts' | 'id'>> & { attempts?: number | { $inc: number } }

// A project's own types know the columns it has; these are the ones that every outbox has. Ids are
// text here: some databases have numbers for them.
const toMail = (row: unknown): Mail => ({ ...(row as Mail), id: `${(row as Mail).id}` })

/** One message with all that the API hides of it, or nothing. */
export const findMail = async (req: PayloadRequest, id: string): Promise<Mail | undefined> => {
  const row = await req.payload.findByID({
    ...asCode(req),
    collection: 'mails',
    id,
    disableErrors: true,
    showHiddenFields: true,
  })
  return row ? toMail(row) : undefined
}

/**
 * The ids of messages.
 *
 * @param options.limit @default all
 */
export const findMailIds = async (
  req: PayloadRequest,
  where: Where,
  { limit = 0, sort }: { limit?: number; sort?: string[] } = {},
): Promise<string[]> => {
  const { docs } = await req.payload.find({
    ...asCode(req),
    collection: 'mails',
    where,
    sort,
    limit,
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => `${id}`)
}

/** Adds a message, in the transaction of `req`. */
export const createMail = async (
  req: PayloadRequest,
  data: Omit<Mail, 'createdAt' | 'id' | 'updatedAt'>,
): Promise<string> => {
  // Straight to the database, which knows no defaults: what code writes needs no checks of what people type.
  const { id } = (await req.payload.db.create({
    collection: 'mails',
    data: { attempts: 0, mayHaveGoneTwice: false, ...data },
    req,
  })) as { id: number | string }
  return `${id}`
}

/** Changes a message, without the checks of what people type: only code writes here. */
export const changeMail = async (req: PayloadRequest, id: string, data: Change): Promise<void> => {
  await req.payload.db.updateOne({ collection: 'mails', id, data, req, returning: false })
}

/**
 * Changes the first message that `where` finds, looked at and changed in one step: of two that try,
 * one does it.
 *
 * @returns the message as it is now, or nothing when there is none.
 */
export const changeMailIf = async (
  req: PayloadRequest,
  where: Where,
  data: Change,
): Promise<Mail | undefined> => {
  const row: unknown = await req.payload.db.updateOne({
    collection: 'mails',
    where,
    data,
    options: { atomic: true },
    req,
  })
  return row ? toMail(row) : undefined
}

/** Lets everything that waits be tried at once. */
export const hurryMails = async ({ db }: Payload): Promise<void> => {
  const where = { status: { equals: 'queued' } }
  await db.updateMany({ collection: 'mails', where, data: { nextTryAt: null } })
}

/** A request of the code's own. A new one for each message: it keeps everything that was read for it. */
export const ownRequest = (payload: Payload): Promise<PayloadRequest> => createLocalReq({}, payload)
