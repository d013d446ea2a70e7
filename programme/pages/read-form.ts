import type { PayloadRequest } from 'payload'

import { asUnreadable, readBody, UnreadableBody } from '@mentoring/forms/read-body'

/** The texts of a short form; what can't be read has none. */
export const readForm = async (
  req: PayloadRequest,
): Promise<Record<string, string | undefined>> => {
  const raw = await readBody(req).catch(asUnreadable)
  if (raw instanceof UnreadableBody) return {}
  return Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
