import {
  type CollectionBeforeOperationHook,
  type PayloadHandler,
  type PayloadRequest,
  type SanitizedConfig,
  ValidationError,
} from 'payload'
import sharp from 'sharp'

import { isComms } from './access.ts'
import { kindOf } from './pictures/kinds.ts'
import { LARGEST_PICTURE } from './pictures/limits.ts'
import { makeAnew } from './pictures/make-anew.ts'
import { type Reason, REFUSALS } from './pictures/refusals.ts'

/** Longer names are cut, in characters: a disk takes 255 bytes. */
const LONGEST_NAME = 60

/** Files that have been made anew, by what they hold. */
const prepared = new WeakSet<Buffer>()

/** Where the API takes the file of a picture. */
const TAKES_FILES = ['post /', 'patch /', 'patch /:id']

/**
 * Makes a picture that is sent to the API anew before anything else is done with it. A hook would be too late: Payload
 * begins a transaction before it calls one, and on SQLite all others who write would wait for it.
 */
export const preparePictures = (config: SanitizedConfig): SanitizedConfig => {
  const media = config.collections.find(({ slug }) => slug === 'media')!
  // Payload shares its routes between collections.
  media.endpoints = (media.endpoints || []).map((endpoint) => {
    if (!TAKES_FILES.includes(`${endpoint.method} ${endpoint.path}`)) return endpoint
    const handler: PayloadHandler = async (req) => {
      // Payload refuses others after this, and nothing is done for them here.
      if (isComms({ req })) await prepare(req)
      return endpoint.handler(req)
    }
    return { ...endpoint, handler }
  })
  return config
}

/** The same for code that makes a picture, and so that none is kept as it came by any way. */
export const prepareFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isOfCode = 'overrideAccess' in args && args.overrideAccess === true
  const isWritten = ['create', 'update', 'updateByID'].includes(operation)
  if (isWritten && (isOfCode || isComms({ req }))) await prepare(req)
  return args
}

/**
 * Looks at the file of a picture by its content, makes it anew as it is kept, and gives it a name that is safe on
 * every disk and in every address.
 *
 * @throws ValidationError of the file, in a sentence.
 */
const prepare = async (req: PayloadRequest): Promise<void> => {
  const { file } = req
  if (!file || prepared.has(file.data)) return
  if (!kindOf(file.data)) throw notTaken('kind')
  if (file.data.length > LARGEST_PICTURE) throw notTaken('bytes')
  const made = await makeAnew(file.data)
  if ('refused' in made) throw notTaken(made.refused)
  const { data } = made
  prepared.add(data)
  const { format, height, width } = await sharp(data).metadata()
  const kind = format === 'heif' ? 'avif' : format
  const name = safeName(file.name, kind === 'jpeg' ? 'jpg' : kind)
  req.file = { ...file, data, mimetype: `image/${kind}`, name, size: data.length }
  fitCrop(req, { height, width })
}

/**
 * A name of plain letters, digits and dashes that ends as its content says.
 *
 * @example safeName('../Ärzte im Garten!.HEIC', 'jpg') // 'arzte-im-garten.jpg'
 */
export const safeName = (name: string, ending: string): string => {
  const [, base = name] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(name) ?? []
  const plain = base
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '')
  return `${plain || 'picture'}.${ending}`
}

const notTaken = (reason: Reason): ValidationError =>
  new ValidationError({
    collection: 'media',
    errors: [{ path: 'file', message: REFUSALS[reason] }],
  })

type Edits = {
  crop?: { height?: number | string; width?: number | string }
  heightInPixels?: number
  widthInPixels?: number
}

/**
 * What an editor cuts out before the picture is saved was measured in the picture as it was chosen. The hundredths
 * still hold in the smaller one, the pixels do not.
 */
const fitCrop = (req: PayloadRequest, { height, width }: { height: number; width: number }) => {
  const edits = req.query?.uploadEdits as Edits | undefined
  if (!edits?.crop) return
  const share = (side: number, hundredths: number | string | undefined) =>
    Math.max(1, Math.floor((side * Number(hundredths)) / 100))
  edits.widthInPixels = share(width, edits.crop.width)
  edits.heightInPixels = share(height, edits.crop.height)
}
