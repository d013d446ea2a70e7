import { fromText, toText } from '@mentoring/matching/runs'
import { describe, expect, it } from 'vitest'

import { PACKED_FIELDS } from './moving.ts'

const input = {
  mentees: ['a', 'b'],
  mentors: ['c'],
  problem: {
    capacity: Int32Array.of(1),
    rowStart: Int32Array.of(0, 1, 1),
    mentor: Int32Array.of(0),
    score: Int32Array.of(7),
    waiting: Int32Array.of(3, 4),
  },
}

describe('the packed input of a matching run', () => {
  it('gets the new ids of people and keeps everything else', () => {
    const [{ rename }] = PACKED_FIELDS as [(typeof PACKED_FIELDS)[0]]
    const packed = rename(toText(input)!, (id) => (id === 'b' ? undefined : `new ${id}`))
    expect(fromText(packed)).toEqual({ ...input, mentees: ['new a', 'b'], mentors: ['new c'] })
  })
})
