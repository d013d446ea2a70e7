import { readText } from '@mentoring/kit/read-text'

import type { RawAnswers } from './answers.ts'

/** The largest form that is read, in bytes; the longest honest one is under 10 KB. */
const LARGEST_BODY = 64 * 1024

/** A request that can't be read as a form. `status` is the HTTP status to answer with. */
export class UnreadableBody extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message)
  }
}

/** For `catch`: what can't be read is an answer, any other error stays one. */
export const asUnreadable = (error: unknown): UnreadableBody => {
  if (error instanceof UnreadableBody) return error
  throw error
}

/**
 * Reads a posted form, urlencoded or JSON, into values by name. Repeated names become lists.
 *
 * @throws UnreadableBody when it is too large, of another type, or broken.
 */
export const readBody = async (
  request: Pick<Request, 'headers'> & { body?: unknown },
): Promise<RawAnswers> => {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/json') {
    throw new UnreadableBody(415, 'Send the answers as a web form or as JSON.')
  }
  const text = await readText(request, LARGEST_BODY)
  if (text === undefined) throw new UnreadableBody(413, 'The answers are too long to be read.')
  return type === 'application/json' ? parseJSON(text) : parseForm(text)
}

const parseJSON = (text: string): RawAnswers => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new UnreadableBody(400, 'The JSON could not be read.')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UnreadableBody(400, 'Send one JSON object with an entry for each question.')
  }
  return parsed as RawAnswers
}

const parseForm = (text: string): RawAnswers => {
  const params = new URLSearchParams(text)
  const raw = Object.create(null) as RawAnswers
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    raw[name] = values.length > 1 ? values : values[0]
  }
  return raw
}
