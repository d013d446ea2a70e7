import { readFileSync, writeFileSync } from 'node:fs'

import type { AssignmentProblem } from '@mentoring/assignment'

const MAGIC = 0x31494d4d
const VERSION = 1

/**
 * Reads a problem from an `.mmi` file, little-endian int32: magic, version, mentees, mentors, edges,
 * highest score, seed, flags; then capacity, waiting days, row starts, mentors, scores.
 *
 * @throws Error when the file is not of this format or too short.
 */
export function readProblem(file: string): Required<AssignmentProblem> {
  const bytes = readFileSync(file)
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  const [magic, version, mentees = 0, mentors = 0, edges = 0] = all
  if (magic !== MAGIC || version !== VERSION) throw new Error(`${file} is not an .mmi file.`)
  let at = 8
  const take = (length: number) => {
    if (at + length > all.length) throw new Error(`${file} is too short.`)
    at += length
    return all.slice(at - length, at)
  }
  return {
    capacity: take(mentors),
    waiting: take(mentees),
    rowStart: take(mentees + 1),
    mentor: take(edges),
    score: take(edges),
  }
}

/** Writes a problem as `readProblem` reads it. */
export function writeProblem(file: string, problem: Required<AssignmentProblem>): void {
  const { capacity, waiting, rowStart, mentor, score } = problem
  const highest = score.reduce((a, b) => Math.max(a, b), 0)
  const head = [MAGIC, VERSION, waiting.length, capacity.length, mentor.length, highest, 0, 0]
  const arrays = [Int32Array.from(head), capacity, waiting, rowStart, mentor, score]
  writeFileSync(
    file,
    Buffer.concat(arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))),
  )
}
