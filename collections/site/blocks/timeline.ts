import { heading, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'
import { ring } from './sketch.ts'

/** What happens when. */
export const timeline = partKind({
  name: 'timeline',
  label: 'Timeline',
  group: 'Lists and cards',
  sketch: {
    accent: `${ring(20, 20, 4)}${ring(20, 60, 4)}M20 26v28`,
    lines: 'M34 20h22M66 20h40M34 60h22M66 60h40M66 40h40',
  },
  fields: [
    heading(),
    {
      name: 'moments',
      type: 'array',
      label: 'Moments',
      labels: { singular: 'Moment', plural: 'Moments' },
      minRows: 1,
      maxRows: 12,
      required: true,
      admin: NAMED_ROWS,
      fields: [
        { name: 'when', type: 'text', required: true, maxLength: 60 },
        { name: 'title', type: 'text', label: 'What', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', maxLength: 400 },
      ],
    },
  ],
  example: {
    title: 'What happens when',
    moments: [{ when: 'Today', title: 'You sign up', text: 'It takes 5 minutes.' }],
  },
})
