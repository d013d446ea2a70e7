import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { idMap, newId, renameInText, renameInValue } from './ids.ts'

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 })
const none = () => undefined

describe('the new id of a record', () => {
  it('follows from the old one alone and is an id of MongoDB', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(newId(id)).toBe(newId(id))
        expect(newId(id)).toMatch(/^[0-9a-f]{24}$/)
      }),
    )
  })

  it('is another one for every record', () => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(new Set(idMap(list).values()).size).toBe(list.length)
      }),
    )
  })

  it('is only made of ids that could be found again in a text', () => {
    expect(() => idMap(['a1'])).toThrow('"a1"')
    expect(() => idMap(['0F0E0D0C-0000-4000-8000-000000000000'])).toThrow('is not one')
  })
})

describe('ids in a text', () => {
  it('are replaced wherever they stand, however they are glued together, and nothing else is', () => {
    const glue = fc.constantFrom('', ':', '-', '/', ' ', 'a', '0', 'mentors:', '1234-', '}}{')
    fc.assert(
      fc.property(ids, fc.array(fc.tuple(glue, fc.nat()), { maxLength: 12 }), (list, pieces) => {
        const map = idMap(list)
        const parts = pieces.map(([text, n]) => [text, list[n % list.length]!] as const)
        const text = parts.map(([before, id]) => before + id).join('') + 'end'
        const wanted = parts.map(([before, id]) => before + map.get(id)).join('') + 'end'
        expect(renameInText(text, (id) => map.get(id))).toBe(wanted)
      }),
    )
  })

  it('stay when they are of something that is not moved', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (text, id) => {
        expect(renameInText(text + id + text, none)).toBe(text + id + text)
      }),
    )
  })

  it('are found in capitals, as some programs write them', () => {
    const id = '0f0e0d0c-0000-4000-8000-00000000000a'
    const text = `See /admin/collections/mentors/${id.toUpperCase()}.`
    expect(renameInText(text, (old) => idMap([id]).get(old))).toBe(
      `See /admin/collections/mentors/${newId(id)}.`,
    )
  })

  it('are replaced in lists, objects and names of entries; the shape stays', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(renameInValue(value, none)).toEqual(value)
      }),
    )
    const id = '0f0e0d0c-0000-4000-8000-00000000000a'
    expect(
      renameInValue({ a: [{ [id]: `x${id}` }, 1, null, true] }, (old) => idMap([id]).get(old)),
    ).toEqual({ a: [{ [newId(id)]: `x${newId(id)}` }, 1, null, true] })
  })
})
