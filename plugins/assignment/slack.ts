import { weightOf } from './objective.ts'
import type { Proved } from './prove.ts'

/**
 * The slack (reduced cost) of each edge: how far the prices of its two people lie above its weight,
 * `menteePrice[i] + mentorPrice[j] - weight(i, j)`. It is what giving mentee i to mentor j loses in
 * weight, over and above what taking i from where they are and j's place from who has it loses and
 * gains. The best assignments use edges without slack only (complementary slackness).
 *
 * @returns length E, integers >= 0; Infinity for an edge to a mentor without places
 */
export function slackOfEdges({
  assignment,
  objective,
  problem,
  survey,
}: Pick<Proved, 'assignment' | 'objective' | 'problem' | 'survey'>): Float64Array {
  const { capacity, rowStart, mentor, score, waiting } = problem
  const { menteePrice, mentorPrice } = assignment
  const slack = new Float64Array(mentor.length).fill(Infinity)
  for (let i = 0; i < rowStart.length - 1; i++) {
    const c = survey.ofMentee[i]
    if (c < 0) continue
    const offset = menteePrice[i] - weightOf(objective, c, waiting ? waiting[i] : 0, 0)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      if (capacity[j] > 0) slack[e] = offset + mentorPrice[j] - score[e]
    }
  }
  return slack
}
