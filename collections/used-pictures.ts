import { takeTurn } from '@mentoring/kit/take-turn'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type FlattenedField,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  ValidationError,
} from 'payload'

import { idOf } from '../database/record-id.ts'
import { countRecords } from '../database/records.ts'

const PICTURES = 'media'

/** A picture that a record names, and where in it. */
type Named = { id: string; path: string }

/**
 * A picture can't be deleted while a page shows it, as it is on the site or in the draft that is being
 * worked on; what an older version shows is left out when somebody puts that version back. By itself one of the
 * databases empties the page, and the other keeps a name of nothing in it.
 */
export const keepUsedPictures = (config: SanitizedConfig): SanitizedConfig => {
  const showing = config.collections.filter(
    ({ flattenedFields, slug }) => slug !== PICTURES && namesPictures(flattenedFields),
  )
  const { hooks } = config.collections.find(({ slug }) => slug === PICTURES)!
  hooks.beforeDelete = [...(hooks.beforeDelete ?? []), refuseWhileUsed(showing)]
  for (const collection of showing) {
    collection.hooks.beforeChange = [
      ...(collection.hooks.beforeChange ?? []),
      checkAreThere(collection.flattenedFields),
    ]
  }
  return config
}

const isPicture = (field: FlattenedField): boolean =>
  field.type === 'upload' && field.relationTo === PICTURES

const fieldsIn = (field: FlattenedField): FlattenedField[] => {
  if (field.type === 'blocks') return field.blocks.flatMap((block) => block.flattenedFields)
  return 'flattenedFields' in field ? field.flattenedFields : []
}

const namesPictures = (fields: FlattenedField[]): boolean =>
  fields.some((field) => isPicture(field) || namesPictures(fieldsIn(field)))

/** All pictures that a record names, however deep in groups, rows and parts. */
const picturesNamed = (data: unknown, fields: FlattenedField[], at = ''): Named[] => {
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) {
    return data.flatMap((row, i) => picturesNamed(row, fields, `${at}${i}.`))
  }
  return fields.flatMap((field): Named[] => {
    const value: unknown = (data as Record<string, unknown>)[field.name]
    if (value === undefined || value === null || value === '') return []
    const path = `${at}${field.name}`
    if (isPicture(field)) return [{ id: idOf(value), path }]
    if (field.type !== 'blocks') return picturesNamed(value, fieldsIn(field), `${path}.`)
    return (value as { blockType?: string }[]).flatMap((row, i) => {
      const kind = field.blocks.find(({ slug }) => slug === row.blockType)
      return kind ? picturesNamed(row, kind.flattenedFields, `${path}.${i}.`) : []
    })
  })
}

const refuseWhileUsed =
  (showing: SanitizedCollectionConfig[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    await takeTurn(req, 'pictures')
    for (const { admin, flattenedFields, slug } of showing) {
      for (const draft of [false, true]) {
        const { docs } = await req.payload.find({
          ...{ collection: slug, draft, depth: 0, pagination: false },
          overrideAccess: true,
          req,
        })
        const doc = docs.find((one) =>
          picturesNamed(one, flattenedFields).some((named) => named.id === String(id)),
        ) as Record<string, unknown> | undefined
        if (!doc) continue
        const name = String(doc[admin.useAsTitle ?? 'id'])
        const where = `“${name}”${draft ? ', in the draft that is not published yet' : ''}`
        const message = `This picture is on the page ${where}. Choose another one there first, or take it off.`
        throw new APIError(message, 400, undefined, true)
      }
    }
  }

/** Whoever chooses a picture while it is being deleted is told: it was there when all else was checked. */
const checkAreThere =
  (fields: FlattenedField[]): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }): Promise<unknown> => {
    const before = new Set(picturesNamed(originalDoc, fields).map(({ id }) => id))
    const chosen = picturesNamed(data, fields).filter(({ id }) => !before.has(id))
    if (chosen.length === 0) return data
    await takeTurn(req, 'pictures')
    const errors: { message: string; path: string }[] = []
    for (const { id, path } of chosen) {
      if ((await countRecords(req, PICTURES, { id: { equals: id } })) > 0) continue
      errors.push({ path, message: 'This picture has been deleted. Choose another one.' })
    }
    if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors })
    return data
  }
