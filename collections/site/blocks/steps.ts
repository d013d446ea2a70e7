import { heading, linkTo } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Numbered steps or promises, in one list or in two side by side. */
export const steps = partKind({
  name: 'steps',
  label: 'Numbered steps',
  plural: 'Numbered steps',
  fields: [
    heading(),
    { name: 'intro', type: 'textarea', label: 'Words before them', maxLength: 400 },
    {
      name: 'lists',
      type: 'array',
      label: 'Lists',
      labels: { singular: 'List', plural: 'Lists' },
      minRows: 1,
      maxRows: 2,
      required: true,
      admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
      fields: [
        { name: 'title', type: 'text', label: 'Heading of the list', maxLength: 120 },
        {
          name: 'steps',
          type: 'array',
          labels: { singular: 'Step', plural: 'Steps' },
          minRows: 1,
          maxRows: 12,
          required: true,
          admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 80 },
            { name: 'text', type: 'textarea', maxLength: 400 },
          ],
        },
        { name: 'action', type: 'text', label: 'Words on a button below', maxLength: 40 },
        linkTo({ label: 'Where the button leads' }),
      ],
    },
  ],
  example: {
    title: 'What you agree to',
    lists: [
      {
        title: 'If you want a mentor',
        steps: [{ title: 'Your mentor writes first', text: 'Look out for an email.' }],
        action: 'Sign up for a mentor',
        link: { url: '/sign-up/mentee/' },
      },
      { title: 'If you want to be a mentor', steps: [{ title: 'Write first' }] },
    ],
  },
})
