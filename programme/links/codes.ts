import { createHmac, timingSafeEqual } from 'node:crypto'

import type { SecretLink } from '@mentoring/outbox'
import type { PayloadRequest, Where } from 'payload'

import { createRecord, deleteRows } from '../../database/records.ts'
import type { MailedCode } from '../../payload-types.ts'
import { ownerIn } from './owner.ts'
import { makeNonce } from './token.ts'
import type { CODE_USES } from './visit-collections.ts'
import type { OpenVisit } from './visits.ts'

/** What a mailed code is asked for. */
export type CodeUse = (typeof CODE_USES)[number]

/** How long a code works, in minutes. */
export const CODE_MINUTES = 10

/** How often a code may be tried. */
export const CODE_TRIES = 5

/** What the outbox makes a code of, as it makes links, at the moment it is sent. */
const CODE_PURPOSE = 'code'

/**
 * The code of a nonce: 6 digits. Neither the database nor the outbox holds it.
 *
 * @param secret the installation's secret (PAYLOAD_SECRET)
 */
export const codeOf = (secret: string, nonce: string): string => {
  const random = createHmac('sha256', secret).update(`${CODE_PURPOSE}:${nonce}`).digest()
  return String(random.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** What the outbox makes codes by, beside the addresses of links. */
export const codes = (secret: string): Record<string, (link: SecretLink) => string> => ({
  [CODE_PURPOSE]: ({ nonce }) => codeOf(secret, nonce),
})

/** Makes a code for one use in one visit, in the transaction of `req`; earlier ones end. */
export const makeCode = async (
  req: PayloadRequest,
  { visit }: OpenVisit,
  use: CodeUse,
  now: Date,
): Promise<SecretLink> => {
  const { id, role } = ownerIn(visit)!
  const nonce = makeNonce()
  await deleteRows(req, 'mailed-codes', {
    and: [{ visit: { equals: visit.id } }, { use: { equals: use } }],
  })
  await createRecord(req, 'mailed-codes', {
    nonce,
    [role]: id,
    visit: visit.id,
    use,
    triesLeft: CODE_TRIES,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString(),
  })
  return { purpose: CODE_PURPOSE, nonce }
}

/**
 * Tries a code; a right one is used up. The try is counted before the code is looked at, so that many
 * at once are no more than are allowed. Not in a transaction, which could take the count back.
 *
 * @returns whether it is right, or that there is none to be tried any more
 */
export const tryCode = async (
  req: PayloadRequest,
  { visit }: OpenVisit,
  use: CodeUse,
  typed: string,
  now: Date,
): Promise<'none' | 'right' | 'wrong'> => {
  const isOpen: Where = {
    and: [
      { visit: { equals: visit.id } },
      { use: { equals: use } },
      { usedAt: { exists: false } },
      { triesLeft: { greater_than: 0 } },
      { expiresAt: { greater_than: now.toISOString() } },
    ],
  }
  // The adapter answers with the row, whose type it does not know.
  const code = (await req.payload.db.updateOne({
    collection: 'mailed-codes',
    where: isOpen,
    data: { triesLeft: { $inc: -1 } },
    options: { atomic: true },
    req,
  })) as unknown as MailedCode | null
  if (!code) return 'none'
  const expected = Buffer.from(codeOf(req.payload.config.secret, code.nonce))
  const given = Buffer.from(typed.replace(/\D/g, ''))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong'
  const used = await req.payload.db.updateOne({
    collection: 'mailed-codes',
    where: { and: [{ id: { equals: code.id } }, { usedAt: { exists: false } }] },
    data: { usedAt: now.toISOString() },
    options: { atomic: true },
    req,
  })
  return used ? 'right' : 'none'
}
