import { picture } from '../common-fields.ts'
import { partKind } from './block.ts'

/** A picture by itself. */
export const image = partKind({
  name: 'image',
  label: 'Picture',
  fields: [
    picture({ required: true }),
    { name: 'caption', type: 'text', label: 'Words below it', maxLength: 200 },
  ],
  example: { caption: 'The doctors’ mess' },
})
