import type { Prices } from './prices.ts'

/**
 * An indexed 4-ary min-heap with decrease-key over `key[item]`, kept in flat arrays: `heap[0]` is
 * the item with the lowest key and `place[item]` says where an item sits. Plain functions on plain
 * arrays, because this is the innermost loop of the solver.
 */

/** Moves `item`, whose key has just been set or lowered, up from the hole at `at`. */
export function heapRaise(
  heap: Int32Array,
  place: Int32Array,
  key: Prices,
  at: number,
  item: number,
): void {
  const value = key[item]
  let hole = at
  while (hole > 0) {
    const above = (hole - 1) >> 2
    const other = heap[above]
    if (key[other] <= value) break
    heap[hole] = other
    place[other] = hole
    hole = above
  }
  heap[hole] = item
  place[item] = hole
}

/** Takes `heap[0]` out of a heap of `size` items; returns the size that is left. */
export function heapDropFirst(
  heap: Int32Array,
  place: Int32Array,
  key: Prices,
  size: number,
): number {
  const left = size - 1
  if (left === 0) return 0
  const item = heap[left]
  const value = key[item]
  let hole = 0
  for (;;) {
    let child = 4 * hole + 1
    if (child >= left) break
    const end = child + 4 < left ? child + 4 : left
    let lowest = key[heap[child]]
    for (let x = child + 1; x < end; x++) {
      const k = key[heap[x]]
      if (k < lowest) {
        lowest = k
        child = x
      }
    }
    if (lowest >= value) break
    const other = heap[child]
    heap[hole] = other
    place[other] = hole
    hole = child
  }
  heap[hole] = item
  place[item] = hole
  return left
}
