import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** How to reach the central team, as “Contact and group” of the site’s parts says it. */
export const contact = partKind({
  name: 'contact',
  label: 'Contact',
  group: 'From the records',
  sketch: {
    accent: 'M14 24l20 16 20-16',
    boxes: 'M14 22h40v32H14z',
    lines: 'M66 28h42M66 40h42M66 52h26',
  },
  fields: [heading(), body({ required: false })],
  example: { title: 'Questions?', body: md('Write to us.') },
})
