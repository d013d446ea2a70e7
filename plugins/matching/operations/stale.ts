import type { Assessment } from '../pool/criteria.ts'
import type { PairOfIds } from '../pool/types.ts'
import type { Say } from '../languages/index.ts'
import type { MatchRow } from '../store.ts'
import type { ResolvedOptions, Words } from '../types.ts'
import { placesOf } from './load-pool.ts'
import { placesTaken } from './lock-pair.ts'
import type { Part } from '../workspace/part.ts'

/** What is no longer as it was; a whole sentence. `isBroken`: confirming it would be refused. */
export type Stale = { sentence: string; isBroken: boolean }

type Row = Pick<MatchRow, 'id' | 'mentee' | 'mentor' | 'score'>

type Asked = {
  part: Part
  /** Of the proposals whose people both can be matched, by id. */
  assessments: Map<string, Assessment>
  /** How many proposals of the draft each mentor has. */
  proposedTo: Map<string, number>
  isLeftOut: (pair: PairOfIds) => boolean
}

/** Says of proposals, by id, what is no longer as it was when the run proposed them. */
export const findStale = (
  rows: Row[],
  { assessments, isLeftOut, part, proposedTo }: Asked,
  options: ResolvedOptions,
  { say, words }: { say: Say; words: Words },
): Map<string, Stale> => {
  const whyBroken = (row: PairOfIds, assessment: Assessment | undefined): string | undefined => {
    const mentee = part.mentees.get(row.mentee)
    const mentor = part.mentors.get(row.mentor)
    if (!assessment) {
      const isWaiting = part.waiting.has(row.mentee)
      const isMentoring = part.placesLeft.has(row.mentor)
      return (
        (mentee && !isWaiting && options.mentees.whyUnavailable(mentee)) ||
        (mentor && !isMentoring && options.mentors.whyUnavailable(mentor)) ||
        say('staleGone', words)
      )
    }
    const places = part.placesLeft.get(row.mentor) ?? 0
    if (places <= 0) return placesTaken(mentor ? placesOf(options, mentor) : 0, words, say)
    return assessment.forbiddenBy[0]?.sentence
  }
  const whyDoubtful = (row: Row, assessment: Assessment | undefined): string | undefined => {
    // A decision of a coordinator, not a rule: another coordinator may decide otherwise.
    if (isLeftOut(row)) return say('leftOut')
    const places = part.placesLeft.get(row.mentor) ?? 0
    if (proposedTo.get(row.mentor)! > places) {
      return say('staleCrowded', { count: places, mentor: words.mentor })
    }
    return assessment?.score === row.score ? undefined : say('staleScore')
  }
  const stale = new Map<string, Stale>()
  for (const row of rows) {
    const assessment = assessments.get(row.id)
    const broken = whyBroken(row, assessment)
    const sentence = broken || whyDoubtful(row, assessment)
    if (sentence) stale.set(row.id, { sentence, isBroken: Boolean(broken) })
  }
  return stale
}
