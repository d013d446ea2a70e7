import { readFileSync, writeFileSync } from 'node:fs'

import sharp from 'sharp'

import { kindOf } from './kinds.ts'
import { LONGEST_SIDE, MOST_PIXELS } from './limits.ts'
import { codeOf, NotTaken } from './refusals.ts'

/**
 * The process that reads a picture from outside and makes it anew, see `make-anew.ts`: the file comes by its
 * standard input, and the picture goes out by descriptor 3. It ends with 0, or with a code that says why not.
 */

// One picture and then the end: nothing is worth keeping, and others want the processors too.
sharp.cache(false)
sharp.concurrency(1)

const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const

/** Upright, no larger than is kept, in the colours of screens, and without what a camera wrote into it. */
const made = async (file: Buffer): Promise<Buffer> => {
  const isHEIC = kindOf(file) === 'heic'
  // Loaded where it is needed: it is large.
  const data = isHEIC ? await (await import('./heic.ts')).readHEIC(file) : file
  const { format, height, pages = 1, width } = await sharp(data, OPTIONS).metadata()
  if (width * height > MOST_PIXELS) throw new NotTaken('pixels')
  if (pages > 1) throw new NotTaken('moves')
  const picture = sharp(data, OPTIONS)
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  // A photograph of a phone becomes what every browser shows.
  if (isHEIC) return picture.jpeg().toBuffer()
  return picture.toFormat(format === 'heif' ? 'avif' : format).toBuffer()
}

try {
  writeFileSync(3, await made(readFileSync(0)))
} catch (error) {
  const reason = error instanceof NotTaken ? error.reason : undefined
  const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message)
  process.exitCode = codeOf(reason ?? (isTooLarge ? 'pixels' : 'unreadable'))
}
