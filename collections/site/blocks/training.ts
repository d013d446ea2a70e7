import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The training days to come, as the coordinators have planned them. */
export const training = partKind({
  name: 'training',
  label: 'Training days',
  plural: 'Training days',
  fields: [heading(), body({ label: 'Words before the dates' })],
  example: { title: 'New to mentoring?', body: md('You do not need experience.') },
})
