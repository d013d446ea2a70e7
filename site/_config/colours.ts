/**
 * The colours that editors choose from (`COLOURS` in the CMS), as those of the NHS are: for stylesheets, for what is told
 * to browsers, and for emails. White on each has a contrast of 4.5 to 1 at least.
 */
export const HEX = {
  blue: '#005eb8',
  darkBlue: '#003087',
  green: '#007f3b',
  purple: '#330072',
  grey: '#4c6272',
} as const

/** A colour as it is kept. */
export type Colour = keyof typeof HEX

/** @example hexOf('darkBlue') // '#003087' */
export const hexOf = (colour: Colour): string => HEX[colour]
