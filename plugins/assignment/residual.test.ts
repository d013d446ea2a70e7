import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Residual, sortArcs } from './residual.ts'

// Up to 2 ** 51, see `MAX_WEIGHT` in objective.ts: times the number of arcs that is no exact number any more.
const costs = fc.array(
  fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 2 ** 51 - 3, max: 2 ** 51 })), { maxLength: 12 }),
  { maxLength: 4 },
)

it('puts the cheapest arcs of each node first and leaves equal ones as they were, however dear they are', () => {
  fc.assert(
    fc.property(costs, (ofNodes) => {
      const arcs = ofNodes.flatMap((arcCosts, node) =>
        arcCosts.map((cost, n) => ({ node, cost, from: 100 * node + n })),
      )
      const residual = {
        arcStart: Int32Array.from(
          ofNodes.reduce((at, { length }) => [...at, at.at(-1)! + length], [0]),
        ),
        arcFrom: Int32Array.from(arcs, ({ from }) => from),
        arcCost: Float64Array.from(arcs, ({ cost }) => cost),
        arcMove: Int32Array.from(arcs, ({ from }) => from + 7),
      }
      // No other part of it is looked at.
      sortArcs(residual as unknown as Residual)
      const sorted = arcs.toSorted((a, b) => a.node - b.node || a.cost - b.cost)
      expect([...residual.arcFrom]).toEqual(sorted.map(({ from }) => from))
      expect([...residual.arcMove]).toEqual(sorted.map(({ from }) => from + 7))
      expect([...residual.arcCost]).toEqual(sorted.map(({ cost }) => cost))
    }),
    { numRuns: 1000 },
  )
})
