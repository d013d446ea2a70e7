/** What is used of libheif in WebAssembly, which comes without types for this entry. */
declare module 'libheif-js/wasm-bundle.js' {
  /** A value of an enumeration. */
  type Constant = { value: number }
  type Failed = { code: Constant; message: string }
  /** Something of the library's; `$$.ptr` is where it stands in its memory. */
  type Handle = { $$: { ptr: number } }
  type Channel = { id: Constant; width: number; height: number; stride: number; data: Uint8Array }

  const libheif: {
    ready?: Promise<unknown>
    HEAPU8: Uint8Array
    heif_error_code: { heif_error_Ok: Constant }
    heif_colorspace: { heif_colorspace_RGB: Constant }
    heif_chroma: { heif_chroma_interleaved_RGB: Constant }
    heif_channel: { heif_channel_interleaved: Constant }
    heif_context_alloc: () => Handle
    heif_context_read_from_memory: (context: Handle, file: Uint8Array) => Failed
    heif_js_context_get_primary_image_handle: (context: Handle) => Handle | Failed
    heif_image_handle_get_width: (image: Handle) => number
    heif_image_handle_get_height: (image: Handle) => number
    heif_js_decode_image2: (
      image: Handle,
      colours: Constant,
      chroma: Constant,
    ) => { channels: Channel[] } | Failed
    _heif_image_handle_get_raw_color_profile_size: (image: number) => number
    _heif_image_handle_get_raw_color_profile: (error: number, image: number, to: number) => void
    _malloc: (bytes: number) => number
  }
  export default libheif
}
