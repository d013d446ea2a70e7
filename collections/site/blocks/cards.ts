import { heading, linkTo, NAMED_ROWS, picture } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Several things of equal weight, each in a card that may lead somewhere. */
export const cards = partKind({
  name: 'cards',
  label: 'Cards',
  plural: 'Cards',
  group: 'Lists and cards',
  sketch: {
    accent: 'M20 28h24M72 28h24',
    boxes: 'M12 16h44v48H12zM64 16h44v48H64z',
    lines: 'M20 42h28M20 52h20M72 42h28M72 52h20',
  },
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
      admin: NAMED_ROWS,
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
