import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, inDrawnOrder } from './order.ts'
import { shuffled } from '../../assignment/testing/instances.ts'

const ids = fc.uniqueArray(fc.string({ maxLength: 4, unit: 'binary' }), { maxLength: 20 })
const people = ids.map((all) => all.map((id) => ({ id })))
const drawn = (all: string[], seed: number) =>
  inDrawnOrder(
    all.map((id) => ({ id })),
    seed,
  ).map(({ id }) => id)

const tenIds = Array.from('cabdjfghei')

describe('the order in which people are numbered', () => {
  it('is that of their ids for seed 0', () => {
    expect(drawn(['b', 'a10', 'C', 'a9', 'ä', ''], 0)).toEqual(['', 'C', 'a10', 'a9', 'b', 'ä'])
    fc.assert(
      fc.property(people, (people) => {
        expect(inDrawnOrder(people, 0)).toEqual([...people].sort(byId))
      }),
    )
  })

  it('has everybody once, whatever the seed', () => {
    fc.assert(
      fc.property(people, fc.integer(), (people, seed) => {
        expect(inDrawnOrder(people, seed).sort(byId)).toEqual([...people].sort(byId))
      }),
    )
  })

  it('is the same however people come, and leaves them as they came', () => {
    fc.assert(
      fc.property(people, fc.integer(), fc.integer(), (people, seed, other) => {
        const given = shuffled(people, other)
        const before = [...given]
        expect(inDrawnOrder(given, seed)).toEqual(inDrawnOrder(people, seed))
        expect(given).toEqual(before)
      }),
    )
  })

  it('stays as it was in earlier versions, so that a run can be repeated', () => {
    expect(drawn(tenIds, 1).join('')).toBe('ibfdgjache')
    expect(drawn(tenIds, 2026).join('')).toBe('gfjecbdiha')
  })

  it('is another one for nearly every seed, and gives everybody every place', () => {
    const orders = Array.from({ length: 1000 }, (_, n) => drawn(tenIds, n + 1))
    expect(new Set(orders.map((order) => order.join(''))).size).toBeGreaterThan(990)
    for (const id of tenIds) {
      // 100 of 1,000 each, with a standard deviation below 10.
      for (let place = 0; place < tenIds.length; place++) {
        const times = orders.filter((order) => order[place] === id).length
        expect(times).toBeGreaterThan(50)
        expect(times).toBeLessThan(150)
      }
    }
  })

  it('keeps what belongs to people', () => {
    const given = [
      { id: 'b', places: 2 },
      { id: 'a', places: 1 },
    ]
    expect(inDrawnOrder(given, 0)).toEqual([given[1], given[0]])
    expect(inDrawnOrder(given, 7)).toEqual(expect.arrayContaining(given))
  })
})
