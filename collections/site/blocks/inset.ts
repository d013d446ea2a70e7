import { md } from '../../../starter/markdown.ts'
import { body } from '../common-fields.ts'
import { partKind } from './block.ts'

/** A few words that stand out from the text around them. */
export const inset = partKind({
  name: 'inset',
  label: 'Inset text',
  fields: [body()],
  example: { body: md('You do not need an account.') },
})
