import { expect, it } from 'vitest'
import { makeRows, openRow, roomForRows, type Source, WHOLE } from './rows.ts'
import { makeSortScratch } from './sort.ts'

it('does not widen what is near after it had to be narrowed', () => {
  // Each mentor has one mentee at cost 0 and 99 at cost 5: within 8 of the cheapest are all, within 4 one.
  const mentors = 50
  const edge = Int32Array.from({ length: 200 * mentors }, (_, x) =>
    x % 2 === 1 ? (x >> 1) % 100 : x % 200 === 0 ? 0 : 5,
  )
  const source: Source = {
    seekers: 'mentors',
    hosts: 'mentees',
    room: roomForRows(mentors, 100 * mentors),
    startPart: () => {},
    read: (j: number) => ({ edge, from: 200 * j, to: 200 * (j + 1), rest: WHOLE }),
  }
  const rows = makeRows(mentors, 100, source, makeSortScratch(100))
  rows.reach = 8
  for (let j = 0; j < mentors; j++) {
    openRow(rows, j, false)
    expect(rows.reach).toBeLessThanOrEqual(8)
  }
})
