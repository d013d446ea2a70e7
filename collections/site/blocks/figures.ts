import { heading, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Facts in figures, with where they are from. */
export const figures = partKind({
  name: 'figures',
  label: 'Facts in figures',
  plural: 'Facts in figures',
  group: 'Pictures and stories',
  sketch: {
    accent: 'M14 18h38M68 18h38M14 34h20M68 34h24',
    lines: 'M14 50h38M14 62h28M68 50h38M68 62h28',
  },
  fields: [
    heading(),
    {
      name: 'figures',
      type: 'array',
      label: 'Facts',
      labels: { singular: 'Fact', plural: 'Facts' },
      minRows: 1,
      maxRows: 6,
      required: true,
      admin: NAMED_ROWS,
      fields: [
        { name: 'figure', type: 'text', required: true, maxLength: 20 },
        { name: 'text', type: 'text', label: 'What it counts', required: true, maxLength: 200 },
        { name: 'source', type: 'text', label: 'Source and date', maxLength: 120 },
      ],
    },
  ],
  example: {
    figures: [
      { figure: '21.3%', text: 'of our doctors', source: 'Staff records, November 2019' },
      { figure: '60', text: 'countries' },
    ],
  },
})
