import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import {
  createRow,
  deleteRows,
  findFirstRecord,
  findRecords,
  updateRow,
} from '../../../../database/records.ts'
import { idOf } from '../../../../database/record-id.ts'
import type { SignUpDraft } from '../../../../payload-types.ts'
import { cookieOf, setCookie } from '../../../links/cookies.ts'
import { hashToken, looksLikeToken, makeSecret } from '../../../links/token.ts'
import { carryOver } from './carry-over.ts'
import type { Content, Draft, Notice } from './types.ts'
import { makeKey, seal, unseal, unwrapKey, wrapKey } from './seal.ts'

/** How long a draft is kept from its start, in hours. */
const DRAFT_HOURS = 24

/** How many drafts are removed at a time. */
const MOST_AT_ONCE = 500

/** The largest content that is kept, in characters of JSON; the longest honest one is under 10 KB. */
const LARGEST_CONTENT = 24 * 1024

/** Starts a draft. @returns the header that gives this browser what opens it, until it is closed */
export const startDraft = async (
  req: PayloadRequest,
  { edition, kind }: { edition: number; kind: string },
  now: Date,
): Promise<string> => {
  const [token, key] = [makeSecret(), makeKey()]
  const content: Content = { values: {}, tried: [] }
  await createRow(req, 'sign-up-drafts', {
    tokenHash: hashToken(token),
    wrappedKey: wrapKey(token, key),
    kind,
    edition,
    sealed: seal(key, content),
    expiresAt: new Date(now.getTime() + DRAFT_HOURS * 60 * 60_000).toISOString(),
  })
  return setCookie(req, cookieName(kind), token)
}

/** The draft of this browser; nothing when there is none that is still kept. */
export const openDraft = async (
  req: PayloadRequest,
  kind: string,
  now: Date,
): Promise<Draft | undefined> => {
  const draft = await findDraft(req, 'tokenHash', cookieOf(req, cookieName(kind)), now)
  return draft?.row.kind === kind ? draft : undefined
}

/**
 * Changes what the draft of this browser holds. Two changes at once are made one after the other, so
 * that neither is lost.
 *
 * @param page name of the page it is changed by, which says so when something can't be kept
 * @returns the draft as it is then; nothing when there is none
 */
export const changeDraft = (
  req: PayloadRequest,
  { kind, now, page }: { kind: string; now: Date; page: string },
  change: (draft: Draft) => Content | Promise<Content>,
): Promise<Draft | undefined> =>
  inTransaction(req, async () => {
    const draft = await openDraft(req, kind, now)
    if (!draft) return undefined
    const changed = await change(draft)
    const isTooLong = JSON.stringify(changed).length > LARGEST_CONTENT
    const notice: Notice = { page, is: 'tooLong' }
    const content = isTooLong ? { ...draft.content, notice } : changed
    const { edition, id } = draft.row
    await updateRow(req, 'sign-up-drafts', id, { edition, sealed: seal(draft.key, content) })
    return { ...draft, content }
  })

/** Ends a draft. @returns the header that removes its cookie */
export const endDraft = async (req: PayloadRequest, { row }: Draft): Promise<string> => {
  await deleteDrafts(req, [row])
  return setCookie(req, cookieName(row.kind), '', 0)
}

/** Removes drafts whose time is over, the oldest first. */
export const forgetDrafts = async (req: PayloadRequest, now: Date): Promise<void> => {
  const isOver = { expiresAt: { less_than_equal: now.toISOString() } }
  await deleteDrafts(req, await findRecords(req, 'sign-up-drafts', isOver, OLDEST))
}

const OLDEST = { limit: MOST_AT_ONCE, sort: 'expiresAt' }

const deleteDrafts = async (req: PayloadRequest, rows: SignUpDraft[]): Promise<void> => {
  if (rows.length === 0) return
  await deleteRows(req, 'sign-up-drafts', { id: { in: rows.map(({ id }) => id) } })
  await deleteMails(req, rows)
}

/** Removes the messages with links to these drafts, and with them the addresses they went to. */
export const deleteMails = async (req: PayloadRequest, rows: SignUpDraft[]): Promise<void> => {
  const ids = rows.flatMap(({ mail }) => (mail ? [idOf(mail)] : []))
  if (ids.length > 0) await deleteRows(req, 'mails', { id: { in: ids } })
}

/** The cookie that opens a draft. Of each form one: somebody may sign up as mentor and as mentee. */
export const cookieName = (kind: string): string => `signup-${kind}`

/** The draft that a token of this browser or of a mailed link opens, while it is kept. */
export const findDraft = async (
  req: PayloadRequest,
  by: 'linkHash' | 'tokenHash',
  token: unknown,
  now: Date,
): Promise<Draft | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const row = await findFirstRecord(req, 'sign-up-drafts', {
    and: [
      { [by]: { equals: hashToken(token) } },
      { expiresAt: { greater_than: now.toISOString() } },
    ],
  })
  const wrapped = by === 'linkHash' ? row?.linkKey : row?.wrappedKey
  const key = wrapped ? unwrapKey(token, wrapped) : undefined
  const content = row && key && unseal(key, row.sealed)
  return content ? carryOver(req, { row, key, content: content as Content }) : undefined
}
