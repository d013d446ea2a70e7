import { partKind } from './block.ts'

/** Which country counts in the matching, and which questions of the editors’ own do: from the settings. */
export const whatCounts = partKind({
  name: 'whatCounts',
  label: 'What counts in the matching',
  plural: 'What counts in the matching',
  fields: [],
  example: {},
})
