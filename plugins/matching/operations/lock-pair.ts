import { asAsker, asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { inTurn } from '@mentoring/kit/in-turn'
import type { PairOfIds } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { assess, type Assessment } from '../pool/criteria.ts'
import { localAPI } from '../local.ts'
import { inLanguageOf, type Say } from '../languages/index.ts'
import { findMatches, type MatchRow } from '../store.ts'
import type { DeclaredOptions, Person, ResolvedOptions, Words } from '../types.ts'
import { placesOf } from './load-pool.ts'
import { loadSettings } from './settings.ts'

/** Field on both collections that every change of a person's matches counts up. */
export const TURN_FIELD = 'matchTurn'

/** Two people, to be decided about together. */
export type PairOfPeople = { mentee: Person; mentor: Person }

/** Finds a match that something can be done with. @throws Refused when nothing can */
type Find = (req: PayloadRequest, options: DeclaredOptions, id: string) => Promise<MatchRow>

/**
 * Decides about the two people of a match or a proposal, in one transaction with both locked.
 *
 * @param find looks whether it can be done: before it is known whose turn to wait for, and again when
 *   nobody else can decide about these two any more
 * @throws what `find` and `decide` throw.
 */
export const decideAbout = async <T>(
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
  find: Find,
  decide: (pair: PairOfPeople, match: MatchRow) => Promise<T>,
): Promise<T> => {
  const { mentee, mentor } = await find(req, options, id)
  return inTurn(req, [mentee, mentor], async () => {
    const pair = await lockPair(req, options, { mentee, mentor })
    return decide(pair, await find(req, options, id))
  })
}

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
  options: DeclaredOptions,
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
  // Whole, whatever of it the one who asks may see: rules look at it, and the other is told of it.
  const person = await local.findByID<Person>({
    ...asCode(req),
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
  const { menteesOpen, mentorsOpen, parted } = await findStanding(req, options, pair)
  if (menteesOpen > 0) {
    throw new Refused(409, say('oneOpenMatch', words), 'oneOpenMatch')
  }
  const unavailable = mentees.whyUnavailable(mentee) ?? mentors.whyUnavailable(mentor)
  if (unavailable) throw new Refused(409, unavailable, 'unavailable')
  const capacity = placesOf(options, mentor)
  if (mentorsOpen >= capacity) {
    throw new Refused(409, placesTaken(capacity, words, say), 'capacity')
  }
  if (parted > 0) throw new Refused(409, say('parted'), 'parted')
  const { criteria } = await loadSettings(req, options)
  const assessment = assess(criteria, pair)
  const [broken] = assessment.forbiddenBy
  if (broken) throw new Refused(409, broken.sentence, broken.name)
  return assessment
}

/** Why nobody else can go to this mentor. */
export const placesTaken = (capacity: number, { mentor }: Words, say: Say): string =>
  capacity > 0 ? say('capacity', { count: capacity, mentor }) : say('capacityNone', { mentor })

/** What the matches of these two say: open ones of each, and those with each other after which there is no other. */
const findStanding = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { mentee, mentor }: PairOfPeople,
): Promise<Record<'menteesOpen' | 'mentorsOpen' | 'parted', number>> => {
  const { open, parted } = options.states
  const matches = await findMatches(
    req,
    options,
    {
      or: [
        { and: [{ mentee: { equals: mentee.id } }, { status: { in: [...open, ...parted] } }] },
        { and: [{ mentor: { equals: mentor.id } }, { status: { in: open } }] },
      ],
    },
    ['status'],
  )
  const count = (fits: (match: (typeof matches)[number]) => boolean) => matches.filter(fits).length
  const ids = { mentee: `${mentee.id}`, mentor: `${mentor.id}` }
  return {
    menteesOpen: count((one) => one.mentee === ids.mentee && open.includes(one.status)),
    mentorsOpen: count((one) => one.mentor === ids.mentor && open.includes(one.status)),
    parted: count(
      (one) =>
        one.mentee === ids.mentee && one.mentor === ids.mentor && parted.includes(one.status),
    ),
  }
}
