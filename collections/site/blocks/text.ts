import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Running text. */
export const text = partKind({
  name: 'text',
  label: 'Text',
  plural: 'Texts',
  fields: [heading(), body()],
  example: {
    title: 'Why we do this',
    body: md('A first job in the NHS often means **a new country** too.\n\n- one\n- two'),
  },
})
