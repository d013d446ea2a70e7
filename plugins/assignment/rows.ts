import type { Prices } from './prices.ts'
import { sortEdges, type SortScratch } from './sort.ts'

/**
 * Rows of edges, one for each person of the side that searches, sorted by rising cost, then item, so
 * that a scan can stop at the first edge that is too dear. Few scans get far: a row starts with its
 * cheapest edges, and gets the others when a scan has come to the end of those.
 *
 * An edge costs what its row says less the price of its item, which only falls. The further prices
 * fall the less the order says, so now and then (`absorbPrices`) what they have come to is made part
 * of the costs and they start at 0 again.
 */
export type Rows = {
  /** Where each row starts in `edge`, -1 for one not yet listed. */
  start: Int32Array
  /**
   * A row has two numbers for each edge: cost, item. The two before its start, next to it in memory, say
   * where it ends, and what the edges cost at least that are not listed, `WHOLE` when all are.
   */
  edge: Int32Array
  /** How much of `edge` is in use; what comes before `base` stays when prices are absorbed. */
  size: number
  base: number
  /** How far above its cheapest edge a row is listed at first: follows from the rows before. */
  reach: number
  /** Per item: the part of its price that the costs contain, 0 or less. */
  absorbed: Int32Array
}

/**
 * About how many edges a row should have at first. With more than `MANY`, a mentor's limit is lowered;
 * when that is not possible, the row gets all.
 */
const FEW = 8
const ENOUGH = 16
export const MANY = 40

/** No edge costs more, also with prices absorbed. */
export const MAX_COST = 2 ** 31 - 1
/** Stands for what the other edges of a row cost at least when there are none. */
export const WHOLE = -1
/** Keeps the difference of a cost to the most that is near within 32 bits. */
const MAX_REACH = 2 ** 30

/** How much room `count` rows with `edges` edges together need: for the start of each and all of it. */
export function roomForRows(count: number, edges: number): number {
  return 2 * (edges + Math.min(edges, MANY * count) + 2 * count + 1)
}

/**
 * Makes `count` empty rows to `items` items. Memory that no row is written to is never really taken.
 *
 * @param room see `roomForRows`
 */
export function makeRows(count: number, room: number, items: number): Rows {
  return {
    start: new Int32Array(count).fill(-1),
    edge: new Int32Array(room),
    size: 0,
    base: 0,
    reach: 0,
    absorbed: new Int32Array(items),
  }
}

/** Where the next row that is listed will start. */
export function nextStart({ size }: Rows): number {
  return size + 2
}

/**
 * Makes row r of its cheapest edges, which have been written to `edge` from `nextStart` to `end` - 1 in
 * any order. Returns where the row starts; -1 when there are too few or too many: it should be listed
 * whole.
 *
 * @param rest see `Rows`
 */
export function listNear(rows: Rows, r: number, end: number, rest: number): number {
  const { edge, reach } = rows
  const start = nextStart(rows)
  const count = (end - start) >> 1
  if (count > ENOUGH) rows.reach = reach - (reach >> 2)
  else if (count < FEW && rest !== WHOLE) rows.reach = Math.min(MAX_REACH, reach + (reach >> 2) + 1)
  if (count > MANY || (count === 0 && rest !== WHOLE)) return -1
  for (let x = start + 2; x < end; x += 2) {
    const c = edge[x]
    const i = edge[x + 1]
    let hole = x
    for (; hole > start; hole -= 2) {
      const before = edge[hole - 2]
      if (before < c || (before === c && edge[hole - 1] < i)) break
      edge[hole] = before
      edge[hole + 1] = edge[hole - 1]
    }
    edge[hole] = c
    edge[hole + 1] = i
  }
  rows.start[r] = start
  edge[start - 2] = end
  edge[start - 1] = rest
  rows.size = end
  return start
}

/**
 * 1 when `cost` is at most `most`, else 0: how far to go on after an edge that was written in case it
 * is near. Their difference must fit into 32 bits, else the answer is 0. No branch, as nobody could guess which way it goes.
 */
export function stepIfNear(cost: number, most: number): number {
  return ((cost - most - 1) >> 31) & 1
}

/**
 * Lists all edges of row r, which are `list[from]` … `list[to - 1]` by rising item and cost `low` to `high`.
 * Returns where the row starts.
 */
export function listWhole(
  rows: Rows,
  scratch: SortScratch,
  r: number,
  list: Int32Array,
  from: number,
  to: number,
  low: number,
  high: number,
): number {
  const { edge } = rows
  const start = nextStart(rows)
  sortEdges(scratch, list, from, to, low, high, edge, start)
  rows.start[r] = start
  edge[start - 2] = start + to - from
  edge[start - 1] = WHOLE
  rows.size = start + to - from
  return start
}

/** Whether costs, at first up to `dearest`, remain 32-bit integers when prices `v` are absorbed. */
export function canAbsorb(
  { absorbed }: Rows,
  v: Prices,
  fromItem: number,
  toItem: number,
  dearest: number,
): boolean {
  for (let i = fromItem; i < toItem; i++) {
    if (dearest - absorbed[i] - v[i] > MAX_COST) return false
  }
  return true
}

/**
 * Makes the prices `v` of items `fromItem` … `toItem - 1` part of the costs of rows `from` … `to - 1`,
 * which are all that lead there: the rows are to be listed anew.
 */
export function absorbPrices(
  rows: Rows,
  v: Prices,
  from: number,
  to: number,
  fromItem: number,
  toItem: number,
): void {
  for (let i = fromItem; i < toItem; i++) {
    rows.absorbed[i] += v[i]
    v[i] = 0
  }
  rows.start.fill(-1, from, to)
  rows.size = rows.base
}
