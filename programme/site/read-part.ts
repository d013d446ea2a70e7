import type { FlattenedField } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { IS_LINK } from '../../collections/site/common-fields.ts'
import type { Picture } from '../../site/snapshot.ts'
import { leadBy, type Ways } from './links.ts'
import { type RichText, toNHSHTML } from './nhs-converters.ts'

/** What the fields of a record are read with: other records, and who is told what was left out. */
export type Around = {
  ways: Ways
  /** A picture by its id; nothing when it or its file is not there any more. */
  picture: (id: string) => Picture | undefined
  /** Told in a sentence, with the place in the record. */
  leaveOut: (place: PropertyKey[], why: string) => void
  /** Level of the highest headings in its rich text. */
  topLevel?: number
}

type Values = Record<string, unknown>

/**
 * The values of fields as the site's templates have them: rich text as HTML, a picture as `{ file, … }`, a link as
 * `{ href }`, rows as lists. What is empty is left out, and so is a field for editors alone.
 *
 * @param fields of a part, a group or a row
 * @param data as the database has it, with ids for related records
 * @param place where it is in its record, to say so when something is left out
 */
export const readFields = (
  fields: FlattenedField[],
  data: Values,
  place: PropertyKey[],
  around: Around,
): Values => {
  const values: Values = {}
  for (const field of fields) {
    if (field.name === 'id' || field.name === 'blockName' || field.custom?.isForEditors) continue
    const given = data[field.name]
    if (isEmpty(given)) continue
    const value = readField(field, given, [...place, field.name], around)
    if (!isEmpty(value)) values[field.name] = value
  }
  return values
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false

const readField = (
  field: FlattenedField,
  value: unknown,
  place: PropertyKey[],
  around: Around,
): unknown => {
  const leadTo = leadBy(around.ways, (why) => around.leaveOut(place, why))
  switch (field.type) {
    case 'richText':
      return toNHSHTML(value as RichText, leadTo, around.topLevel)
    case 'upload': {
      const found = around.picture(idOf(value))
      if (!found) around.leaveOut(place, 'the picture is not there any more, and is left out.')
      return found
    }
    case 'group': {
      if (!field.custom?.[IS_LINK]) {
        return readFields(field.flattenedFields, value as Values, place, around)
      }
      const href = leadTo(value as Values)
      return href && { href }
    }
    case 'array':
      return (value as Values[]).map((row, i) =>
        readFields(field.flattenedFields, row, [...place, i], around),
      )
    default:
      return value
  }
}
