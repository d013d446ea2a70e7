import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { solveAssignment, verifyAssignment } from '@mentoring/assignment'
import { expect, it } from 'vitest'

import { generateProblem } from './generate.ts'
import { readProblem, writeProblem } from './mmi.ts'

const options = {
  mentees: 400,
  tightness: 0.95,
  seed: 7,
  countries: 10,
  regions: 3,
  candidates: 20,
}

it('makes the same programme from the same options, and another from another seed', () => {
  expect(generateProblem(options)).toEqual(generateProblem(options))
  expect(generateProblem({ ...options, seed: 8 })).not.toEqual(generateProblem(options))
})

it('keeps to the places and candidates asked for', () => {
  const { capacity, rowStart } = generateProblem(options)
  const places = capacity.reduce((a, b) => a + b, 0)
  expect(places).toBeGreaterThanOrEqual(380)
  expect(places).toBeLessThan(384)
  rowStart.slice(1).forEach((end, i) => expect(end - rowStart[i]!).toBeLessThanOrEqual(20))
})

it('makes programmes whose solution is proved, with and without waiting days', () => {
  for (const tightness of [0.8, 1, 1.5]) {
    const problem = generateProblem({ ...options, tightness })
    const plain = { ...problem, waiting: undefined }
    expect(verifyAssignment(problem, solveAssignment(problem)).problems).toEqual([])
    expect(verifyAssignment(plain, solveAssignment(plain)).problems).toEqual([])
  }
})

it('reads from a file what was written to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mmi-'))
  try {
    const problem = generateProblem(options)
    writeProblem(join(folder, 'a.mmi'), problem)
    expect(readProblem(join(folder, 'a.mmi'))).toEqual(problem)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
