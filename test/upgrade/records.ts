import type { FlattenedField, Payload } from 'payload'
import type { Mentor } from '../../payload-types.ts'

type Data = Record<string, unknown>

/**
 * Writes a record as far as the collection of the version that runs has the fields; required ones
 * that are not given are filled in. So one story serves every version.
 *
 * @returns the record's id, or nothing when the version has no such collection
 */
export const write = async (
  payload: Payload,
  collection: string,
  data: Data = {},
  context: Data = {},
): Promise<string | undefined> => {
  const found = payload.collections[collection as 'mentors']
  if (!found) return undefined
  const fitted: object = await fit(payload, found.config.flattenedFields, data)
  const { id } = await payload.create({
    collection: collection as 'mentors',
    data: fitted as Mentor,
    context,
    depth: 0,
    overrideAccess: true,
  })
  return String(id)
}

const fit = async (payload: Payload, fields: FlattenedField[], data: Data): Promise<Data> => {
  const fitted: Data = {}
  for (const field of fields) {
    if (field.name in data) fitted[field.name] = data[field.name]
    else if ('required' in field && field.required) {
      const value = await madeUp(payload, field)
      if (value !== undefined) fitted[field.name] = value
    }
  }
  if ('password' in data) fitted.password = data.password
  return fitted
}

const madeUp = async (payload: Payload, field: FlattenedField): Promise<unknown> => {
  if ('defaultValue' in field && field.defaultValue !== undefined) return undefined
  switch (field.type) {
    case 'date':
      return new Date().toISOString()
    case 'number':
      return 1
    case 'checkbox':
      return true
    case 'json':
      return {}
    case 'email':
      return 'made.up@example.org'
    case 'select':
      return optionValues(field)[0]
    case 'relationship':
    case 'upload': {
      const [relationTo] = [field.relationTo].flat()
      const { docs } = await payload.find({
        collection: relationTo as 'mentors',
        limit: 1,
        overrideAccess: true,
      })
      const id = docs[0]?.id
      return Array.isArray(field.relationTo) ? { relationTo, value: id } : id
    }
    case 'text':
    case 'textarea':
    case 'code':
      return `Made up ${(count += 1)}`
    default:
      return undefined
  }
}

let count = 0

/** The values a select has in the version that runs; none when there is no such field. */
export const optionsOf = (payload: Payload, collection: string, name: string): string[] => {
  const fields = payload.collections[collection as 'mentors']?.config.flattenedFields ?? []
  const field = fields.find((one) => one.name === name)
  return field?.type === 'select' ? optionValues(field) : []
}

const optionValues = (field: { options: (string | { value: string })[] }): string[] =>
  field.options.map((option) => (typeof option === 'string' ? option : option.value))

/** Gives every collection that is still empty one made-up record. */
export const fillEmpty = async (payload: Payload): Promise<void> => {
  for (const { config } of Object.values(payload.collections)) {
    const { totalDocs } = await payload.count({ collection: config.slug, overrideAccess: true })
    if (totalDocs === 0 && !config.upload) await write(payload, config.slug)
  }
}
