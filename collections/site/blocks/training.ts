import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The training days to come, as the coordinators have planned them. */
export const training = partKind({
  name: 'training',
  label: 'Training days',
  plural: 'Training days',
  group: 'From the records',
  sketch: {
    accent: 'M16 28h36M26 12v10M42 12v10',
    boxes: 'M16 18h36v42H16z',
    lines: 'M64 24h44M64 38h44M64 52h28',
  },
  fields: [heading(), body({ label: 'Words before the dates' })],
  example: { title: 'New to mentoring?', body: md('You do not need experience.') },
})
