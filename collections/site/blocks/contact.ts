import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** How to reach the central team, as “Contact and group” of the site’s parts says it. */
export const contact = partKind({
  name: 'contact',
  label: 'Contact',
  fields: [heading(), body({ required: false })],
  example: { title: 'Questions?', body: md('Write to us.') },
})
