import type { Assessment } from '../pool/criteria.ts'
import type { Say } from '../languages/index.ts'
import type { MatchRow } from '../store.ts'
import type { Person, ResolvedOptions, Words } from '../types.ts'
import { type LoadedPool, placesOf } from './load-pool.ts'
import { placesTaken } from './lock-pair.ts'

/**
 * Says of each proposal, by id, what is no longer as it was when the run proposed it: a whole
 * sentence. `isBroken`: confirming it would be refused.
 *
 * @param people the mentees and mentors of the proposals who are not in the pool any more
 * @param assessments of the proposals whose people both are in the pool
 */
export const findStale = (
  { leftOut, mentors, proposals }: LoadedPool,
  options: ResolvedOptions,
  people: { mentees: Map<string, Person>; mentors: Map<string, Person> },
  assessments: Map<string, Assessment>,
  { say, words }: { say: Say; words: Words },
): Map<string, { sentence: string; isBroken: boolean }> => {
  const { mentees: menteeSide, mentors: mentorSide } = options
  const closed = new Set(leftOut.map(({ mentee, mentor }) => `${mentee} ${mentor}`))
  const placesLeft = new Map(mentors.map(({ id, places }) => [id, places]))
  const proposedTo = new Map<string, number>()
  for (const { mentor } of proposals) proposedTo.set(mentor, (proposedTo.get(mentor) ?? 0) + 1)

  const whyBroken = (row: MatchRow): string | undefined => {
    const mentee = people.mentees.get(row.mentee)
    const mentor = people.mentors.get(row.mentor)
    const assessment = assessments.get(row.id)
    if (!assessment) {
      return (
        (mentee && menteeSide.whyUnavailable(mentee)) ??
        (mentor && mentorSide.whyUnavailable(mentor)) ??
        say('staleGone', words)
      )
    }
    const places = placesLeft.get(row.mentor) ?? 0
    if (places <= 0) return placesTaken(mentor ? placesOf(options, mentor) : 0, words, say)
    return assessment.forbiddenBy[0]?.sentence
  }
  const whyDoubtful = (row: MatchRow): string | undefined => {
    // A decision of a coordinator, not a rule: another coordinator may decide otherwise.
    if (closed.has(`${row.mentee} ${row.mentor}`)) return say('leftOut')
    const places = placesLeft.get(row.mentor) ?? 0
    if (proposedTo.get(row.mentor)! > places) {
      return say('staleCrowded', { count: places, mentor: words.mentor })
    }
    return assessments.get(row.id)!.score === row.score ? undefined : say('staleScore')
  }
  const stale = new Map<string, { sentence: string; isBroken: boolean }>()
  for (const row of proposals) {
    const broken = whyBroken(row)
    const sentence = broken || whyDoubtful(row)
    if (sentence) stale.set(row.id, { sentence, isBroken: Boolean(broken) })
  }
  return stale
}
