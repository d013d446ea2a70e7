import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { countRecords, createRecord, deleteRows } from '../../database/records.ts'
import { cookiesOf, setCookie } from './cookies.ts'
import { type Owner, ownedBy } from './owner.ts'
import { hashToken, makeSecret } from './token.ts'

/** A browser stays known this long, in days: as long as most matches last. */
const KNOWN_DAYS = 180

const DAY = 24 * 60 * 60 * 1000

const COOKIE = 'device-'

/** Remembers the browser for somebody who has shown that they have their mailbox. @returns the cookie */
export const rememberDevice = async (
  req: PayloadRequest,
  { id, role }: Owner,
  now: Date,
): Promise<string> => {
  const secret = makeSecret()
  await createRecord(req, 'known-devices', {
    hash: hashToken(secret),
    [role]: id,
    expiresAt: new Date(now.getTime() + KNOWN_DAYS * DAY).toISOString(),
  })
  const name = COOKIE + randomBytes(6).toString('base64url')
  return setCookie(req, name, secret, (KNOWN_DAYS * DAY) / 1000)
}

/** Has this person entered a mailed code in this browser? */
export const isKnownDevice = async (
  req: PayloadRequest,
  owner: Owner,
  now: Date,
): Promise<boolean> => {
  const hashes = hashesOf(req)
  if (hashes.length === 0) return false
  const known = await countRecords(req, 'known-devices', {
    and: [
      ownedBy(owner),
      { hash: { in: hashes } },
      { expiresAt: { greater_than: now.toISOString() } },
    ],
  })
  return known > 0
}

/** Forgets this browser for somebody, or all of theirs. */
export const forgetDevices = async (
  req: PayloadRequest,
  owner: Owner,
  which: 'all' | 'this',
): Promise<void> => {
  const own = which === 'all' ? [] : [{ hash: { in: hashesOf(req) } }]
  await deleteRows(req, 'known-devices', { and: [ownedBy(owner), ...own] })
}

const hashesOf = (req: PayloadRequest): string[] =>
  [...cookiesOf(req, COOKIE).values()].slice(-20).map(hashToken)
