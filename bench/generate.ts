import type { AssignmentProblem } from '@mentoring/assignment'

import { makeRandom } from './random.ts'

/** What a made-up programme looks like. */
export type GenerateOptions = {
  mentees: number
  /** Places divided by mentees. */
  tightness: number
  seed: number
  /** Best candidates kept for each mentee; 2,000 by default. */
  candidates?: number
  /** Countries of origin, most of them small, and the regions they lie in. */
  countries?: number
  regions?: number
  /** Whether pathway and specialty only add points, rather than forbid a pair. */
  isOpen?: boolean
}

const PATHWAYS = 6
const SPECIALTIES = 40
const SPECIALTY_GROUPS = 10

type Person = {
  country: number
  region: number
  site: number
  pathway: number
  specialty: number
  speaksEnglish: boolean
  speaksLocal: boolean
  gender: number
  seniority: number
  interests: number
}

/**
 * Makes a programme of mentees and mentors in clusters of country and region: a pair needs the same
 * region, a shared language and (unless open) a common pathway or group of specialties, and scores
 * points for what it has in common beyond that. Equal options give an equal problem, with waiting
 * days.
 */
export function generateProblem(options: GenerateOptions): Required<AssignmentProblem> {
  const { mentees, tightness, seed, candidates = 2000, countries = 100, regions = 20 } = options
  const random = makeRandom(seed * 7919 + mentees * 31 + Math.round(tightness * 1000))
  const makePerson = personMaker(random, countries, regions)
  const people = Array.from({ length: mentees }, () => {
    const person = makePerson()
    const wish = random()
    return {
      ...person,
      genderWish: wish < 0.75 ? 'none' : wish < 0.95 ? 'preferred' : 'required',
      waiting: Math.min(365, Math.floor(-60 * Math.log(1 - random()))),
    }
  })
  const capacity: number[] = []
  const mentors: Person[] = []
  for (let places = 0; places < tightness * mentees;) {
    const draw = random()
    const taken = draw < 0.3 ? 1 : draw < 0.65 ? 2 : draw < 0.85 ? 3 : 4
    capacity.push(taken)
    places += taken
    mentors.push(makePerson())
  }
  const byRegion = Array.from({ length: regions }, () => [] as number[])
  mentors.forEach((mentor, j) => byRegion[mentor.region]!.push(j))
  const edges = makeEdges(mentees * Math.min(candidates, 64))
  const rowStart = new Int32Array(mentees + 1)
  people.forEach((mentee, i) => {
    const row: { j: number; points: number }[] = []
    for (const j of byRegion[mentee.region]!) {
      const points = pointsOf(mentee, mentors[j]!, options.isOpen ?? false)
      if (points >= 0) row.push({ j, points })
    }
    for (const { j, points } of bestOf(row, candidates, i)) edges.add(j, points)
    rowStart[i + 1] = edges.count()
  })
  return {
    capacity: Int32Array.from(capacity),
    rowStart,
    ...edges.take(),
    waiting: Int32Array.from(people, (mentee) => mentee.waiting),
  }
}

/** Points of a pair, or -1 when it is forbidden. */
function pointsOf(
  mentee: Person & { genderWish: string },
  mentor: Person,
  isOpen: boolean,
): number {
  const sharesLocal = mentee.speaksLocal && mentor.speaksLocal
  const sharesEnglish = mentee.speaksEnglish && mentor.speaksEnglish
  if (!sharesLocal && !sharesEnglish) return -1
  const samePathway = mentor.pathway === mentee.pathway
  const sameGroup = mentor.specialty % SPECIALTY_GROUPS === mentee.specialty % SPECIALTY_GROUPS
  if (!samePathway && !sameGroup && !isOpen) return -1
  const sameGender = mentor.gender === mentee.gender
  if (mentee.genderWish === 'required' && !sameGender) return -1
  let points = 50
  if (mentor.country === mentee.country) points += mentor.site === mentee.site ? 75 : 50
  if (samePathway) points += 40
  if (mentor.specialty === mentee.specialty) points += 60
  else if (sameGroup) points += 20
  if (sharesLocal) points += 30
  if (sharesEnglish) points += 10
  if (mentee.genderWish === 'preferred' && sameGender) points += 15
  const ahead = mentor.seniority - mentee.seniority
  points += ahead > 4 ? 4 : ahead >= 1 ? 10 : 0
  return points + 5 * Math.min(6, countBits(mentee.interests & mentor.interests))
}

/** The best of a row, in the row's order. Ties at the edge start at a different mentor for each. */
function bestOf<T extends { points: number }>(row: T[], many: number, i: number): T[] {
  if (row.length <= many) return row
  const count: number[] = []
  for (const { points } of row) count[points] = (count[points] ?? 0) + 1
  let threshold = count.length - 1
  let better = 0
  while (better + (count[threshold] ?? 0) < many) better += count[threshold--] ?? 0
  const tied = count[threshold] ?? 0
  const wanted = many - better
  const skip = (Math.imul(i + 1, 2654435761) >>> 0) % (tied - wanted + 1)
  let seen = 0
  return row.filter(({ points }) => {
    if (points !== threshold) return points > threshold
    const at = seen++
    return at >= skip && at < skip + wanted
  })
}

function personMaker(random: () => number, countries: number, regions: number): () => Person {
  const drawCountry = zipf(random, countries, 1)
  const drawSpecialty = zipf(random, SPECIALTIES, 0.7)
  const drawPathway = zipf(random, PATHWAYS, 0.5)
  const below = (bound: number) => Math.floor(random() * bound)
  const regionOf = Array.from({ length: countries }, (_, c) => (c < regions ? c : below(regions)))
  return () => {
    const country = drawCountry()
    const gender = below(20)
    return {
      country,
      region: regionOf[country]!,
      // Large countries have several places that people come from.
      site: below(1 + Math.floor(8 / (1 + country / 10))),
      specialty: drawSpecialty(),
      pathway: drawPathway(),
      speaksEnglish: random() < 0.7,
      speaksLocal: random() < 0.9,
      gender: gender < 11 ? 0 : gender < 19 ? 1 : 2,
      seniority: below(10),
      interests: below(2 ** 16) & below(2 ** 16),
    }
  }
}

/** Draws 0 … n - 1 with probability proportional to 1 / (rank ^ exponent). */
function zipf(random: () => number, n: number, exponent: number): () => number {
  const sums: number[] = []
  let sum = 0
  for (let x = 1; x <= n; x++) sums.push((sum += x ** -exponent))
  return () => {
    const draw = random() * sum
    return Math.min(
      n - 1,
      sums.findIndex((s) => s > draw),
    )
  }
}

function makeEdges(expected: number) {
  let mentor = new Int32Array(Math.max(16, expected))
  let score = new Int32Array(mentor.length)
  let count = 0
  return {
    count: () => count,
    add(j: number, points: number) {
      if (count === mentor.length) {
        const room = new Int32Array(2 * count)
        room.set(mentor)
        mentor = room
        const more = new Int32Array(2 * count)
        more.set(score)
        score = more
      }
      mentor[count] = j
      score[count++] = points
    },
    take: () => ({ mentor: mentor.slice(0, count), score: score.slice(0, count) }),
  }
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}
