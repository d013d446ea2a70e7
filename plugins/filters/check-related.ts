import {
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  ValidationError,
} from 'payload'

/** The ids that a record names at one place, with the collection they are of. */
type Named = { path: string; collection: string; ids: unknown[] }

/**
 * Checks that whatever a record is about to name is there: one of the databases keeps an id of
 * nothing, the other breaks on it.
 *
 * @throws ValidationError that says at which field a record is missing.
 */
export const checkRelated = async (
  data: unknown,
  fields: FlattenedField[],
  req: PayloadRequest,
  isId: (text: string) => boolean,
): Promise<void> => {
  const errors: { path: string; message: string }[] = []
  for (const { collection, ids, path } of namedIn(data, fields)) {
    const wanted = [...new Set(ids)]
    if (wanted.length === 0) continue
    const isSound = wanted.every((id) => typeof id === 'string' && isId(id))
    if (isSound && (await countIn(collection, wanted as string[], req)) === wanted.length) continue
    errors.push({ path, message: 'Choose a record that is there.' })
  }
  if (errors.length > 0) throw new ValidationError({ errors }, req.t)
}

const countIn = async (slug: string, ids: string[], req: PayloadRequest): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: slug as CollectionSlug,
    where: { id: { in: ids } },
    overrideAccess: true,
    req,
  })
  return totalDocs
}

const namedIn = (data: unknown, fields: FlattenedField[], at = ''): Named[] => {
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) return data.flatMap((row, i) => namedIn(row, fields, `${at}${i}.`))
  return fields.flatMap((field): Named[] => {
    const value: unknown = (data as Record<string, unknown>)[field.name]
    const path = `${at}${field.name}`
    if (value === undefined || value === null || value === '') return []
    if (field.type === 'relationship' || field.type === 'upload') {
      const { relationTo } = field
      return typeof relationTo === 'string'
        ? [{ path, collection: relationTo, ids: [value].flat().map(idOf) }]
        : []
    }
    if (field.type === 'blocks') {
      return [value].flat().flatMap((row, i) => {
        const block = field.blocks.find(
          ({ slug }) => slug === (row as { blockType?: string })?.blockType,
        )
        return block ? namedIn(row, block.flattenedFields, `${path}.${i}.`) : []
      })
    }
    return 'flattenedFields' in field ? namedIn(value, field.flattenedFields, `${path}.`) : []
  })
}

/** Payload takes a whole record for its id. */
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value
