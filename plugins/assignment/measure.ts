import type { Survey } from './survey.ts'

/** Per component: range of the scores of its edges, and how many mentees and places it has. */
export type Measures = {
  minScore: Int32Array
  maxScore: Int32Array
  mentees: Int32Array
  places: Float64Array
}

/** Measures every component. */
export function measureComponents(capacity: Int32Array, survey: Survey): Measures {
  const { count, ofMentee, ofMentor, lowest, highest } = survey
  const minScore = new Int32Array(count).fill(2 ** 31 - 1)
  const maxScore = new Int32Array(count)
  const mentees = new Int32Array(count)
  const places = new Float64Array(count)
  for (let j = 0; j < ofMentor.length; j++) {
    if (ofMentor[j] >= 0) places[ofMentor[j]] += capacity[j]
  }
  for (let i = 0; i < ofMentee.length; i++) {
    const c = ofMentee[i]
    if (c < 0) continue
    mentees[c]++
    if (lowest[i] < minScore[c]) minScore[c] = lowest[i]
    if (highest[i] > maxScore[c]) maxScore[c] = highest[i]
  }
  return { minScore, maxScore, mentees, places }
}
