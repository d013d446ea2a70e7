import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { type AssignmentProblem, solveAssignment, verifyAssignment } from '@mentoring/assignment'
import { describe, expect, it } from 'vitest'

// ORLIB names a folder with assignN.txt.gz of J. E. Beasley's OR-Library; see README.md.
const folder = process.env.ORLIB
const isThere = folder !== undefined && existsSync(folder)

describe.skipIf(!isThere)('published optimal costs (set ORLIB to a folder to run)', () => {
  it.each([
    ['assign100', 305],
    ['assign200', 475],
    ['assign300', 626],
    ['assign400', 804],
    ['assignp800', 2239],
  ])('of %s are reached and proved', (name, optimum) => {
    const { problem, dearest } = read(join(folder!, `${name}.txt.gz`))
    const assignment = solveAssignment(problem)
    expect(assignment.matched).toBe(problem.capacity.length)
    expect(dearest * assignment.matched - assignment.total).toBe(optimum)
    expect(verifyAssignment(problem, assignment).problems).toEqual([])
  })
})

/** n, then n × n costs row by row, or, in the sparse files, lines of row, column (from 1), cost. */
function read(file: string): { problem: AssignmentProblem; dearest: number } {
  const numbers = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\s+/).map(Number)
  const n = numbers.shift()!
  const isDense = numbers.length === n * n
  const edges: { row: number; column: number; cost: number }[] = []
  if (isDense) {
    numbers.forEach((cost, x) => edges.push({ row: Math.floor(x / n), column: x % n, cost }))
  } else {
    for (let x = 0; x + 2 < numbers.length; x += 3) {
      const [row, column, cost] = numbers.slice(x, x + 3) as [number, number, number]
      edges.push({ row: row - 1, column: column - 1, cost })
    }
    edges.sort((a, b) => a.row - b.row)
  }
  const dearest = edges.reduce((most, { cost }) => Math.max(most, cost), 0)
  const rowStart = new Int32Array(n + 1)
  for (const { row } of edges) rowStart[row + 1]!++
  for (let i = 0; i < n; i++) rowStart[i + 1]! += rowStart[i]!
  return {
    problem: {
      capacity: new Int32Array(n).fill(1),
      rowStart,
      mentor: Int32Array.from(edges, ({ column }) => column),
      score: Int32Array.from(edges, ({ cost }) => dearest - cost),
    },
    dearest,
  }
}
