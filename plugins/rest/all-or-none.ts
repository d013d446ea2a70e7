import { APIError, type CollectionAfterOperationHook, type SanitizedConfig } from 'payload'

/** What an operation on several records has to say of those that failed. */
type Failed = { id: number | string; isPublic?: boolean; message: string }

/**
 * Several records that are changed or deleted at once are so all of them or not at all: what is
 * thrown here rolls the whole back. Payload itself keeps those that went well, on one of the
 * databases; the other loses all of them with the first that fails.
 */
export const allOrNone = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    collection.hooks.afterOperation = [...(collection.hooks.afterOperation ?? []), refuseHalf]
  }
  return config
}

const refuseHalf: CollectionAfterOperationHook = ({ operation, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  // Of a change of one record it is the record, of many what became of each.
  const { docs, errors } = result as unknown as { docs?: unknown[]; errors?: Failed[] }
  if (!Array.isArray(docs) || !Array.isArray(errors) || errors.length === 0) return result
  const done = operation === 'update' ? 'changed' : 'deleted'
  // With one transaction that failed, the others fail too, for no reason of their own.
  const reason = errors.find(({ isPublic }) => isPublic)
  if (!reason) throw new HalfDone()
  const all = docs.length + errors.length
  const whole = all === 1 ? '' : ` Nothing was ${done}, of ${all} records.`
  throw new APIError(`${reason.message}${whole}`, 400, undefined, true)
}

/**
 * One of several records failed without a reason that can be told. It may have lost against somebody
 * else’s change, so that trying again is worth it.
 */
export class HalfDone extends APIError {
  constructor() {
    super('Nothing was changed: one of the records could not be saved.', 500, undefined, true)
  }
}
