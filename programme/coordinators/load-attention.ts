import { readOutage } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { ukDateTime } from '../clock/dates.ts'
import { OPEN } from '../clock/states.ts'
import { ATTENTION, type AttentionKind, attentionOf, byUrgency } from './attention.ts'

/** A row of the attention list, with the one thing to do about it. */
export type AttentionRow = {
  id: string
  kind: AttentionKind
  label: string
  who: string
  /** Address of the match's page. */
  match?: string
  /** What the one who left wanted the central team to know. */
  word?: string
  since: string
  action:
    | { label: string; href: string }
    | { label: string; seen: string }
    /** Sends all emails again that were given up. */
    | { label: string; sendsAll: true }
}

/** Reads what needs a coordinator, most urgent first, with the access of the one who looks. */
export const loadAttention = async (req: PayloadRequest, now: Date): Promise<AttentionRow[]> => {
  const { payload } = req
  const { admin } = payload.config.routes
  const common = { pagination: false, overrideAccess: false, req } as const
  const { docs: matches } = await payload.find({
    collection: 'matches',
    where: {
      or: [
        { status: { in: OPEN } },
        { and: [{ status: { equals: 'endedEarly' } }, { exitSeenAt: { exists: false } }] },
        {
          and: [
            { status: { equals: 'endedEarly' } },
            { or: [{ mentorGoesOn: { equals: 'asked' } }, { menteeGoesOn: { equals: 'asked' } }] },
          ],
        },
      ],
    },
    depth: 1,
    ...common,
  })
  const rows = matches.flatMap((match): AttentionRow[] => {
    const found = attentionOf(match, now)
    if (!found) return []
    const { kind, since } = found
    const href = `${admin}/collections/matches/${match.id}/clock`
    const mentor = match.mentor as Mentor
    const mentee = match.mentee as Mentee
    return [
      {
        id: match.id,
        kind,
        label: ATTENTION[kind],
        who: `${mentor.name} and ${mentee.name}`,
        match: href,
        word: (kind === 'exit' && match.exitWord) || undefined,
        since: since.toISOString(),
        action:
          kind === 'exit'
            ? { label: 'Mark as seen', seen: match.id }
            : kind === 'overdue' || kind === 'silence'
              ? { label: 'Write to the mentor', href: `mailto:${mentor.email}` }
              : { label: 'Open the match', href },
      },
    ]
  })
  return [...rows, ...(await loadMailRows(req))].sort(byUrgency)
}

/** What needs a coordinator about the mail; an outage, and what it left behind, are one thing each. */
const loadMailRows = async (req: PayloadRequest): Promise<AttentionRow[]> => {
  const { payload } = req
  const href = `${payload.config.routes.admin}/collections/mails`
  const { docs } = await payload.find({
    collection: 'mails',
    where: { status: { in: ['failed', 'bounced'] } },
    sort: 'updatedAt',
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const failed = docs.filter(({ status }) => status === 'failed')
  const isMany = failed.length > 1
  const single = docs.filter(({ status }) => !isMany || status === 'bounced')
  const rows = single.map((mail): AttentionRow => ({
    id: mail.id,
    kind: 'mail',
    label: ATTENTION.mail,
    who: `“${mail.subject}” to ${mail.to}`,
    since: mail.updatedAt,
    action: { label: 'Open the email', href: `${href}/${mail.id}` },
  }))
  if (isMany) {
    rows.push({
      id: 'failed',
      kind: 'mail',
      label: ATTENTION.mail,
      who: `${failed.length} emails were tried for days and given up`,
      match: `${href}?where[status][equals]=failed`,
      since: failed[0]!.updatedAt,
      action: { label: 'Send all again', sendsAll: true },
    })
  }
  const outage = await readOutage(payload)
  if (!outage) return rows
  const waiting = await payload.count({
    collection: 'mails',
    where: { status: { equals: 'queued' } },
    overrideAccess: false,
    req,
  })
  rows.push({
    id: 'outage',
    kind: 'outage',
    label: ATTENTION.outage,
    who: `The mail server has not taken any message since ${ukDateTime(outage.since)}; ${waiting.totalDocs} ${waiting.totalDocs === 1 ? 'waits' : 'wait'}`,
    since: outage.since,
    action: { label: 'See what waits', href: `${href}?where[status][equals]=queued` },
  })
  return rows
}
