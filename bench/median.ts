/** The middle of some numbers, the higher of two; undefined without any. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
