import { inTransaction } from '@mentoring/kit/in-transaction'
import type { Round } from '@mentoring/kit/rounds'
import { queueMail } from '@mentoring/outbox'
import { createLocalReq, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { addDays, nextDaytime, startOfDay, ukDate, ukDay } from '../clock/dates.ts'
import { commsTeam } from '../messages/comms-team.ts'
import { contactAddress } from '../messages/contact.ts'
import type { StaffMailName } from '../messages/staff.ts'
import { drafted, type Named, nameOf } from './record.ts'

/** Something that is to be looked at again. */
export type Due = { record: Named; due: string; owner?: string; ownerEmail?: string }

/** A mail about it comes no sooner than so many days after the one before. */
const PAUSE = 7

type Reviewed = {
  id: string
  owner?: string | null
  ownerEmail?: string | null
  reviewDue: string
}

/** What is due for review today or was before, the oldest first; with the access of the one who looks, if any. */
export const loadDue = async (
  req: PayloadRequest,
  now: Date,
  overrideAccess = false,
): Promise<Due[]> => {
  const due: Due[] = []
  const tomorrow = startOfDay(addDays(now, 1)).toISOString()
  for (const config of drafted(req).filter(isReviewed)) {
    const { docs } = await req.payload.find({
      collection: config.slug,
      where: { reviewDue: { less_than: tomorrow } },
      sort: 'reviewDue',
      pagination: false,
      depth: 0,
      overrideAccess,
      req,
    })
    // They have the fields of `collections/content/review.ts`.
    for (const doc of docs as unknown as Reviewed[]) {
      due.push({
        record: nameOf(req, config, doc),
        due: doc.reviewDue,
        owner: doc.owner ?? undefined,
        ownerEmail: doc.ownerEmail?.trim().toLowerCase() || undefined,
      })
    }
  }
  return due.sort((one, other) => (one.due < other.due ? -1 : 1))
}

const isReviewed = ({ flattenedFields }: SanitizedCollectionConfig): boolean =>
  flattenedFields.some(({ name }) => name === 'reviewDue')

/** Writes to owners of what is due, or to the comms team: one mail a week for each address. */
export const writeOfReviews = async (req: PayloadRequest, now: Date): Promise<void> => {
  const due = await loadDue(req, now, true)
  const team = due.some(({ ownerEmail }) => !ownerEmail) ? await commsTeam(req) : []
  const byAddress = new Map<string, Due[]>()
  for (const one of due) {
    for (const to of one.ownerEmail ? [one.ownerEmail] : team.map(({ email }) => email)) {
      byAddress.set(to, [...(byAddress.get(to) ?? []), one])
    }
  }
  for (const [to, list] of byAddress) {
    if (await wasWrittenTo(req, to, now)) continue
    await inTransaction(req, async () => {
      await queueMail({
        req,
        template: 'reviewDue' satisfies StaffMailName,
        about: {},
        occasion: `${to} ${ukDay(now)}`,
        to,
        values: {
          due: list.map(({ due: day, record }) => line(record, day)).join('\n'),
          contact: await contactAddress(req),
        },
      })
    })
  }
}

const line = ({ kind, title }: Named, due: string): string =>
  `${kind} “${title}”, due ${ukDate(due)}`

const wasWrittenTo = async (req: PayloadRequest, to: string, now: Date): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'mails',
    where: {
      and: [
        { template: { equals: 'reviewDue' satisfies StaffMailName } },
        { to: { equals: to } },
        { queuedAt: { greater_than: addDays(now, -PAUSE).toISOString() } },
        // A clock that was ahead must not keep it quiet for ever.
        { queuedAt: { less_than_equal: now.toISOString() } },
      ],
    },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/** By day only. */
const DAYTIME = { earliestHour: 8, latestHour: 18 }

/** Looks every hour of the day whether somebody is to hear of what is due. */
export const reviewRound: Round = {
  name: 'reviews',
  everySeconds: 3600,
  lateAfterSeconds: 3 * 3600,
  run: async (payload) => {
    const now = new Date()
    if (nextDaytime(now, DAYTIME) > now) return
    await writeOfReviews(await createLocalReq({}, payload), now)
  },
}
