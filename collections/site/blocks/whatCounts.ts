import { partKind } from './block.ts'

/** Which country counts in the matching, and which questions of the editors’ own do: from the settings. */
export const whatCounts = partKind({
  name: 'whatCounts',
  label: 'What counts in the matching',
  plural: 'What counts in the matching',
  group: 'From the records',
  sketch: { accent: 'M16 22h70M16 40h50M16 58h30', lines: 'M86 22h18M66 40h38M46 58h58' },
  fields: [],
  example: {},
})
