import { heading, linkTo, picture } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Several things of equal weight, each in a card that may lead somewhere. */
export const cards = partKind({
  name: 'cards',
  label: 'Cards',
  plural: 'Cards',
  fields: [
    heading(),
    { name: 'intro', type: 'textarea', label: 'Words before them', maxLength: 400 },
    {
      name: 'cards',
      type: 'array',
      labels: { singular: 'Card', plural: 'Cards' },
      minRows: 1,
      maxRows: 12,
      required: true,
      admin: { components: { RowLabel: './admin/TitleRowLabel.tsx#TitleRowLabel' } },
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', required: true, maxLength: 600 },
        linkTo(),
        picture(),
      ],
    },
  ],
  example: {
    title: 'Whichever route brings you here',
    cards: [
      { title: 'CPSP scheme', text: 'Through the College of Physicians and Surgeons Pakistan.' },
      { title: 'How we match', text: 'Who decides, and what counts.', link: { url: '/' } },
    ],
  },
})
