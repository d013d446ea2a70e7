import { ValidationError } from 'payload'

/**
 * What is wrong with the fields of a record, said alike whichever database found it: one of them adds
 * the name of its table and the id.
 */
export const steadyError = (error: unknown): unknown => {
  if (!(error instanceof ValidationError)) return error
  const { collection, errors, global } = error.data
  const [first] = errors
  // The admin shows what is said of the whole, and forgets what is said of a field when it looks at
  // the form again. A rule of the programme's says no label, and what to do.
  if (errors.length === 1 && first!.label === undefined) error.message = inWords(first!)
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

const inWords = ({ message, path }: { message: string; path: string }): string =>
  message === 'Value must be unique' ? `Another record has this ${path}.` : message
