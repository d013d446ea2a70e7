import type { CollectionAfterChangeHook } from 'payload'

import { deleteRows } from '../../database/records.ts'
import type { Mentee, Mentor } from '../../payload-types.ts'
import { roleOf } from '../links/owner.ts'
import { giveBackPlaces } from '../training/training.ts'

/**
 * Whoever leaves the programme, on their own page or by a coordinator, gives back what they hold: places
 * on training days to come, and proposals, with their locks.
 */
export const giveBackWhatIsHeld: CollectionAfterChangeHook<Mentee | Mentor> = async ({
  collection,
  doc,
  previousDoc,
  req,
}) => {
  const role = roleOf(collection.slug)
  const hasLeft = doc.status === 'withdrawn' && previousDoc?.status !== 'withdrawn'
  if (!role || !hasLeft) return
  const proposals = [{ [role]: { equals: doc.id } }, { status: { equals: 'proposed' } }]
  await deleteRows(req, 'matches', { and: proposals })
  if (role === 'mentor') await giveBackPlaces(req, doc.id, new Date())
}
