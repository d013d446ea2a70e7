import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

import type { Task } from '../pool/task.ts'
import type { SolvedInput } from '../pool/types.ts'

/** Longest text kept with a run: a document of MongoDB holds 16 MB with everything else in it. */
export const LONGEST_INPUT = 12_000_000

/** Stands between the two parts of a text; the first texts were one part, and have no such sign. */
const BETWEEN = '.'

type Ids = Pick<SolvedInput, 'mentees' | 'mentors'>

/**
 * What was solved, as text to keep with the run: ids in one part, numbers in the other. Nothing in it
 * says who the people are or what they answered: equal answers are equal numbers, and no more.
 *
 * @returns nothing when it would be longer than `LONGEST_INPUT`.
 */
export const toText = (input: SolvedInput): string | undefined =>
  'task' in input ? textOf(input, deflateRawSync(serialize(input.task))) : pairsToText(input)

/** The same, packed beside this thread. */
export const packInput = async ({
  task,
  ...ids
}: Ids & { task: Task }): Promise<string | undefined> =>
  textOf(ids, await promisify(deflateRaw)(serialize(task)))

/** The other way. @throws Error when it is not such a text. */
export const fromText = (text: string): SolvedInput => {
  const [ids, task] = text.split(BETWEEN).map((part) => Buffer.from(part, 'base64'))
  if (!task) return pairsFromText(ids!)
  const { mentees, mentors } = JSON.parse(inflateRawSync(ids!).toString()) as Ids
  return { mentees, mentors, task: deserialize(inflateRawSync(task)) as Task }
}

const textOf = ({ mentees, mentors }: Ids, task: Buffer): string | undefined => {
  const ids = deflateRawSync(JSON.stringify({ mentees, mentors }))
  const text = [ids, task].map((part) => part.toString('base64')).join(BETWEEN)
  return text.length > LONGEST_INPUT ? undefined : text
}

type Pairs = Extract<SolvedInput, { problem: unknown }>
type Header = Ids & { lengths: number[]; isSpread: boolean }

/** As runs were kept at first: every possible pair with its score. */
const pairsToText = ({ load, mentees, mentors, problem }: Pairs): string | undefined => {
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

const pairsFromText = (packed: Buffer): Pairs => {
  const bytes = inflateRawSync(packed)
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
