import type { PayloadRequest } from 'payload'

import type { Pool } from '../engine/pool.ts'
import { OPEN_STATES, type Person, type ResolvedOptions } from '../types.ts'

const DAY = 24 * 60 * 60 * 1000

/** Days between two moments, rounded down. */
export const daysBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - new Date(from).getTime()) / DAY))

/** All who wait and all who could take them, with the places that are left. */
export const loadPool = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  now: Date,
): Promise<Pool<Person, Person>> => {
  // One after the other: a transaction of MongoDB takes one operation at a time.
  const mentees = await findAll(req, options.mentees.slug, options.mentees.available)
  const mentors = await findAll(req, options.mentors.slug, options.mentors.available)
  const open = await openMatchesByMentor(req)
  const decided = await decidedPairs(req)
  return {
    mentees: mentees.map((person) => ({
      id: person.id,
      person,
      daysWaited: daysBetween(options.mentees.waitingSince(person), now),
    })),
    mentors: mentors.map((person) => ({
      id: person.id,
      person,
      places: options.mentors.capacity(person) - (open.get(person.id) ?? 0),
    })),
    isLeftOut: (mentee, mentor) => decided.has(`${mentee} ${mentor}`),
  }
}

const findAll = async (
  req: PayloadRequest,
  collection: ResolvedOptions['mentees']['slug'],
  where: ResolvedOptions['mentees']['available'],
): Promise<Person[]> => {
  const { docs } = await req.payload.find({
    collection,
    where,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs as unknown as Person[]
}

/** How many open matches each mentor has, by mentor id. */
export const openMatchesByMentor = async (req: PayloadRequest): Promise<Map<string, number>> => {
  const { docs } = await req.payload.find({
    collection: 'matches',
    where: { status: { in: OPEN_STATES } },
    pagination: false,
    depth: 0,
    select: { mentor: true },
    overrideAccess: false,
    req,
  })
  const counts = new Map<string, number>()
  for (const { mentor } of docs)
    counts.set(mentor as string, (counts.get(mentor as string) ?? 0) + 1)
  return counts
}

/** Pairs a coordinator has rejected or undone, as "mentee mentor". They are not proposed again. */
const decidedPairs = async (req: PayloadRequest): Promise<Set<string>> => {
  const { docs } = await req.payload.find({
    collection: 'matches',
    where: { status: { in: ['rejected', 'undone'] } },
    pagination: false,
    depth: 0,
    select: { mentee: true, mentor: true },
    overrideAccess: false,
    req,
  })
  return new Set(docs.map(({ mentee, mentor }) => `${mentee} ${mentor}`))
}
