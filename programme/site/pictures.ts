import { access, constants } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import type { Media } from '../../payload-types.ts'
import type { Finding } from '@mentoring/publication'
import { type Picture, picturesIn } from '../../site/snapshot.ts'

/** A picture as the site has it: made smaller where it was large. */
export const pictureOf = (media: Media): Picture | undefined => {
  const wide = media.sizes?.wide
  const file = wide?.filename ?? media.filename
  if (!file) return undefined
  return {
    file,
    alt: media.alt,
    width: wide?.width ?? media.width ?? 0,
    height: wide?.height ?? media.height ?? 0,
  }
}

/** Says which pictures the site would show without their files. */
export const missingFiles = async (
  { collections }: Payload,
  pictures: Media[],
  content: object,
): Promise<Finding[]> => {
  const folder = collections.media.config.upload.staticDir!
  const shown = new Set(picturesIn(content).map(({ file }) => file))
  const findings: Finding[] = []
  for (const media of pictures) {
    const file = pictureOf(media)?.file
    if (!file || !shown.has(file)) continue
    const isThere = await access(path.join(folder, file), constants.R_OK).then(
      () => true,
      () => false,
    )
    if (isThere) continue
    findings.push({
      text: `The file of the picture “${media.alt}” (${file}) is missing. Upload it again, choose another picture, or have the folder of pictures restored.`,
      path: `/collections/media/${media.id}`,
    })
  }
  return findings
}
