/** Mentees grouped by where they are; see `menteesOf`. */
export type MenteesOf = { start: Int32Array; list: Int32Array }

/**
 * Groups mentees by their mentor: those of mentor j are `list[start[j]]` … `list[start[j + 1] - 1]`
 * in rising order, and those without a mentor follow as the group after the last mentor.
 *
 * @param mentorOf length M: mentor index, or -1
 * @param mentors how many mentors there are, N; `start` then has N + 2 entries
 *
 * @example
 * menteesOf(Int32Array.of(1, -1, 1), 2) // start [0, 0, 2, 3], list [0, 2, 1]
 */
export function menteesOf(mentorOf: Int32Array, mentors: number): MenteesOf {
  const groupOf = (i: number) => (mentorOf[i] < 0 ? mentors : mentorOf[i])
  const start = new Int32Array(mentors + 2)
  for (let i = 0; i < mentorOf.length; i++) start[groupOf(i) + 1]++
  for (let j = 0; j <= mentors; j++) start[j + 1] += start[j]
  const next = start.slice(0, mentors + 1)
  const list = new Int32Array(mentorOf.length)
  for (let i = 0; i < mentorOf.length; i++) list[next[groupOf(i)]++] = i
  return { start, list }
}
