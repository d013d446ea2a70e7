import { heading, linkTo, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'

/** What to do next. */
export const actions = partKind({
  name: 'actions',
  label: 'Action links',
  plural: 'Action links',
  group: 'Lists and cards',
  sketch: { accent: 'M16 28h12M23 21l7 7-7 7M16 52h12M23 45l7 7-7 7', lines: 'M42 28h60M42 52h44' },
  fields: [
    heading(),
    {
      name: 'actions',
      type: 'array',
      label: 'Links',
      labels: { singular: 'Link', plural: 'Links' },
      minRows: 1,
      maxRows: 6,
      required: true,
      admin: NAMED_ROWS,
      fields: [
        { name: 'text', type: 'text', label: 'Words of the link', required: true, maxLength: 120 },
        linkTo({ isRequired: true }),
      ],
    },
  ],
  example: { actions: [{ text: 'Sign up for a mentor', link: { url: '/sign-up/mentee/' } }] },
})
