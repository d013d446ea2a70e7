import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** What people must not miss. */
export const warning = partKind({
  name: 'warning',
  label: 'Warning',
  fields: [heading({ required: true }), body()],
  example: {
    title: 'Write nothing about your mentee',
    body: md('What you tell each other stays between you.'),
  },
})
