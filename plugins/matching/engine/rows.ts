import { type SortScratch, sortInto } from './sort.ts'

/**
 * Rows of edges, one for each person of the side that searches, sorted by rising cost so that a scan
 * can stop at the first edge that is too dear.
 *
 * Edge e costs `cost[e]` less the price of `item[e]`, which only falls. The further prices fall the
 * less the order says, so now and then (`absorbPrices`) what they have come to is made part of the
 * costs and they start at 0 again.
 */
export type Rows = {
  /** The edges of row r: `start[r]` … `end[r] - 1`; a row not yet listed starts at -1. */
  start: Int32Array
  end: Int32Array
  item: Int32Array
  cost: Int32Array
  /** Per item: the part of its price that the costs contain, 0 or less. */
  absorbed: Int32Array
}

const MAX_COST = 2 ** 31 - 1

/** Makes room for `count` rows with `edges` edges together to `items` items. */
export function makeRows(count: number, edges: number, items: number): Rows {
  return {
    start: new Int32Array(count).fill(-1),
    end: new Int32Array(count),
    item: new Int32Array(edges),
    cost: new Int32Array(edges),
    absorbed: new Int32Array(items),
  }
}

/** Makes row r, from edge `start` on, of `length` edges listed from `from` on in `cost` and `item`. */
export function fillRow(
  rows: Rows,
  scratch: SortScratch,
  r: number,
  start: number,
  length: number,
  cost: Int32Array,
  item: Int32Array,
  from: number,
): void {
  sortInto(scratch, length, cost, item, from, rows.cost, rows.item, start)
  rows.start[r] = start
  rows.end[r] = start + length
}

/**
 * Makes the prices `v` of items `fromItem` … `toItem - 1` part of the costs of rows `from` … `to - 1`,
 * which are all that lead there. Does nothing when costs, at first up to `dearest`, could grow beyond
 * 32 bits.
 */
export function absorbPrices(
  rows: Rows,
  scratch: SortScratch,
  v: Float64Array,
  from: number,
  to: number,
  fromItem: number,
  toItem: number,
  dearest: number,
): void {
  const { start, end, item, cost, absorbed } = rows
  const { key: newCost, item: oldItem } = scratch
  for (let i = fromItem; i < toItem; i++) {
    if (dearest - absorbed[i] - v[i] > MAX_COST) return
  }
  for (let r = from; r < to; r++) {
    const first = start[r]
    if (first < 0) continue
    const length = end[r] - first
    for (let x = 0; x < length; x++) {
      const i = item[first + x]
      oldItem[x] = i
      newCost[x] = cost[first + x] - v[i]
    }
    sortInto(scratch, length, newCost, oldItem, 0, cost, item, first)
  }
  for (let i = fromItem; i < toItem; i++) {
    absorbed[i] += v[i]
    v[i] = 0
  }
}
