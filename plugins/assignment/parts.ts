import type { Components } from './survey.ts'

/**
 * Which edges count: those between a mentee and a mentor of the same group, 0 or more. Someone in a
 * negative group takes part in nothing.
 */
export type Groups = { ofMentee: Int32Array; ofMentor: Int32Array }

/**
 * Splits every component by group: a part is all people of one component and one group. An edge can
 * be chosen only inside a part. Parts are numbered by their mentor of lowest index.
 *
 * A part need not be connected; its pieces do not touch each other, so that solving them together
 * or apart is the same.
 */
export function findParts(components: Components, groups: Groups): Components {
  const numberOf: Map<number, number>[] = []
  for (let c = 0; c < components.count; c++) numberOf.push(new Map())
  let count = 0
  const listParts = (ofItem: Int32Array, groupOf: Int32Array) => {
    const parts = new Int32Array(ofItem.length)
    for (let x = 0; x < parts.length; x++) {
      const g = groupOf[x]
      if (ofItem[x] < 0 || g < 0) {
        parts[x] = -1
        continue
      }
      const numbers = numberOf[ofItem[x]]
      let part = numbers.get(g)
      if (part === undefined) numbers.set(g, (part = count++))
      parts[x] = part
    }
    return parts
  }
  const ofMentor = listParts(components.ofMentor, groups.ofMentor)
  const ofMentee = listParts(components.ofMentee, groups.ofMentee)
  return { count, ofMentee, ofMentor }
}
