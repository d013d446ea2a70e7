import type { Payload } from 'payload'
import sharp from 'sharp'

/** A picture of one colour, as a file. */
export const pictureFile = async () => {
  const background = '#005eb8'
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer()
  return { data, mimetype: 'image/png', name: `${crypto.randomUUID()}.png`, size: data.length }
}

/** A picture in the media collection. */
export const createPicture = async (payload: Payload) =>
  payload.create({
    collection: 'media',
    data: { alt: 'A' },
    file: await pictureFile(),
    overrideAccess: true,
  })
