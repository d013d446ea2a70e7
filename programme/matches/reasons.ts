/** Why the two were matched, as they read it. A coordinator who matches by hand may have seen what the criteria do not. */
export const reasonsInWords = (reasons: readonly string[] | null | undefined): string[] =>
  reasons && reasons.length > 0 ? [...reasons] : ['A coordinator thinks you will get on well.']
