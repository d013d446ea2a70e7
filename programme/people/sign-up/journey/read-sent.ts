import { page } from '@mentoring/kit/respond'

import type { RawAnswers } from '@mentoring/forms/answers'
import { asUnreadable, readBody, UnreadableBody } from '@mentoring/forms/read-body'
import type { AtForm } from './at-draft.ts'

/** What a page was sent with; else the page that says why it can't be read. */
export const readSent = async ({ req, templates }: AtForm): Promise<RawAnswers | Response> => {
  const raw = await readBody(req).catch(asUnreadable)
  if (!(raw instanceof UnreadableBody)) return raw
  const paragraphs = [raw.message, 'What you had answered before is kept.']
  return page(
    templates.message({ title: 'We could not read your answers', paragraphs }),
    raw.status,
  )
}
