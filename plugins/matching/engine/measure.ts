import type { Components } from './components.ts'
import type { AssignmentProblem } from './problem.ts'

/** Per component: range of the scores of its edges, and how many mentees and places it has. */
export type Measures = {
  minScore: Int32Array
  maxScore: Int32Array
  mentees: Int32Array
  places: Float64Array
  /** Per mentee: no edge of theirs has a higher score. */
  best: Int32Array
}

/** Measures every component over the edges inside it. */
export function measureComponents(problem: AssignmentProblem, components: Components): Measures {
  const { count, ofMentee, ofMentor } = components
  const { capacity, rowStart } = problem
  const measures: Measures = {
    minScore: new Int32Array(count).fill(2 ** 31 - 1),
    maxScore: new Int32Array(count),
    mentees: new Int32Array(count),
    places: new Float64Array(count),
    best: new Int32Array(rowStart.length - 1),
  }
  for (let j = 0; j < capacity.length; j++) {
    if (ofMentor[j] >= 0) measures.places[ofMentor[j]] += capacity[j]
  }
  for (let i = 0; i < rowStart.length - 1; i++) {
    const c = ofMentee[i]
    if (c < 0) continue
    measures.mentees[c]++
    measureRow(problem, i, c, ofMentor, measures)
  }
  return measures
}

function measureRow(
  { rowStart, mentor, score }: AssignmentProblem,
  i: number,
  c: number,
  ofMentor: Int32Array,
  measures: Measures,
): void {
  let low = measures.minScore[c]
  let high = measures.maxScore[c]
  let best = 0
  for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
    const s = score[e]
    // The higher of the two without a branch, as nobody could guess which way it goes.
    const more = s - best
    best += more & ~(more >> 31)
    // Rarely true once the range is known: the mentor is then looked up almost never.
    if ((s < low || s > high) && ofMentor[mentor[e]] === c) {
      if (s < low) low = s
      if (s > high) high = s
    }
  }
  measures.minScore[c] = low
  measures.maxScore[c] = high
  measures.best[i] = best
}
