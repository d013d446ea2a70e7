import type { TextField } from 'payload'

import { component } from './component.ts'
import { editionInForce } from './editions/in-force.ts'

type Options = {
  name: string
  label: string
  /** Key of the list. */
  list: string
  hasMany?: boolean
  required?: boolean
  index?: boolean
  admin?: TextField['admin']
}

/**
 * A field of a record for an answer chosen from a list that is content: it holds keys. What is no longer offered may
 * stay where it was chosen, and come from a form that offered it.
 */
export const choiceField = ({ admin, hasMany = false, list, ...field }: Options): TextField =>
  // What is given to both kinds of text fields at once has the type of neither.
  ({
    ...field,
    type: 'text',
    hasMany,
    // Read by the filters above the list of records.
    custom: { list },
    validate: async (value: unknown, { overrideAccess, previousValue, req }: ValidateArgs) => {
      const given = [value].flat().filter((one) => one !== undefined && one !== null && one !== '')
      if (given.length === 0) return field.required ? req.t('validation:required') : true
      const { lists } = await editionInForce(req)
      const kept = [previousValue].flat()
      const isFit = (key: unknown) =>
        kept.includes(key) ||
        lists[list]?.choices.some(
          (choice) => choice.key === key && (overrideAccess || !choice.isRetired),
        )
      return given.every(isFit) || 'Choose from the list.'
    },
    admin: {
      ...admin,
      disableListFilter: true,
      components: {
        Field: { path: component('rsc', 'ChoiceField'), serverProps: { list, hasMany } },
        Cell: { path: component('rsc', 'ChoiceCell'), serverProps: { list } },
      },
    },
  }) as unknown as TextField

type ValidateArgs = {
  overrideAccess?: boolean
  previousValue?: unknown
  req: Parameters<typeof editionInForce>[0] & { t: (key: string) => string }
}
