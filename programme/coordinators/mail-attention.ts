import { readOutage } from '@mentoring/outbox'
import type { PayloadRequest, Where } from 'payload'

import { ukDateTime } from '../clock/dates.ts'
import { findPortion, type Place } from '../matches/portions.ts'
import { ATTENTION } from './attention.ts'
import type { AttentionRow } from './attention-page.ts'

/** Emails that did not arrive. */
export type LostMails = {
  /** How many rows they are on the list. */
  count: number
  /** Those with a row of their own. */
  single: Where
  /** All that were tried for days and given up, as one thing; nothing when there are not several. */
  givenUp?: AttentionRow
}

/** What did not arrive, for the attention list; with the access of the one who looks. */
export const findLostMails = async (req: PayloadRequest): Promise<LostMails> => {
  const failed = await countMails(req, 'failed')
  const bounced = await countMails(req, 'bounced')
  if (failed <= 1) {
    return { count: failed + bounced, single: { status: { in: ['failed', 'bounced'] } } }
  }
  const ofFailed: Where = { status: { equals: 'failed' } }
  const [first] = await findPortion(req, {
    collection: 'mails',
    where: ofFailed,
    date: 'updatedAt',
    fields: [],
    limit: 1,
  })
  const single: Where = { status: { equals: 'bounced' } }
  // A colleague has sent them again in this very moment.
  if (!first) return { count: bounced, single }
  return {
    count: bounced + 1,
    single,
    givenUp: {
      id: 'failed',
      kind: 'mail',
      label: ATTENTION.mail,
      who: `${failed} emails were tried for days and given up`,
      match: `${listOf(req)}?where[status][equals]=failed`,
      since: first.updatedAt,
      action: { label: 'Send all again', sendsAll: true },
    },
  }
}

/** Rows for emails that have one of their own, the oldest first; with the access of the one who looks. */
export const loadLostMails = async (
  req: PayloadRequest,
  { single }: LostMails,
  { after, limit }: { after?: Place; limit: number },
): Promise<{ place: Place; row?: AttentionRow }[]> => {
  const found = await findPortion(req, {
    collection: 'mails',
    where: single,
    date: 'updatedAt',
    fields: [],
    after,
    limit,
  })
  const { docs } = await req.payload.find({
    collection: 'mails',
    where: { id: { in: found.map(({ id }) => id) } },
    select: { subject: true, to: true, updatedAt: true },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const byId = new Map(docs.map((mail) => [mail.id, mail]))
  return found.map(({ id, updatedAt }) => {
    const mail = byId.get(id)
    return {
      place: { at: updatedAt, id },
      row: mail && {
        id,
        kind: 'mail',
        label: ATTENTION.mail,
        who: `“${mail.subject}” to ${mail.to}`,
        since: mail.updatedAt,
        action: { label: 'Open the email', href: `${listOf(req)}/${id}` },
      },
    }
  })
}

/** An outage of the mail server as a row of the list, if there is one. */
export const findOutage = async (req: PayloadRequest): Promise<AttentionRow | undefined> => {
  const outage = await readOutage(req.payload)
  if (!outage) return undefined
  const waiting = await countMails(req, 'queued')
  return {
    id: 'outage',
    kind: 'outage',
    label: ATTENTION.outage,
    who: `The mail server has not taken any message since ${ukDateTime(outage.since)}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`,
    since: outage.since,
    action: { label: 'See what waits', href: `${listOf(req)}?where[status][equals]=queued` },
  }
}

const countMails = async (
  req: PayloadRequest,
  status: 'bounced' | 'failed' | 'queued',
): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: 'mails',
    where: { status: { equals: status } },
    overrideAccess: false,
    req,
  })
  return totalDocs
}

const listOf = ({ payload }: PayloadRequest) => `${payload.config.routes.admin}/collections/mails`
