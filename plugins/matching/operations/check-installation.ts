import type { Payload } from 'payload'

import { configOf, localAPI } from '../local.ts'
import type { DeclaredOptions } from '../types.ts'

/**
 * Refuses at the start what only the running project can tell: a database without transactions, in
 * which two decisions at once could break a rule, and a query for fields that are not there.
 *
 * @throws Error that starts with "matching:" and names the option or the adapter's setting.
 */
export const checkInstallation = async (
  payload: Payload,
  options: DeclaredOptions,
): Promise<void> => {
  const transaction = await payload.db.beginTransaction()
  if (transaction === null) {
    throw new Error(
      'matching: the database has no transactions. Give the SQL adapter transactionOptions, or use a MongoDB replica set.',
    )
  }
  await payload.db.rollbackTransaction(transaction)
  for (const side of ['mentees', 'mentors'] as const) {
    const { available, slug } = options[side]
    try {
      await localAPI(payload).count({
        collection: slug,
        where: available,
        overrideAccess: true,
      })
    } catch (error) {
      if ((error as Error).name !== 'QueryError') throw error
      throw new Error(`matching: ${side}.available: ${(error as Error).message}`, { cause: error })
    }
    const { compared = [], standing = [] } = options[side]
    const known = configOf(payload, slug).flattenedFields.map(({ name }) => name)
    const unknown = [...compared, ...standing].filter((name) => !known.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `matching: ${side} has no field "${unknown[0]}", which "compared" or "standing" names.`,
      )
    }
  }
}
