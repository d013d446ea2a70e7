type Pixels = {
  width: number
  height: number
  /** How many bytes a row takes in `data`. */
  stride: number
  data: Uint8Array
  /** What the colours mean, as an ICC profile. */
  profile?: Uint8Array | undefined
}

/** Red, green and blue, of eight bits each, row by row. */
const SAMPLES = 3

const SHORT = 3
const LONG = 4
const BYTES = 7
const ENTRY = 12

/**
 * Puts pixels into the plainest file that can say what their colours mean, which `sharp` takes no other way.
 * The names and numbers are those of “TIFF Revision 6.0”, and 34675 that of the ICC.
 */
export const asTIFF = ({ data, height, profile, stride, width }: Pixels): Buffer => {
  const row = width * SAMPLES
  const entries: [tag: number, type: number, count: number, value: number | 'bits' | 'profile'][] =
    [
      [256, LONG, 1, width],
      [257, LONG, 1, height],
      [258, SHORT, SAMPLES, 'bits'],
      // Not compressed; red, green and blue.
      [259, SHORT, 1, 1],
      [262, SHORT, 1, 2],
      // One strip, whose place is put in below.
      [273, LONG, 1, 0],
      [277, SHORT, 1, SAMPLES],
      [278, LONG, 1, height],
      [279, LONG, 1, row * height],
      ...(profile
        ? ([[34675, BYTES, profile.length, 'profile']] as [number, number, number, 'profile'][])
        : []),
    ]
  const bitsAt = 8 + 2 + entries.length * ENTRY + 4
  const profileAt = bitsAt + SAMPLES * 2
  const pixelsAt = profileAt + (profile?.length ?? 0)
  const file = Buffer.alloc(pixelsAt + row * height)
  file.write('II', 0, 'latin1')
  file.writeUInt16LE(42, 2)
  file.writeUInt32LE(8, 4)
  file.writeUInt16LE(entries.length, 8)
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + i * ENTRY
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(count, at + 4)
    const places = { bits: bitsAt, profile: profileAt }
    const number = typeof value === 'string' ? places[value] : tag === 273 ? pixelsAt : value
    file.writeUInt32LE(number, at + 8)
  }
  for (let i = 0; i < SAMPLES; i += 1) file.writeUInt16LE(8, bitsAt + i * 2)
  if (profile) file.set(profile, profileAt)
  for (let y = 0; y < height; y += 1) {
    file.set(data.subarray(y * stride, y * stride + row), pixelsAt + y * row)
  }
  return file
}
