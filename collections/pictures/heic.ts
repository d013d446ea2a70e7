import libheif from 'libheif-js/wasm-bundle.js'

import { MOST_PIXELS } from './limits.ts'
import { NotTaken } from './refusals.ts'
import { asTIFF } from './tiff.ts'

/**
 * Reads the photograph of a phone: the one that the file calls its first, upright as the file says, with the
 * colours it was taken in. Its size is asked before its pixels are unpacked.
 *
 * @returns a file that `sharp` reads.
 * @throws NotTaken when it has too many pixels, or none that can be read.
 */
export const readHEIC = async (file: Buffer): Promise<Buffer> => {
  await libheif.ready
  const context = libheif.heif_context_alloc()
  const read = libheif.heif_context_read_from_memory(context, file)
  if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new NotTaken('unreadable')
  const image = libheif.heif_js_context_get_primary_image_handle(context)
  if ('code' in image) throw new NotTaken('unreadable')

  const width = libheif.heif_image_handle_get_width(image)
  const height = libheif.heif_image_handle_get_height(image)
  if (!(width > 0 && height > 0)) throw new NotTaken('unreadable')
  if (width * height > MOST_PIXELS) throw new NotTaken('pixels')

  const decoded = libheif.heif_js_decode_image2(
    image,
    libheif.heif_colorspace.heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  )
  if ('code' in decoded) throw new NotTaken('unreadable')
  const pixels = decoded.channels.find(
    ({ id }) => id === libheif.heif_channel.heif_channel_interleaved,
  )
  if (!pixels) throw new NotTaken('unreadable')
  return asTIFF({ ...pixels, profile: profileOf(image.$$.ptr) })
}

/** Which colours its numbers mean; phones write “Display P3”. */
const profileOf = (image: number): Uint8Array | undefined => {
  const size = libheif._heif_image_handle_get_raw_color_profile_size(image)
  if (size === 0) return undefined
  // The first bytes are for what it answers, an error of three words.
  const ERROR = 16
  const at = libheif._malloc(ERROR + size)
  libheif._heif_image_handle_get_raw_color_profile(at, image, at + ERROR)
  return libheif.HEAPU8.slice(at + ERROR, at + ERROR + size)
}
