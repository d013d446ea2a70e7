import { md } from '../../../starter/markdown.ts'
import { body, heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** Running text. */
export const text = partKind({
  name: 'text',
  label: 'Text',
  plural: 'Texts',
  group: 'Words',
  sketch: { accent: 'M16 20h46', lines: 'M16 36h88M16 48h88M16 60h60' },
  fields: [heading(), body()],
  example: {
    title: 'Why we do this',
    body: md('A first job in the NHS often means **a new country** too.\n\n- one\n- two'),
  },
})
