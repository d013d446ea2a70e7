import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'
import { ring } from './sketch.ts'

/** How many wait and how many mentors there are, rounded, from the records. */
export const numbers = partKind({
  name: 'numbers',
  label: 'How many there are',
  plural: 'How many there are',
  group: 'From the records',
  sketch: {
    accent: `${ring(30, 28, 8)}M16 60c0-22 28-22 28 0${ring(60, 28, 8)}M46 60c0-22 28-22 28 0${ring(90, 28, 8)}M76 60c0-22 28-22 28 0`,
  },
  fields: [heading()],
  example: { title: 'How many we are' },
})
