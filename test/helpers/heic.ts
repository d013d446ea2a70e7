import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Who and where is written into {@link heicFile}. */
export const OWNER = 'Amina Yusuf of Ward 7'

/**
 * A photograph as phones keep them: HEVC in a HEIF file, 96 by 64 pixels, red with a white square in its upper left
 * corner, in the colours “Display P3”, with an owner and a place. It was drawn as SVG, made a JPEG by `sharp` with
 * `withExif` and `withIccProfile('p3')`, and a HEIC by `heif-enc -q 80` of libheif.
 */
export const heicFile = (): Buffer => readFileSync(path.join(import.meta.dirname, 'photo.heic'))

/** Where a box begins that is only once in a file. */
const placeOf = (file: Buffer, name: string): number => file.indexOf(name, 0, 'latin1') - 4

/** The same file, said to have another size: its pixels stay as few. */
export const claiming = (width: number, height: number): Buffer => {
  const file = heicFile()
  const at = placeOf(file, 'ispe')
  file.writeUInt32BE(width, at + 12)
  file.writeUInt32BE(height, at + 16)
  return file
}

/** The same photograph, taken with the phone held upright: to be turned by a quarter to the right. */
export const heldUpright = (): Buffer => {
  const file = heicFile()
  // Three quarters against the clock, as the standard counts.
  const irot = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), 3])
  const ipco = placeOf(file, 'ipco')
  const ipma = placeOf(file, 'ipma')
  const count = propertiesIn(file, ipco)
  const ends = { ipco: ipco + file.readUInt32BE(ipco), ipma: ipma + file.readUInt32BE(ipma) }
  // The first entry of the associations is that of the picture: version and flags, how many entries, item, how many.
  const howMany = ipma + 8 + 4 + 4 + 2
  const afterItem = howMany + 1 + file[howMany]!
  file[howMany]! += 1
  const added = irot.length + 1
  for (const [name, size] of [
    ['meta', added],
    ['iprp', added],
    ['ipco', irot.length],
    ['ipma', 1],
  ] as const) {
    const at = placeOf(file, name)
    file.writeUInt32BE(file.readUInt32BE(at) + size, at)
  }
  moveData(file, added)
  return Buffer.concat([
    file.subarray(0, ends.ipco),
    irot,
    file.subarray(ends.ipco, afterItem),
    Buffer.from([0x80 | (count + 1)]),
    file.subarray(afterItem),
  ])
}

const propertiesIn = (file: Buffer, ipco: number): number => {
  let count = 0
  for (let at = ipco + 8; at < ipco + file.readUInt32BE(ipco); at += file.readUInt32BE(at))
    count += 1
  return count
}

/** Says in `iloc`, of version 0 with places of four bytes, that what stands behind the boxes has moved. */
const moveData = (file: Buffer, by: number): void => {
  const at = placeOf(file, 'iloc')
  const FIRST = 16
  const LENGTH = 18
  for (let i = 0; i < file.readUInt16BE(at + FIRST - 2); i += 1) {
    const base = at + FIRST + i * LENGTH + 4
    file.writeUInt32BE(file.readUInt32BE(base) + by, base)
  }
}
