import type { Field, Plugin } from 'payload'

/** In every form of the admin: what was typed stays unsaved, and said to be, after a save that was refused. */
export const keepTyped: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((one) => ({ ...one, fields: [...one.fields, FIELD] })),
  globals: config.globals?.map((one) => ({ ...one, fields: [...one.fields, FIELD] })),
})

const FIELD: Field = {
  name: 'keepTyped',
  type: 'ui',
  admin: {
    components: { Field: './admin/KeepTyped.tsx#KeepTyped' },
    disableBulkEdit: true,
    disableListColumn: true,
  },
}
