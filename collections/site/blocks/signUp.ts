import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The ways into the sign-up forms. */
export const signUp = partKind({
  name: 'signUp',
  label: 'Ways to sign up',
  plural: 'Ways to sign up',
  group: 'From the records',
  sketch: {
    accent: 'M42 33l7 7-7 7M94 33l7 7-7 7',
    boxes: 'M12 22h44v36H12zM64 22h44v36H64z',
    lines: 'M20 40h14M72 40h14',
  },
  fields: [heading()],
  example: {},
})
