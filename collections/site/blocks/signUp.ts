import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The ways into the sign-up forms. */
export const signUp = partKind({
  name: 'signUp',
  label: 'Ways to sign up',
  plural: 'Ways to sign up',
  fields: [heading()],
  example: {},
})
