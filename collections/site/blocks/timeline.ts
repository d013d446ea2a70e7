import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** What happens when. */
export const timeline = partKind({
  name: 'timeline',
  label: 'Timeline',
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
      admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
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
