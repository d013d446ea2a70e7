/** Who can read a picture: `sharp`, or what reads the photographs of phones. */
export type Kind = 'picture' | 'heic'

/** Brands that a file in the boxes of HEIF may name in its beginning. */
const AVIF = ['avif', 'avis']
const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']

/** More brands than that are not looked at. */
const MOST_BRANDS = 32

/** What the file of a picture is by how it begins, whatever it is called; nothing for all that is not taken. */
export const kindOf = (file: Buffer): Kind | undefined => {
  const start = file.subarray(0, 12).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'picture'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'picture'
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'picture'
  const brands = brandsOf(file)
  if (brands.some((brand) => AVIF.includes(brand))) return 'picture'
  return brands.some((brand) => HEIC.includes(brand)) ? 'heic' : undefined
}

/** The first box: its size, `ftyp`, the brand, a version, and the brands that it can also be read as. */
const brandsOf = (file: Buffer): string[] => {
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return []
  const end = Math.min(file.readUInt32BE(0), file.length, 16 + 4 * MOST_BRANDS)
  const brands = [file.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.toString('latin1', at, at + 4))
  return brands
}
