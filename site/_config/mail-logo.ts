import { mkdir, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import path from 'node:path'

import type { Snapshot } from '../snapshot.ts'
import { hexOf } from './colours.ts'
import { type Assets, MAIL_LOGO } from './manifest.ts'

/** How high emails show it, in pixels, and how wide it may be for a phone. It has twice as many, for sharp screens. */
const HEIGHT = 48
const WIDEST = 240
const SHARP = 2

/**
 * Writes a copy of the logo that every mail program shows: a PNG of one height, on the colour that the site has it on.
 * Its name stays, so that a message of last year still finds one; what follows the `?` changes with it.
 *
 * @param from the folder of pictures
 * @returns its address; nothing for a site without a logo
 */
export const writeMailLogo = async (
  output: string,
  from: string,
  { colour, logo }: Snapshot['site'],
): Promise<Assets> => {
  if (!logo) return {}
  // Loaded by the few builds that need it.
  const { default: sharp } = await import('sharp')
  const [width, height] = [WIDEST * SHARP, HEIGHT * SHARP]
  const background = hexOf(colour)
  const { data, info } = await sharp(path.join(from, path.basename(logo.file)))
    .resize({ width, height, fit: 'inside' })
    .flatten({ background })
    .png()
    .toBuffer({ resolveWithObject: true })
  const above = Math.floor((height - info.height) / 2)
  const content = await sharp(data)
    .extend({ top: above, bottom: height - info.height - above, background })
    .png({ compressionLevel: 9 })
    .toBuffer()
  await mkdir(path.join(output, 'assets'), { recursive: true })
  await writeFile(path.join(output, 'assets', MAIL_LOGO), content)
  const version = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return { [MAIL_LOGO]: `/assets/${MAIL_LOGO}?v=${version}` }
}
