import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../../../payload-types.ts'
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
  action: { label: string; href: string } | { label: string; seen: string }
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
  const { docs: mails } = await payload.find({
    collection: 'mails',
    where: { status: { in: ['failed', 'bounced'] } },
    depth: 0,
    ...common,
  })
  const undelivered = mails.map((mail): AttentionRow => ({
    id: mail.id,
    kind: 'mail',
    label: ATTENTION.mail,
    who: `“${mail.subject}” to ${mail.to}`,
    since: mail.updatedAt,
    action: { label: 'Open the email', href: `${admin}/collections/mails/${mail.id}` },
  }))
  return [...rows, ...undelivered].sort(byUrgency)
}
