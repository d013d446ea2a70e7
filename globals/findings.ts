import { access, constants } from 'node:fs/promises'
import path from 'node:path'

import type { FlattenedField, Payload } from 'payload'

import type { Media as Picture } from '../payload-types.ts'
import type { Finding } from '@mentoring/publication'

/** A record of content, as editors know it. */
export type ContentRecord = {
  /** Such as `The resource link “A guide”`. */
  name: string
  /** Below the admin's own path. */
  path: string
  fields: FlattenedField[]
}

/**
 * Names a field as editors see it: the labels on the way to it, and which row.
 *
 * @example fieldName(fields, ['facts', 1, 'text']) // 'Facts in figures, row 2, What it counts'
 */
export const fieldName = (fields: FlattenedField[], place: PropertyKey[]): string =>
  namesOf(fields, place).join(', ')

const namesOf = (fields: FlattenedField[], [key, ...rest]: PropertyKey[]): string[] => {
  if (key === undefined) return []
  if (typeof key === 'number') return [`row ${key + 1}`, ...namesOf(fields, rest)]
  const field = fields.find(({ name }) => name === key)
  const label = field && 'label' in field && typeof field.label === 'string' ? field.label : key
  const inside = field && 'flattenedFields' in field ? field.flattenedFields : []
  return [String(label), ...namesOf(inside, rest)]
}

/** Says that something in a record can't be used as it is. */
export const findingIn = (record: ContentRecord, place: PropertyKey[], what: string): Finding => ({
  text: `${record.name}, “${fieldName(record.fields, place)}”: ${what}`,
  path: record.path,
})

/** Says which picture the site would show without its file. */
export const missingPicture = async (
  { collections }: Payload,
  picture: Picture,
): Promise<Finding[]> => {
  const file = picture.sizes?.wide?.filename ?? picture.filename
  const { staticDir } = collections.media.config.upload
  const isThere = await access(path.join(staticDir!, file ?? ''), constants.R_OK).then(
    () => Boolean(file),
    () => false,
  )
  if (isThere) return []
  return [
    {
      text: `The file of the picture “${picture.alt}” (${file}) is missing. Upload it again, choose another picture, or have the folder of pictures restored.`,
      path: `/collections/media/${picture.id}`,
    },
  ]
}
