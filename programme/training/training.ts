import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import {
  countRecords,
  createRecord,
  deleteRows,
  findRecord,
  findRecords,
  updateRecord,
} from '../../database/records.ts'
import type { Mentor, TrainingDay } from '../../payload-types.ts'
import { ukDateTime } from '../clock/dates.ts'
import type { MentoringMail } from '../messages/index.ts'
import { Refused } from '@mentoring/kit/refused'
import { findPlace } from './place.ts'
import { writeToPerson } from '../messages/write-to-person.ts'

/** A training day with the places that are left, and the id of the place that the mentor who asks has. */
export type OpenDay = TrainingDay & { free: number; ownPlace?: string }

/** Training days to come as a mentor sees them, the next first. */
export const findTrainingDays = async (
  req: PayloadRequest,
  now: Date,
  mentor: string,
): Promise<OpenDay[]> => {
  const days: OpenDay[] = []
  // One after the other: a transaction of MongoDB takes one operation at a time.
  for (const day of await findDaysToCome(req, now)) {
    days.push({
      ...day,
      free: Math.max(0, day.places - (await countPlaces(req, day.id))),
      ownPlace: (await findPlace(req, mentor, day.id))?.id,
    })
  }
  return days
}

const findDaysToCome = (req: PayloadRequest, now: Date): Promise<TrainingDay[]> => {
  const toCome = { startsAt: { greater_than: now.toISOString() } }
  return findRecords(req, 'training-days', toCome, { sort: 'startsAt' })
}

/**
 * Gives a mentor a place on a training day and tells them by email; once they have one, nothing
 * changes.
 *
 * @throws Refused when the day is gone or past, or has no place left.
 */
export const takePlace = (
  req: PayloadRequest,
  mentor: Mentor,
  id: string,
  now = new Date(),
): Promise<void> =>
  inTransaction(req, async () => {
    // Written before it is read: two who want the last place wait for each other.
    await req.payload.db.updateOne({
      collection: 'training-days',
      where: { id: { equals: id } },
      data: { turn: { $inc: 1 } },
      req,
      returning: false,
    })
    const day = await findRecord(req, 'training-days', id)
    if (!day) throw new Refused(404, 'This training day is no longer planned.')
    if (new Date(day.startsAt) <= now) throw new Refused(409, 'This training day is over.')
    if (await findPlace(req, mentor.id, id)) return
    if ((await countPlaces(req, id)) >= day.places) {
      throw new Refused(409, 'All places on this training day are taken.')
    }
    const key = `${id}:${mentor.id}`
    await createRecord(req, 'training-places', { day: id, mentor: mentor.id, key })
    await writeAbout(req, day, mentor, 'trainingPlace', now)
  })

/** Gives back a place of a mentor's. @returns whether this is the id of one they have */
export const leavePlace = (req: PayloadRequest, mentor: string, id: string): Promise<boolean> =>
  inTransaction(req, async () => {
    const place = await findRecord(req, 'training-places', id)
    if (place?.mentor !== mentor) return false
    await deletePlace(req, id)
    return true
  })

/** Gives back all places of a mentor who leaves, on days to come; where they were stays on record. */
export const giveBackPlaces = async (
  req: PayloadRequest,
  mentor: string,
  now: Date,
): Promise<void> => {
  const days = await findDaysToCome(req, now)
  if (days.length === 0) return
  await deleteRows(req, 'training-places', {
    and: [{ mentor: { equals: mentor } }, { day: { in: days.map(({ id }) => id) } }],
  })
}

/**
 * Takes a place back for a mentor who has told a coordinator that they can't come.
 *
 * @throws Refused when it is gone already.
 */
export const removePlace = (req: PayloadRequest, id: string): Promise<void> =>
  inTransaction(req, async () => {
    await refuseGivenBack(req, id)
    await deletePlace(req, id)
  })

/**
 * Notes whether a mentor came.
 *
 * @throws Refused when the place is gone.
 */
export const setAttendance = (
  req: PayloadRequest,
  id: string,
  hasAttended: boolean,
): Promise<void> =>
  inTransaction(req, async () => {
    await refuseGivenBack(req, id)
    await updateRecord(req, 'training-places', id, { hasAttended })
  })

const refuseGivenBack = async (req: PayloadRequest, place: string): Promise<void> => {
  if (await findRecord(req, 'training-places', place)) return
  throw new Refused(404, 'This place has been given back. Load the page again.')
}

const deletePlace = (req: PayloadRequest, id: string) =>
  req.payload.delete({ collection: 'training-places', id, overrideAccess: true, req })

/** A mentor with a place on a training day. */
export type Attendee = { place: string; mentor: Mentor; hasAttended: boolean }

/** Who has a place on a training day, in the order they took it. */
export const findAttendees = async (req: PayloadRequest, day: string): Promise<Attendee[]> => {
  const { docs } = await req.payload.find({
    collection: 'training-places',
    where: { day: { equals: day } },
    sort: 'createdAt',
    pagination: false,
    depth: 1,
    overrideAccess: true,
    req,
  })
  return docs.map(({ hasAttended, id, mentor }) => ({
    place: id,
    mentor: mentor as Mentor,
    hasAttended: Boolean(hasAttended),
  }))
}

/** Tells everybody with a place on a training day that it is moved or does not take place. */
export const writeToAttendees = async (
  req: PayloadRequest,
  day: TrainingDay,
  template: 'trainingChanged' | 'trainingOff',
  now = new Date(),
): Promise<void> => {
  if (new Date(day.startsAt) <= now) return
  for (const { mentor } of await findAttendees(req, day.id)) {
    await writeAbout(req, day, mentor, template, now)
  }
}

const writeAbout = (
  req: PayloadRequest,
  { id, place, startsAt, title }: TrainingDay,
  person: Mentor,
  template: MentoringMail,
  now: Date,
) =>
  writeToPerson(
    req,
    template,
    { role: 'mentor', person },
    {
      // A day that is taken off the list is no record to refer to.
      about: template === 'trainingOff' ? {} : { training: id },
      values: { training: title, when: ukDateTime(startsAt), place },
      now,
    },
  )

const countPlaces = (req: PayloadRequest, day: string): Promise<number> =>
  countRecords(req, 'training-places', { day: { equals: day } })
