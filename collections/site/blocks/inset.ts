import { md } from '../../../starter/markdown.ts'
import { body } from '../common-fields.ts'
import { partKind } from './block.ts'

/** A few words that stand out from the text around them. */
export const inset = partKind({
  name: 'inset',
  label: 'Inset text',
  group: 'Words',
  sketch: { accent: 'M16 20v40', lines: 'M28 26h76M28 40h76M28 54h48' },
  fields: [body()],
  example: { body: md('You do not need an account.') },
})
