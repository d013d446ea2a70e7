import { heading, NAMED_ROWS } from '../common-fields.ts'
import { partKind } from './block.ts'

const list = (name: string, label: string) => ({
  name,
  type: 'array' as const,
  label,
  labels: { singular: 'Point', plural: 'Points' },
  maxRows: 10,
  admin: NAMED_ROWS,
  fields: [{ name: 'text', type: 'text' as const, required: true, maxLength: 200 }],
})

/** What is good to do, and what is not. */
export const dosAndDonts = partKind({
  name: 'dosAndDonts',
  label: 'Do and don’t',
  plural: 'Do and don’t',
  group: 'Words',
  sketch: {
    accent: 'M14 26l5 5 9-10M14 50l5 5 9-10M66 22l8 8M74 22l-8 8M66 46l8 8M74 46l-8 8',
    lines: 'M36 26h20M36 50h20M84 26h22M84 50h22',
  },
  fields: [heading(), list('dos', 'Do'), list('donts', 'Don’t')],
  example: {
    title: 'In the group',
    dos: [{ text: 'ask' }],
    donts: [{ text: 'write about your own mentor' }],
  },
})
