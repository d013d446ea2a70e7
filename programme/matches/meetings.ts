import type { PayloadRequest } from 'payload'

import { createRecord, findRecords } from '../../database/records.ts'
import type { Meeting } from '../../payload-types.ts'
import { daysBetween, ukDate } from '../clock/dates.ts'
import type { Role } from '../clock/facts.ts'
import { MEETING_WAYS, type MeetingWay } from '../../collections/Meetings.ts'
import type { MatchContext } from './types.ts'
import { noteContact } from './contact.ts'
import { Refused } from '@mentoring/kit/refused'
import { refuseWhenOver } from './refuse-when-over.ts'
import { change, note } from './take-step.ts'

const STAYS = 'its meetings stay as they are'

/** More than one a day for half a year is no record of meetings. */
const MOST_MEETINGS = 200

/**
 * Notes a meeting of the two. Whoever has met is in contact.
 *
 * @param on the day, at any time of it
 * @throws Refused when the day is before the introduction or to come, or the match is over.
 */
export const noteMeeting = async (
  context: MatchContext,
  role: Role,
  { on, way }: { on: Date; way: MeetingWay },
): Promise<void> => {
  const { facts, match, now, req } = context
  refuseWhenOver(context, STAYS)
  if (daysBetween(facts.introducedAt, on) < 0) {
    throw new Refused(400, 'This day is before you were introduced. Check the date.')
  }
  if (daysBetween(now, on) > 0) {
    throw new Refused(400, 'This day is still to come. Note the meeting when you have met.')
  }
  if ((await findMeetings(req, match.id)).length >= MOST_MEETINGS) {
    throw new Refused(409, 'You have noted as many meetings as we can keep.')
  }
  if (facts.state === 'introduced' || (role === 'mentee' && match.heardNothingAt)) {
    await noteContact(context, { by: role })
  }
  await createRecord(req, 'meetings', { match: match.id, on: on.toISOString(), way })
  await note(context, 'meeting', { by: role })
  await rememberFirst(context)
}

/**
 * Takes back a meeting that was noted by mistake.
 *
 * @throws Refused when it is not there or the match is over.
 */
export const removeMeeting = async (
  context: MatchContext,
  role: Role,
  meeting: string,
): Promise<void> => {
  const { match, req } = context
  refuseWhenOver(context, STAYS)
  const found = (await findMeetings(req, match.id)).find(({ id }) => id === meeting)
  if (!found) throw new Refused(404, 'This meeting is no longer on record.')
  await req.payload.delete({ collection: 'meetings', id: meeting, overrideAccess: true, req })
  await note(context, 'removeMeeting', { by: role })
  await rememberFirst(context)
}

/** Meetings of a match, latest first. */
export const findMeetings = (req: PayloadRequest, match: string): Promise<Meeting[]> =>
  findRecords(req, 'meetings', { match: { equals: match } }, { sort: '-on' })

/** @example meetingInWords({ on: '2026-11-29', way: 'online' }) // 'Sunday 29 November 2026, online or by phone' */
export const meetingInWords = ({ on, way }: Pick<Meeting, 'on' | 'way'>): string =>
  `${ukDate(on)}, ${MEETING_WAYS.find(({ value }) => value === way)!.label.toLowerCase()}`

/** Keeps with the match when they first met face to face, which the clock asks for. */
const rememberFirst = async (context: MatchContext): Promise<void> => {
  const first = (await findMeetings(context.req, context.match.id))
    .filter(({ way }) => way === 'faceToFace')
    .at(-1)
  await change(context, { metFaceToFaceOn: first?.on ?? null })
}
