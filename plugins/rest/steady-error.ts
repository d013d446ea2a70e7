import { ValidationError } from 'payload'

/**
 * What is wrong with the fields of a record, said alike whichever database found it: one of them adds
 * the name of its table and the id.
 */
export const steadyError = (error: unknown): unknown => {
  if (!(error instanceof ValidationError)) return error
  const { collection, errors, global } = error.data
  error.data = {
    ...(collection !== undefined && { collection }),
    errors: errors.map(({ label, message, path }) => ({
      ...(label !== undefined && { label }),
      message,
      path,
    })),
    ...(global !== undefined && { global }),
  }
  return error
}
