import { heading } from '../common-fields.ts'
import { partKind } from './block.ts'

/** The resource links, under their topics. */
export const resources = partKind({
  name: 'resources',
  label: 'Resource links',
  plural: 'Resource links',
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
