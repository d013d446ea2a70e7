import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Hook = SQLiteAdapter['beforeSchemaInit'][number]

/** Payload hands the adapter to the hook too, though its types do not say so. */
type Given = Parameters<Hook>[0] & {
  adapter: {
    rawTables: Record<string, { indexes?: Record<string, { name: string; on: unknown }> }>
  }
}

/**
 * Gives the tables of repeated texts an index by record. Payload's own begins with the place in the list,
 * so that reading the texts of one match goes through those of all.
 */
export const indexRepeatedTexts: Hook = (given) => {
  const { adapter, schema } = given as Given
  for (const [name, { indexes }] of Object.entries(adapter.rawTables)) {
    if (indexes && 'orderParentIdx' in indexes) {
      indexes.parentIdx = { name: `${name}_parent_idx`, on: 'parent' }
    }
  }
  return schema
}
