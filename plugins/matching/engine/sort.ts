/** Scratch memory of `sortInto`, made once per solve for the longest row. */
export type SortScratch = {
  /** A row to be sorted: what by, and what is sorted along. */
  key: Int32Array
  item: Int32Array
  count: Int32Array
  wide: Float64Array
}

const SHORT = 24
/** Keys are counted when their range is at most this, and at most `SPREAD` times their number. */
const COUNTED = 1 << 16
const SPREAD = 16

/** Makes the scratch memory for rows of at most `longest` edges. */
export function makeSortScratch(longest: number): SortScratch {
  return {
    key: new Int32Array(longest),
    item: new Int32Array(longest),
    count: new Int32Array(Math.min(COUNTED, SPREAD * longest) + 1),
    wide: new Float64Array(longest),
  }
}

/**
 * Writes `length` of `key` and `item`, from `from` on, to `keyTo` and `itemTo` from `at` on,
 * by rising key; equal keys keep their order. Keys are integers >= 0. Source and target
 * must not overlap.
 */
export function sortInto(
  scratch: SortScratch,
  length: number,
  key: Int32Array,
  item: Int32Array,
  from: number,
  keyTo: Int32Array,
  itemTo: Int32Array,
  at: number,
): void {
  if (length <= SHORT) return sortShort(length, key, item, from, keyTo, itemTo, at)
  let low = key[from]
  let high = low
  for (let x = from + 1, end = from + length; x < end; x++) {
    const k = key[x]
    if (k < low) low = k
    else if (k > high) high = k
  }
  if (high - low <= Math.min(COUNTED, SPREAD * length)) {
    sortCounting(scratch.count, low, high - low, length, key, item, from, keyTo, itemTo, at)
  } else {
    sortWide(scratch.wide, low, length, key, item, from, keyTo, itemTo, at)
  }
}

function sortShort(
  length: number,
  key: Int32Array,
  item: Int32Array,
  from: number,
  keyTo: Int32Array,
  itemTo: Int32Array,
  at: number,
): void {
  for (let x = 0; x < length; x++) {
    const k = key[from + x]
    let hole = at + x
    while (hole > at && keyTo[hole - 1] > k) {
      keyTo[hole] = keyTo[hole - 1]
      itemTo[hole] = itemTo[hole - 1]
      hole--
    }
    keyTo[hole] = k
    itemTo[hole] = item[from + x]
  }
}

/** For keys close together: counts how often each occurs. Leaves `count` at 0 as it was. */
function sortCounting(
  count: Int32Array,
  low: number,
  range: number,
  length: number,
  key: Int32Array,
  item: Int32Array,
  from: number,
  keyTo: Int32Array,
  itemTo: Int32Array,
  at: number,
): void {
  const end = from + length
  for (let x = from; x < end; x++) count[key[x] - low]++
  let next = at
  for (let c = 0; c <= range; c++) {
    const many = count[c]
    count[c] = next
    next += many
  }
  for (let x = from; x < end; x++) {
    const k = key[x]
    const to = count[k - low]++
    keyTo[to] = k
    itemTo[to] = item[x]
  }
  count.fill(0, 0, range + 1)
}

/** For keys far apart: sorts key and position as one number, exact below 2^31 * 2^22. */
function sortWide(
  wide: Float64Array,
  low: number,
  length: number,
  key: Int32Array,
  item: Int32Array,
  from: number,
  keyTo: Int32Array,
  itemTo: Int32Array,
  at: number,
): void {
  const both = wide.subarray(0, length)
  for (let x = 0; x < length; x++) both[x] = (key[from + x] - low) * length + x
  both.sort()
  for (let x = 0; x < length; x++) {
    const k = Math.floor(both[x] / length)
    keyTo[at + x] = k + low
    itemTo[at + x] = item[from + both[x] - k * length]
  }
}
