/** The largest file of a picture that is taken, in bytes: a photograph of 48 megapixels as phones save it. */
export const LARGEST_PICTURE = 20 * 1024 * 1024

/** The most pixels a picture may have. Phones make up to 50 million, some 64. */
export const MOST_PIXELS = 65_000_000

/** The longest side of a picture as it is kept, in pixels. */
export const LONGEST_SIDE = 2400

/** Both limits, to be read beside the field and in what is refused. */
export const LIMITS = 'at most 20 MB and 65 megapixels'

/** What is taken, for those who choose a file. */
export const WHAT_IS_TAKEN = `a JPEG, PNG, WebP, AVIF or HEIC file of ${LIMITS}`

/** What is said about a file that is larger than that. */
export const TOO_LARGE = `This picture is too large. Choose ${WHAT_IS_TAKEN}.`
