/** A row to be sorted, and memory for that; made once per solve for the longest row. */
export type SortScratch = {
  cost: Int32Array
  item: Int32Array
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
    cost: new Int32Array(longest),
    item: new Int32Array(longest),
    count: new Int32Array(Math.min(COUNTED, SPREAD * longest) + 1),
    wide: new Float64Array(longest),
  }
}

/**
 * Writes the first `length` edges of the scratch memory to `edge` from `at` on, two numbers for each:
 * cost, item. They are sorted by rising cost, which is `low` to `high`; equal costs keep their order.
 */
export function sortEdges(
  scratch: SortScratch,
  length: number,
  low: number,
  high: number,
  edge: Int32Array,
  at: number,
): void {
  if (length <= SHORT) return sortShort(scratch, length, edge, at)
  if (high - low <= Math.min(COUNTED, SPREAD * length)) {
    sortCounting(scratch, length, low, high - low, edge, at)
  } else sortWide(scratch, length, low, edge, at)
}

/** Sorts the first `length` edges of the scratch memory by item; each item occurs once. */
export function sortByItem({ cost, item, wide }: SortScratch, length: number): void {
  const both = wide.subarray(0, length)
  for (let x = 0; x < length; x++) both[x] = item[x] * 2 ** 31 + cost[x]
  both.sort()
  for (let x = 0; x < length; x++) {
    item[x] = Math.floor(both[x] / 2 ** 31)
    cost[x] = both[x] - item[x] * 2 ** 31
  }
}

function sortShort(
  { cost, item }: SortScratch,
  length: number,
  edge: Int32Array,
  at: number,
): void {
  for (let x = 0; x < length; x++) {
    const c = cost[x]
    let hole = at + 2 * x
    while (hole > at && edge[hole - 2] > c) {
      edge[hole] = edge[hole - 2]
      edge[hole + 1] = edge[hole - 1]
      hole -= 2
    }
    edge[hole] = c
    edge[hole + 1] = item[x]
  }
}

/** For costs close together: counts how often each occurs. Leaves `count` at 0 as it was. */
function sortCounting(
  { cost, item, count }: SortScratch,
  length: number,
  low: number,
  range: number,
  edge: Int32Array,
  at: number,
): void {
  for (let x = 0; x < length; x++) count[cost[x] - low]++
  let next = at
  for (let c = 0; c <= range; c++) {
    const many = count[c]
    count[c] = next
    next += 2 * many
  }
  for (let x = 0; x < length; x++) {
    const c = cost[x]
    const to = count[c - low]
    count[c - low] = to + 2
    edge[to] = c
    edge[to + 1] = item[x]
  }
  count.fill(0, 0, range + 1)
}

/** For costs far apart: sorts cost and position as one number, exact below 2^31 * 2^22. */
function sortWide(
  { cost, item, wide }: SortScratch,
  length: number,
  low: number,
  edge: Int32Array,
  at: number,
): void {
  const both = wide.subarray(0, length)
  for (let x = 0; x < length; x++) both[x] = (cost[x] - low) * length + x
  both.sort()
  for (let x = 0; x < length; x++) {
    const c = Math.floor(both[x] / length)
    edge[at + 2 * x] = c + low
    edge[at + 2 * x + 1] = item[both[x] - c * length]
  }
}
