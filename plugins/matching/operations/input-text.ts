import { deflateRawSync, inflateRawSync } from 'node:zlib'

import type { SolvedInput } from '../pool/types.ts'

/** Longest text kept with a run: a document of MongoDB holds 16 MB with everything else in it. */
export const LONGEST_INPUT = 12_000_000

type Header = { mentees: string[]; mentors: string[]; lengths: number[]; isSpread: boolean }

/**
 * What was solved, as text to keep with the run: ids, places, days waited, and the score of every
 * possible pair. Nothing in it says who the people are or what they answered.
 *
 * @returns nothing when it would be longer than `LONGEST_INPUT`.
 */
export const toText = ({ load, mentees, mentors, problem }: SolvedInput): string | undefined => {
  const { capacity, mentor, rowStart, score, waiting } = problem
  const arrays = [capacity, rowStart, steps(mentor), score, waiting!, load ?? new Int32Array()]
  const header: Header = {
    mentees,
    mentors,
    lengths: arrays.map(({ length }) => length),
    isSpread: load !== undefined,
  }
  const text = Buffer.from(JSON.stringify(header))
  const parts = [toBytes(Int32Array.of(text.length)), text, ...arrays.map(toBytes)]
  const packed = deflateRawSync(Buffer.concat(parts)).toString('base64')
  return packed.length > LONGEST_INPUT ? undefined : packed
}

/** The other way. @throws Error when it is not such a text. */
export const fromText = (text: string): SolvedInput => {
  const bytes = inflateRawSync(Buffer.from(text, 'base64'))
  let at = 4 + bytes.readInt32LE(0)
  const header = JSON.parse(bytes.subarray(4, at).toString()) as Header
  const [capacity, rowStart, mentor, score, waiting, load] = header.lengths.map((length) => {
    // A copy, because numbers of four bytes must start at a multiple of four.
    const list = new Int32Array(Uint8Array.from(bytes.subarray(at, at + 4 * length)).buffer)
    at += 4 * length
    return list
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  return {
    mentees: header.mentees,
    mentors: header.mentors,
    problem: { capacity, rowStart, mentor: sums(mentor), score, waiting },
    ...(header.isSpread && { load }),
  }
}

const toBytes = ({ buffer, byteLength, byteOffset }: Int32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** Differences instead of rising numbers: long runs of 1, which pack to almost nothing. */
const steps = (list: Int32Array): Int32Array =>
  list.map((value, n) => value - (n > 0 ? list[n - 1]! : 0))

const sums = (list: Int32Array): Int32Array => {
  let sum = 0
  return list.map((value) => (sum += value))
}
