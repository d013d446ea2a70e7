import { heading, picture } from '../common-fields.ts'
import { partKind } from './block.ts'
import { ring } from './sketch.ts'

/** Somebody's own words. They have agreed to it, and may have said until when. */
export const quote = partKind({
  name: 'quote',
  label: 'Story or quotation',
  plural: 'Stories and quotations',
  group: 'Pictures and stories',
  sketch: { accent: 'M52 62h26', boxes: ring(28, 40, 14), lines: 'M52 24h56M52 36h56M52 48h36' },
  fields: [
    heading(),
    { name: 'text', type: 'textarea', label: 'Their words', required: true, maxLength: 1200 },
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 80 },
        { name: 'role', type: 'text', label: 'Who they are', maxLength: 120 },
      ],
    },
    picture({ label: 'Picture of them' }),
    {
      name: 'showUntil',
      type: 'date',
      label: 'May be shown until',
      admin: {
        date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' },
        description: 'From the day after, it is no longer on the site.',
      },
    },
    {
      name: 'note',
      type: 'text',
      label: 'Note for editors',
      maxLength: 200,
      custom: { isForEditors: true },
      admin: { description: 'For example when they agreed. It is not shown on the site.' },
    },
  ],
  example: {
    text: 'She knew which form to fill in first.\n\nThat was worth a week.',
    name: 'Dr A. Example',
    role: 'Clinical fellow',
    note: 'Invented.',
  },
})
