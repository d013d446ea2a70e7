import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { deleteRows, findRecord } from '../../database/records.ts'
import type { TrainingDay } from '../../payload-types.ts'
import { writeToAttendees } from './training.ts'

/** Tells those who have a place when and where it is now. */
export const writeOfChange: CollectionAfterChangeHook<TrainingDay> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const isMoved = doc.startsAt !== previousDoc?.startsAt || doc.place !== previousDoc?.place
  if (operation !== 'update' || !isMoved) return
  await writeToAttendees(req, doc, 'trainingChanged')
}

/** Tells those who have a place that it is off, and takes their places along. */
export const writeOfDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const day = await findRecord(req, 'training-days', String(id))
  if (day) await writeToAttendees(req, day, 'trainingOff')
  await deleteRows(req, 'training-places', { day: { equals: id } })
}
