import type { Access } from 'payload'

/** Whoever may read but a part of the records, as the public may, reads none that are in the bin. */
export const notInBin =
  (read: Access | undefined): Access =>
  async (asker) => {
    const may = (await read?.(asker)) ?? false
    return typeof may === 'object' ? { and: [may, { deletedAt: { exists: false } }] } : may
  }
