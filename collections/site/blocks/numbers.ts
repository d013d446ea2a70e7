import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** How many wait and how many mentors there are, rounded, from the records. */
export const numbers = partKind({
  name: 'numbers',
  label: 'How many there are',
  plural: 'How many there are',
  fields: [heading()],
  example: { title: 'How many we are' },
})
