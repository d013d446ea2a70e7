import type { Access, CollectionConfig } from 'payload'

const nobody = (): boolean => false

/**
 * Access of a collection whose rows only code writes, by its own actions that keep the rules.
 *
 * @param read who may read
 */
export const writtenByCode = (read: Access): CollectionConfig['access'] => ({
  create: nobody,
  read,
  update: nobody,
  delete: nobody,
  unlock: nobody,
  readVersions: nobody,
})

/** Access of a field that only code reads and writes. */
export const seenByCode = { create: nobody, read: nobody, update: nobody }
