import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import sharp from 'sharp'

/**
 * Takes out of the pictures kept by older versions what a camera or an owner wrote into them, such as
 * the place. New ones are made anew when they come in. A file that is clean is left as it is.
 */
export const cleanPictures = async ({ collections, db, logger }: Payload): Promise<void> => {
  const folder = collections.media.config.upload.staticDir!
  const names = await readdir(folder).catch(() => [])
  let broken = 0
  for (const name of names) {
    try {
      const size = await clean(path.join(folder, name))
      if (!size) continue
      const where = { filename: { equals: name } }
      await db.updateMany({ collection: 'media', where, data: size })
    } catch {
      broken += 1
    }
  }
  if (broken > 0) logger.warn(`${broken} files in the folder of pictures could not be read.`)
}

/** @returns the new size of a file that was made anew */
const clean = async (file: string) => {
  const before = await readFile(file)
  const { comments, exif, iptc, orientation, xmp } = await sharp(before).metadata()
  const isTurned = orientation !== undefined && orientation !== 1
  if (!exif && !iptc && !xmp && !isTurned && (comments ?? []).length === 0) return undefined
  const { data, info } = await sharp(before, { animated: true })
    .rotate()
    .toBuffer({ resolveWithObject: true })
  // Beside it first: a picture is whole at every moment.
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.clean`)
  await writeFile(beside, data)
  await rename(beside, file)
  return { filesize: data.length, height: info.pageHeight ?? info.height, width: info.width }
}
