/** How a part of a page looks, in strokes on a field of 120 by 80: each is the `d` of an SVG path. */
export type Sketch = {
  /** What stands out, in colour. */
  accent: string
  /** Running words. */
  lines?: string
  /** Frames and fields. */
  boxes?: string
  /** The field is in the colour, and the strokes are white. */
  isReversed?: boolean
}

/** The sketch as the address of a picture, for the list that editors choose a part from. */
export const drawSketch = ({ accent, boxes = '', isReversed, lines = '' }: Sketch): string => {
  const [field, frame, strong, words] = isReversed
    ? ['#005eb8', '#ffffff', '#ffffff', '#ccdff1']
    : ['#f0f4f5', '#aeb7bd', '#005eb8', '#768692']
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path fill="${field}" d="M0 0h120v80H0z"/><g fill="none" stroke-width="4"><path fill="#fff" fill-opacity="${isReversed ? 0 : 1}" stroke="${frame}" stroke-width="2" d="${boxes}"/><path stroke="${words}" d="${lines}"/><path stroke="${strong}" d="${accent}"/></g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** A ring for a sketch, by its middle and its radius. */
export const ring = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0z`
