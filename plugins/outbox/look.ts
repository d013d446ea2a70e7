import type { PayloadRequest } from 'payload'

import type { Look, OutboxOptions } from './types.ts'

/** That of the NHS. */
const COLOUR = '#005eb8'

const DARK = '#212b32'
const LIGHT = '#ffffff'

/**
 * How messages look, as the project says. A message must not stay because its look can't be found: then it
 * has the sender's name.
 */
export const lookOf = async (
  req: PayloadRequest,
  { from, look }: Pick<OutboxOptions, 'from' | 'look'>,
): Promise<Look> => {
  try {
    return (await look?.(req)) ?? { senderName: from.name }
  } catch (error) {
    req.payload.logger.error({ msg: 'The look of the emails could not be found', err: error })
    return { senderName: from.name }
  }
}

/** The colours of a look: its own, what can be read on it, and what links have on white. */
export type Colours = { colour: string; onColour: string; linkColour: string }

/** See {@link Colours}. Text always has the contrast that WCAG asks for. */
export const coloursOf = ({ colour }: Look): Colours => {
  const own = colour && /^#[\da-f]{6}$/i.test(colour) ? colour : COLOUR
  return contrast(own, LIGHT) >= 4.5
    ? { colour: own, onColour: LIGHT, linkColour: own }
    : { colour: own, onColour: DARK, linkColour: DARK }
}

/** WCAG 2.2, “contrast ratio”. */
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, “relative luminance”. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
