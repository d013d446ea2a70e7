import { page, seeOther } from '@mentoring/kit/respond'

import { withCookies } from '../../../links/enter.ts'
import { endDraft, openDraft } from '../drafts/drafts.ts'
import { atDraft, sentByForm } from './at-draft.ts'
import { whereIs } from './journey.ts'
import { pathTo } from './path-to.ts'

/** `GET /sign-up/KIND/clear`: asks whether all answers are to go. */
export const showClear = atDraft(({ kind, pages, templates }) =>
  Promise.resolve(page(templates.clear({ kind, back: pathTo(kind, whereIs(pages)) }))),
)

/** `POST /sign-up/KIND/clear`: ends the draft; a new one can be started. */
export const clearAnswers = sentByForm(async ({ kind, now, req }) => {
  const draft = await openDraft(req, kind, now)
  const cookies = draft ? [await endDraft(req, draft)] : []
  return withCookies(seeOther(pathTo(kind)), cookies)
})
