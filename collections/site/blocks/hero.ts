import { linkTo, picture } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The opening of a page in the colour of the programme: its title and first words, buttons, a picture. */
export const hero = partKind({
  name: 'hero',
  label: 'Opening with buttons',
  plural: 'Openings with buttons',
  fields: [
    {
      name: 'actions',
      type: 'array',
      label: 'Buttons',
      labels: { singular: 'Button', plural: 'Buttons' },
      maxRows: 2,
      fields: [
        { name: 'text', type: 'text', label: 'Words on the button', required: true, maxLength: 40 },
        linkTo({ isRequired: true }),
      ],
    },
    picture(),
  ],
  example: {
    actions: [
      { text: 'Get a mentor', link: { url: '/sign-up/mentee/' } },
      { text: 'Become a mentor', link: { url: '/sign-up/mentor/' } },
    ],
  },
})
