import { heading, linkTo, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'
import { ring } from './sketch.ts'

/** Numbered steps or promises, in one list or in two side by side. */
export const steps = partKind({
  name: 'steps',
  label: 'Numbered steps',
  plural: 'Numbered steps',
  group: 'Lists and cards',
  sketch: {
    accent: `${ring(20, 20, 6)}${ring(20, 40, 6)}${ring(20, 60, 6)}`,
    lines: 'M38 20h62M38 40h62M38 60h44',
  },
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
      admin: NAMED_ROWS,
      fields: [
        { name: 'title', type: 'text', label: 'Heading of the list', maxLength: 120 },
        {
          name: 'steps',
          type: 'array',
          labels: { singular: 'Step', plural: 'Steps' },
          minRows: 1,
          maxRows: 12,
          required: true,
          admin: NAMED_ROWS,
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
