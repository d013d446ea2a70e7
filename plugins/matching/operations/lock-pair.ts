import type { PayloadRequest } from 'payload'

import { MatchRefused } from '../errors.ts'
import { OPEN_STATES, type Person, type ResolvedOptions } from '../types.ts'

/** Field on both collections that every change of a person's matches counts up. */
export const TURN_FIELD = 'matchTurn'

/**
 * Loads a pair for a decision and keeps everybody else's decisions about either of them waiting
 * until this transaction ends. Both records are written before they are read: on MongoDB two
 * transactions that write one document can't both commit, on SQLite writers queue anyway. What is
 * read after that is therefore still true when the transaction commits.
 *
 * @throws MatchRefused 404 when one of them is not there.
 */
export const lockPair = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: { mentee: string; mentor: string },
): Promise<{ mentee: Person; mentor: Person }> => ({
  // Always in this order, so that two decisions can't wait for each other.
  mentee: await lock(req, options.mentees.slug, ids.mentee, 'mentee'),
  mentor: await lock(req, options.mentors.slug, ids.mentor, 'mentor'),
})

const lock = async (
  req: PayloadRequest,
  collection: ResolvedOptions['mentees']['slug'],
  id: string,
  role: string,
): Promise<Person> => {
  const gone = new MatchRefused(404, `This ${role} is no longer on record.`)
  const { totalDocs } = await req.payload.count({
    collection,
    where: { id: { equals: id } },
    overrideAccess: false,
    req,
  })
  if (totalDocs === 0) throw gone
  await req.payload.db.updateOne({
    collection,
    id,
    data: { [TURN_FIELD]: { $inc: 1 } },
    req,
    returning: false,
  })
  const person = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!person) throw gone
  return person as unknown as Person
}

/**
 * Does this pair keep every rule, now?
 *
 * @throws MatchRefused 409 naming the rule it would break.
 */
export const checkPair = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { mentee, mentor }: { mentee: Person; mentor: Person },
): Promise<void> => {
  const menteeOpen = await countOpen(req, 'mentee', mentee.id)
  if (menteeOpen > 0) {
    throw new MatchRefused(409, 'This mentee has a mentor already.', 'oneOpenMatch')
  }
  const unavailable =
    options.mentees.whyUnavailable(mentee) ?? options.mentors.whyUnavailable(mentor)
  if (unavailable) throw new MatchRefused(409, unavailable, 'unavailable')
  const capacity = options.mentors.capacity(mentor)
  if ((await countOpen(req, 'mentor', mentor.id)) >= capacity) {
    throw new MatchRefused(
      409,
      capacity === 1
        ? 'This mentor’s only place is taken.'
        : `This mentor’s ${capacity} places are all taken.`,
      'capacity',
    )
  }
  const broken = options.criteria.rules.find((rule) => rule.forbids({ mentee, mentor }))
  if (broken) throw new MatchRefused(409, broken.sentence, broken.name)
}

const countOpen = async (
  req: PayloadRequest,
  role: 'mentee' | 'mentor',
  id: string,
): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: 'matches',
    where: { and: [{ [role]: { equals: id } }, { status: { in: OPEN_STATES } }] },
    overrideAccess: false,
    req,
  })
  return totalDocs
}
