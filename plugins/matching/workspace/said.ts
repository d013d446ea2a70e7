import type { RunRow } from '../operations/runs.ts'
import type { Explanation, MatchRow } from '../store.ts'
import type { ShownProposal } from './shown.ts'

/** What the last run said of a proposal beside its reasons. */
export type Said = Explanation & {
  /** Did the run keep the pair, and ask for no other? */
  isKept: boolean
  isExplained: boolean | 'tooLarge'
}

/** What the run said of a proposal: in its record, or, when it is an old one, in the proposal's row. */
export const whatIsSaid = (run: RunRow | undefined) => {
  const { isExplained = false, pairs = [] } = run?.record ?? {}
  const byPair = new Map(pairs.map((pair) => [`${pair.mentee} ${pair.mentor}`, pair]))
  return ({
    explanation,
    mentee,
    mentor,
  }: Pick<MatchRow, 'explanation' | 'mentee' | 'mentor'>): Said => {
    const pair = byPair.get(`${mentee} ${mentor}`)
    const { lockCost, nextBest } = (isExplained ? pair : explanation) ?? {}
    return {
      lockCost,
      nextBest,
      isKept: pair ? pair.isLocked === true : lockCost !== undefined,
      isExplained: isExplained || Boolean(explanation),
    }
  }
}

/** Why nobody is named who would come next. */
export const whyNoNext = ({
  isExplained,
  isKept,
  nextBest,
}: Said): NonNullable<ShownProposal['noNextBest']> => {
  if (nextBest) return 'gone'
  if (isKept) return 'kept'
  if (isExplained === 'tooLarge') return 'tooMany'
  return isExplained ? 'nobody' : 'unknown'
}
