import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

const list = (name: string, label: string) => ({
  name,
  type: 'array' as const,
  label,
  labels: { singular: 'Point', plural: 'Points' },
  maxRows: 10,
  fields: [{ name: 'text', type: 'text' as const, required: true, maxLength: 200 }],
})

/** What is good to do, and what is not. */
export const dosAndDonts = partKind({
  name: 'dosAndDonts',
  label: 'Do and don’t',
  plural: 'Do and don’t',
  fields: [heading(), list('dos', 'Do'), list('donts', 'Don’t')],
  example: {
    title: 'In the group',
    dos: [{ text: 'ask' }],
    donts: [{ text: 'write about your own mentor' }],
  },
})
