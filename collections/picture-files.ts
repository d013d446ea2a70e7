import { type CollectionBeforeOperationHook, ValidationError } from 'payload'

/** How the files of the pictures start that browsers show and `sharp` reads. */
const KINDS: ((start: string) => boolean)[] = [
  (start) => start.startsWith('\xff\xd8\xff'),
  (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
  (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
  (start) => /^....ftypavi[fs]/s.test(start),
]

/** Longer names are cut, in characters: a disk takes 255 bytes. */
const LONGEST_NAME = 60

/**
 * Looks at the file of a picture by its content before anything is done with it, and gives it a name
 * that is safe on every disk and in every address.
 */
export const prepareFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isWritten = ['create', 'update', 'updateByID'].includes(operation)
  const { file } = req
  if (!isWritten || !file) return args
  const start = file.data.subarray(0, 12).toString('latin1')
  if (!KINDS.some((isKind) => isKind(start))) {
    const message =
      'This is not a picture that can be used here. Choose a JPEG, PNG, WebP or AVIF file; photographs of a phone can be saved as JPEG.'
    throw new ValidationError({ collection: 'media', errors: [{ path: 'file', message }] })
  }
  file.name = safeName(file.name)
  return args
}

/**
 * A name of plain letters, digits and dashes. The ending follows from the content, see Payload.
 *
 * @example safeName('../Ärzte im Garten!.JPG') // 'arzte-im-garten.jpg'
 */
export const safeName = (name: string): string => {
  const [, base = name, ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(name) ?? []
  const plain = base
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '')
  return `${plain || 'picture'}${ending.toLowerCase()}`
}
