/** Memory for picking and sorting the edges of a row; made once per solve for the longest row. */
export type SortScratch = {
  /** Edges to be sorted, two numbers for each: cost, item. */
  edge: Int32Array
  /** Positions of edges. */
  near: Int32Array
  count: Int32Array
  wide: Float64Array
}

const SHORT = 24
/** Costs are counted when their range is at most this, and at most `SPREAD` times their number. */
const COUNTED = 1 << 16
const SPREAD = 16

/** Makes the scratch memory for rows of at most `longest` edges. */
export function makeSortScratch(longest: number): SortScratch {
  return {
    edge: new Int32Array(2 * longest),
    near: new Int32Array(longest),
    count: new Int32Array(Math.min(COUNTED, SPREAD * longest) + 1),
    wide: new Float64Array(longest),
  }
}

/**
 * Writes edges `list[from]` … `list[to - 1]`, two numbers for each: cost, item, to `edge` from `at` on, by
 * rising cost, which is `low` to `high`; equal costs keep their order.
 */
export function sortEdges(
  scratch: SortScratch,
  list: Int32Array,
  from: number,
  to: number,
  low: number,
  high: number,
  edge: Int32Array,
  at: number,
): void {
  const length = (to - from) >> 1
  if (length <= SHORT) return sortShort(list, from, to, edge, at)
  if (high - low <= Math.min(COUNTED, SPREAD * length)) {
    sortCounting(scratch.count, list, from, to, low, high - low, edge, at)
  } else sortWide(scratch.wide, list, from, to, low, edge, at)
}

/** Sorts the first `length` edges of the scratch memory by item; each item occurs once. */
export function sortByItem({ edge, wide }: SortScratch, length: number): void {
  const both = wide.subarray(0, length)
  for (let x = 0; x < length; x++) both[x] = edge[2 * x + 1] * 2 ** 31 + edge[2 * x]
  both.sort()
  for (let x = 0; x < length; x++) {
    const item = Math.floor(both[x] / 2 ** 31)
    edge[2 * x] = both[x] - item * 2 ** 31
    edge[2 * x + 1] = item
  }
}

/** The same for few edges; `list` and `edge` may be the same when `at` is `from`. */
export function sortShort(
  list: Int32Array,
  from: number,
  to: number,
  edge: Int32Array,
  at: number,
): void {
  for (let e = from, end = at; e < to; e += 2, end += 2) {
    const c = list[e]
    const item = list[e + 1]
    let hole = end
    while (hole > at && edge[hole - 2] > c) {
      edge[hole] = edge[hole - 2]
      edge[hole + 1] = edge[hole - 1]
      hole -= 2
    }
    edge[hole] = c
    edge[hole + 1] = item
  }
}

/** For costs close together: counts how often each occurs. Leaves `count` at 0 as it was. */
function sortCounting(
  count: Int32Array,
  list: Int32Array,
  from: number,
  to: number,
  low: number,
  range: number,
  edge: Int32Array,
  at: number,
): void {
  for (let e = from; e < to; e += 2) count[list[e] - low]++
  let next = at
  for (let c = 0; c <= range; c++) {
    const many = count[c]
    count[c] = next
    next += 2 * many
  }
  for (let e = from; e < to; e += 2) {
    const c = list[e]
    const x = count[c - low]
    count[c - low] = x + 2
    edge[x] = c
    edge[x + 1] = list[e + 1]
  }
  count.fill(0, 0, range + 1)
}

/** For costs far apart: sorts cost and position as one number, exact below 2^31 * 2^22. */
function sortWide(
  wide: Float64Array,
  list: Int32Array,
  from: number,
  to: number,
  low: number,
  edge: Int32Array,
  at: number,
): void {
  const length = (to - from) >> 1
  const both = wide.subarray(0, length)
  for (let x = 0; x < length; x++) both[x] = (list[from + 2 * x] - low) * length + x
  both.sort()
  for (let x = 0; x < length; x++) {
    const c = Math.floor(both[x] / length)
    edge[at + 2 * x] = c + low
    edge[at + 2 * x + 1] = list[from + 2 * (both[x] - c * length) + 1]
  }
}
