import { heading, linkTo } from '../common-fields.ts'
import { partKind } from './block.ts'

/** What to do next. */
export const actions = partKind({
  name: 'actions',
  label: 'Action links',
  plural: 'Action links',
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
      fields: [
        { name: 'text', type: 'text', label: 'Words of the link', required: true, maxLength: 120 },
        linkTo({ isRequired: true }),
      ],
    },
  ],
  example: { actions: [{ text: 'Sign up for a mentor', link: { url: '/sign-up/mentee/' } }] },
})
