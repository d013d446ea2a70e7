/** Scratch memory of `sortByCost`, made once per solve for the longest row. */
export type SortScratch = {
  cost: Int32Array
  item: Int32Array
  count: Int32Array
  key: Float64Array
}

const SHORT = 32
const COUNTED = 1 << 16

/** Makes the scratch memory for rows of at most `longest` edges. */
export function makeSortScratch(longest: number): SortScratch {
  return {
    cost: new Int32Array(longest),
    item: new Int32Array(longest),
    count: new Int32Array(COUNTED + 1),
    key: new Float64Array(longest),
  }
}

/**
 * Sorts `item[from … to - 1]` and `cost` with it by rising cost; equal costs keep their order.
 * Costs are integers >= 0.
 */
export function sortByCost(
  cost: Int32Array,
  item: Int32Array,
  from: number,
  to: number,
  scratch: SortScratch,
): void {
  if (to - from <= SHORT) return sortShort(cost, item, from, to)
  let low = cost[from]
  let high = low
  for (let e = from + 1; e < to; e++) {
    const c = cost[e]
    if (c < low) low = c
    else if (c > high) high = c
  }
  if (low === high) return
  if (high - low <= Math.min(COUNTED - 1, 16 * (to - from))) {
    sortCounting(cost, item, from, to, low, high, scratch)
  } else {
    sortKeys(cost, item, from, to, low, scratch)
  }
}

/** The same for costs beyond 32 bits; slow, for the rare problem that has them. */
export function sortByLargeCost(
  cost: Float64Array,
  item: Int32Array,
  from: number,
  to: number,
): void {
  const pairs = Array.from(cost.subarray(from, to), (c, x) => ({ c, item: item[from + x] }))
  pairs.sort((a, b) => a.c - b.c)
  pairs.forEach((pair, x) => {
    cost[from + x] = pair.c
    item[from + x] = pair.item
  })
}

function sortShort(cost: Int32Array, item: Int32Array, from: number, to: number): void {
  for (let e = from + 1; e < to; e++) {
    const c = cost[e]
    const j = item[e]
    let hole = e
    while (hole > from && cost[hole - 1] > c) {
      cost[hole] = cost[hole - 1]
      item[hole] = item[hole - 1]
      hole--
    }
    cost[hole] = c
    item[hole] = j
  }
}

function sortCounting(
  cost: Int32Array,
  item: Int32Array,
  from: number,
  to: number,
  low: number,
  high: number,
  scratch: SortScratch,
): void {
  const { count } = scratch
  const length = to - from
  const oldCost = scratch.cost
  const oldItem = scratch.item
  for (let x = 0; x < length; x++) {
    const c = cost[from + x]
    oldCost[x] = c
    oldItem[x] = item[from + x]
    count[c - low]++
  }
  let next = from
  for (let c = 0, last = high - low; c <= last; c++) {
    const many = count[c]
    count[c] = next
    next += many
  }
  for (let x = 0; x < length; x++) {
    const c = oldCost[x]
    const at = count[c - low]++
    cost[at] = c
    item[at] = oldItem[x]
  }
  count.fill(0, 0, high - low + 1)
}

/** For costs far apart: sorts cost and position as one number, exact below 2^31 * 2^22. */
function sortKeys(
  cost: Int32Array,
  item: Int32Array,
  from: number,
  to: number,
  low: number,
  scratch: SortScratch,
): void {
  const length = to - from
  const key = scratch.key.subarray(0, length)
  const oldItem = scratch.item
  for (let x = 0; x < length; x++) {
    key[x] = (cost[from + x] - low) * length + x
    oldItem[x] = item[from + x]
  }
  key.sort()
  for (let x = 0; x < length; x++) {
    const c = Math.floor(key[x] / length)
    cost[from + x] = c + low
    item[from + x] = oldItem[key[x] - c * length]
  }
}
