import { readText } from '@mentoring/kit/read-text'
import type { PayloadRequest } from 'payload'

import type { RawAnswers } from '@mentoring/forms/answers'
import { UnreadableBody } from '@mentoring/forms/read-body'

/** The one input that mail programs post to the address of List-Unsubscribe (RFC 8058). */
export const ONE_CLICK = 'List-Unsubscribe'

/** In bytes; one short input and what stands round it. */
const LARGEST_BODY = 4096

/**
 * Reads what a mail program posts as multipart/form-data, which RFC 8058 (section 3.2) recommends to
 * it and which our own forms never send.
 *
 * @returns nothing for a body of another type, which is not read.
 * @throws UnreadableBody when it is anything but that one input.
 */
export const readOneClick = async (req: PayloadRequest): Promise<RawAnswers | undefined> => {
  const type = req.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined
  const text = await readText(req, LARGEST_BODY)
  const form =
    text === undefined
      ? undefined
      : await new Response(text, { headers: { 'content-type': type } }).formData().catch(() => {})
  const value = form?.get(ONE_CLICK)
  if (typeof value !== 'string') {
    throw new UnreadableBody(415, 'Send the answers as a web form or as JSON.')
  }
  return { [ONE_CLICK]: value }
}
