/** Sorts by id: what a run does with pairs of equal worth must not hang on how people were read. */
export const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * The order in which people are numbered, which decides between results of equal worth. Seed 0 is
 * the order of their ids; any other number draws one of the other orders, always the same one.
 */
export const inDrawnOrder = <T extends { id: string }>(people: T[], seed: number): T[] => {
  const sorted = [...people].sort(byId)
  if (seed === 0) return sorted
  return sorted
    .map((person) => ({ person, lot: drawLot(seed, person.id) }))
    .sort((a, b) => a.lot - b.lot || byId(a.person, b.person))
    .map(({ person }) => person)
}

/** A number from 0 to 2^32 - 1 for an id: FNV-1a over seed and id, mixed as in MurmurHash3. */
const drawLot = (seed: number, id: string): number => {
  let hash = 0x811c9dc5
  for (const char of `${seed} ${id}`) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
