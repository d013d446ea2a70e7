import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** What people must not miss. */
export const warning = partKind({
  name: 'warning',
  label: 'Warning',
  group: 'Words',
  sketch: { accent: 'M14 22h50', boxes: 'M14 22h92v44H14z', lines: 'M24 40h72M24 52h50' },
  fields: [heading({ required: true }), body()],
  example: {
    title: 'Write nothing about your mentee',
    body: md('What you tell each other stays between you.'),
  },
})
