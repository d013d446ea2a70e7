/** The middle of some numbers, the higher of two; NaN without any. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}
