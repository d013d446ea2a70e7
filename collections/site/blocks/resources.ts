import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The resource links, under their topics. */
export const resources = partKind({
  name: 'resources',
  label: 'Resource links',
  plural: 'Resource links',
  group: 'From the records',
  sketch: {
    accent: 'M20 22h40M20 52h40',
    boxes: 'M12 13h96v24H12zM12 43h96v24H12z',
    lines: 'M20 30h60M20 60h70',
  },
  fields: [
    heading(),
    {
      name: 'topic',
      type: 'text',
      label: 'Only those about',
      maxLength: 80,
      admin: {
        description:
          'A topic of the resource links, as it is written there. Leave it empty to show all.',
      },
    },
  ],
  example: {},
})
