import type { CollectionAfterOperationHook } from 'payload'

/**
 * Says of every list in the same way which part of the whole it is: for an empty list, a page past the
 * end and a list without pages the two databases count differently.
 */
export const steadyPages: CollectionAfterOperationHook = ({ args, result }) => {
  const list = result as { docs?: unknown[]; limit?: number; totalDocs?: number }
  if (!Array.isArray(list.docs) || typeof list.totalDocs !== 'number') return result
  const asked = args as { limit?: number; page?: number; pagination?: boolean }
  const isWhole = asked.pagination === false || asked.limit === 0
  const limit = isWhole ? (asked.limit ?? 0) : list.limit || list.docs.length
  const page = isWhole ? 1 : Number(asked.page) || 1
  const totalPages = isWhole || limit === 0 ? 1 : Math.max(1, Math.ceil(list.totalDocs / limit))
  const hasPrevPage = page > 1
  const hasNextPage = page < totalPages
  return {
    ...list,
    limit,
    page,
    totalPages,
    pagingCounter: (page - 1) * limit + 1,
    hasPrevPage,
    hasNextPage,
    prevPage: hasPrevPage ? page - 1 : null,
    nextPage: hasNextPage ? page + 1 : null,
  }
}
