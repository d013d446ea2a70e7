import type { Field } from 'payload'

/**
 * Fields that stand beside a form.
 *
 * @example fields: [title, ...inSidebar([{ name: 'score', type: 'number' }])]
 */
export const inSidebar = (fields: Field[]): Field[] =>
  fields.map((field) => ({ ...field, admin: { ...field.admin, position: 'sidebar' } }) as Field)
