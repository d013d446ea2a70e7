import {
  type CollectionAfterDeleteHook,
  type CollectionSlug,
  type RelationshipField,
  type SanitizedConfig,
  type UploadField,
} from 'payload'

type Naming = { collection: string; field: RelationshipField | UploadField }

/**
 * With a record go the places in other records that name it: one of the databases does so by itself,
 * the other keeps the id of whoever has been erased. Records that can’t be without it are the
 * business of whoever erases.
 */
export const forgetErased = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    const naming = config.collections.flatMap(({ flattenedFields, slug }) =>
      flattenedFields.flatMap((field): Naming[] =>
        (field.type === 'relationship' || field.type === 'upload') &&
        field.relationTo === collection.slug &&
        !field.required
          ? [{ collection: slug, field }]
          : [],
      ),
    )
    if (naming.length === 0) continue
    collection.hooks.afterDelete = [...(collection.hooks.afterDelete ?? []), forget(naming)]
  }
  return config
}

const forget =
  (naming: Naming[]): CollectionAfterDeleteHook =>
  async ({ id: erased, req }) => {
    const { db } = req.payload
    for (const { collection, field } of naming) {
      const slug = collection as CollectionSlug
      const { docs } = await db.find<{ id: string }>({
        collection: slug,
        where: { [field.name]: { in: [erased] } },
        select: { [field.name]: true },
        limit: 0,
        pagination: false,
        req,
      })
      for (const doc of docs) {
        const value = (doc as Record<string, unknown>)[field.name]
        const left = Array.isArray(value) ? value.filter((one) => String(one) !== erased) : null
        await db.updateOne({
          collection: slug,
          id: doc.id,
          data: { [field.name]: left },
          req,
          returning: false,
        })
      }
    }
  }
