import { asAsker } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { assess, type Assessment } from '../pool/criteria.ts'
import type { PairOfIds } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { localAPI } from '../local.ts'
import { inLanguageOf, type Say } from '../languages/index.ts'
import { countMatches } from '../store.ts'
import type { Person, ResolvedOptions, Words } from '../types.ts'
import { placesOf } from './load-pool.ts'
import { loadSettings } from './settings.ts'

/** Field on both collections that every change of a person's matches counts up. */
export const TURN_FIELD = 'matchTurn'

/** Two people, to be decided about together. */
export type PairOfPeople = { mentee: Person; mentor: Person }

/**
 * Loads a pair for a decision and keeps everybody else's decisions about either of them waiting
 * until this transaction ends. Both records are written before they are read: on MongoDB two
 * transactions that write one document can't both commit, on SQLite writers queue anyway. What is
 * read after that is therefore still true when the transaction commits.
 *
 * @throws Refused 404 when one of them is not there.
 */
export const lockPair = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  ids: PairOfIds,
): Promise<PairOfPeople> => {
  const { say, words } = inLanguageOf(req, options)
  const { mentees, mentors } = options
  return {
    // Always in this order, so that two decisions can't wait for each other.
    mentee: await lock(req, mentees.slug, ids.mentee, say('noMentee', words)),
    mentor: await lock(req, mentors.slug, ids.mentor, say('noMentor', words)),
  }
}

const lock = async (
  req: PayloadRequest,
  collection: string,
  id: string,
  whenGone: string,
): Promise<Person> => {
  const local = localAPI(req.payload)
  const gone = new Refused(404, whenGone)
  const { totalDocs } = await local.count({
    ...asAsker(req),
    collection,
    where: { id: { equals: id } },
  })
  if (totalDocs === 0) throw gone
  await local.db.updateOne({
    collection,
    id,
    data: { [TURN_FIELD]: { $inc: 1 } },
    req,
    returning: false,
  })
  const person = await local.findByID<Person>({
    ...asAsker(req),
    collection,
    id,
    disableErrors: true,
  })
  if (!person) throw gone
  return person
}

/**
 * Does this pair keep every rule, now? What it is worth, if so, by the settings in force.
 *
 * @throws Refused 409 naming the rule it would break.
 */
export const checkPair = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pair: PairOfPeople,
): Promise<Assessment> => {
  const { mentees, mentors } = options
  const { say, words } = inLanguageOf(req, options)
  const { mentee, mentor } = pair
  if ((await countOpen(req, options, 'mentee', mentee.id)) > 0) {
    throw new Refused(409, say('oneOpenMatch', words), 'oneOpenMatch')
  }
  const unavailable = mentees.whyUnavailable(mentee) ?? mentors.whyUnavailable(mentor)
  if (unavailable) throw new Refused(409, unavailable, 'unavailable')
  const capacity = placesOf(options, mentor)
  if ((await countOpen(req, options, 'mentor', mentor.id)) >= capacity) {
    throw new Refused(409, placesTaken(capacity, words, say), 'capacity')
  }
  if (await haveParted(req, options, pair)) throw new Refused(409, say('parted'), 'parted')
  const { criteria } = await loadSettings(req, options)
  const assessment = assess(criteria, pair)
  const [broken] = assessment.forbiddenBy
  if (broken) throw new Refused(409, broken.sentence, broken.name)
  return assessment
}

/** Why nobody else can go to this mentor. */
export const placesTaken = (capacity: number, { mentor }: Words, say: Say): string =>
  capacity > 0 ? say('capacity', { count: capacity, mentor }) : say('capacityNone', { mentor })

/** Had these two a match with each other after which there is no other? */
const haveParted = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { mentee, mentor }: PairOfPeople,
): Promise<boolean> => {
  const { parted } = options.states
  if (parted.length === 0) return false
  const matches = await countMatches(req, options, {
    and: [
      { mentee: { equals: mentee.id } },
      { mentor: { equals: mentor.id } },
      { status: { in: parted } },
    ],
  })
  return matches > 0
}

const countOpen = (
  req: PayloadRequest,
  options: ResolvedOptions,
  role: 'mentee' | 'mentor',
  id: Person['id'],
): Promise<number> =>
  countMatches(req, options, {
    and: [{ [role]: { equals: id } }, { status: { in: options.states.open } }],
  })
