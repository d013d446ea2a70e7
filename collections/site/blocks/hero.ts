import { linkTo, NAMED_ROWS, picture } from '../common-fields.ts'
import { partKind } from './block.ts'
import { ring } from './sketch.ts'

/** The opening of a page in the colour of the programme: its title and first words, buttons, a picture. */
export const hero = partKind({
  name: 'hero',
  label: 'Opening with buttons',
  plural: 'Openings with buttons',
  group: 'Pictures and stories',
  sketch: {
    accent: 'M14 22h52M14 34h38',
    boxes: `M14 50h24v12H14zM44 50h24v12H44z${ring(92, 40, 16)}`,
    isReversed: true,
  },
  fields: [
    {
      name: 'actions',
      type: 'array',
      label: 'Buttons',
      labels: { singular: 'Button', plural: 'Buttons' },
      maxRows: 2,
      admin: NAMED_ROWS,
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
