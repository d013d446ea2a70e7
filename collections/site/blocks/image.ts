import { picture } from '../common-fields.ts'
import { partKind } from './block.ts'

/** A picture by itself. */
export const image = partKind({
  name: 'image',
  label: 'Picture',
  group: 'Pictures and stories',
  sketch: {
    accent: 'M22 54l20-22 16 16 12-10 24 16',
    boxes: 'M14 12h92v48H14z',
    lines: 'M14 70h50',
  },
  fields: [
    picture({ required: true }),
    { name: 'caption', type: 'text', label: 'Words below it', maxLength: 200 },
  ],
  example: { caption: 'The doctors’ mess' },
})
