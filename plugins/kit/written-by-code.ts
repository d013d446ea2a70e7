import type { Access, CollectionConfig } from 'payload'

const nobody = (): boolean => false

/**
 * What is stated of a collection whose rows only code writes, by its own actions that keep the rules:
 * who may do what, and that nobody has a row open in a form and older versions are not kept.
 *
 * @param read who may read
 * @example { slug: 'visits', ...writtenByCode(nobody), fields }
 */
export const writtenByCode = (
  read: Access,
): Pick<CollectionConfig, 'access' | 'lockDocuments' | 'versions'> => ({
  access: {
    create: nobody,
    read,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
  },
  lockDocuments: false,
  versions: false,
})

/** Access of a field that only code reads and writes. */
export const seenByCode = { create: nobody, read: nobody, update: nobody }
