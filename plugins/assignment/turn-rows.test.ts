import { expect, it } from 'vitest'
import { makeRows, roomForRows } from './rows.ts'
import { makeSortScratch } from './sort.ts'
import { openNear } from './turn-rows.ts'

it('does not widen what is near after it had to be narrowed', () => {
  // Each mentor has one mentee at cost 0 and 99 at cost 5: within 8 of the cheapest are all, within 4 one.
  const mentors = 50
  const edge = Int32Array.from({ length: 200 * mentors }, (_, x) =>
    x % 2 === 1 ? (x >> 1) % 100 : x % 200 === 0 ? 0 : 5,
  )
  const start = Int32Array.from({ length: mentors }, (_, j) => 200 * j)
  const end = start.map((from) => from + 200)
  const lists = { start, end, edge, most: new Int32Array(0), next: new Int32Array(0) }
  const rows = makeRows(mentors, roomForRows(mentors, 100 * mentors), 100)
  rows.reach = 8
  for (let j = 0; j < mentors; j++) {
    openNear(lists, rows, makeSortScratch(100), j)
    expect(rows.reach).toBeLessThanOrEqual(8)
  }
})
