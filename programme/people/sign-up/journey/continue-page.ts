import { inTransaction } from '@mentoring/kit/in-transaction'
import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { ukDateTime } from '../../../clock/dates.ts'
import { cookieOf, setCookie } from '../../../links/cookies.ts'
import { withCookies } from '../../../links/enter.ts'
import { signUpTemplates } from '../../../pages/templates.ts'
import { CONTINUE_PATH, moveDraft, openByLink } from '../drafts/link.ts'
import { formOf } from '../forms.ts'
import { pagesOf, whereIs } from './journey.ts'
import { pathTo } from './path-to.ts'

/** Holds the link's secret from opening it until the button is pressed. */
const COOKIE = 'signup-link'

/**
 * `GET /sign-up/continue/`: behind the mailed link. The secret leaves the address at once. Opening it
 * moves nothing, because mail scanners open links too.
 */
export const showContinue = async (req: PayloadRequest): Promise<Response> => {
  const token = req.searchParams.get('token')
  if (token !== null) {
    const answer = seeOther(CONTINUE_PATH)
    const isThere = await openByLink(req, token, new Date())
    if (!isThere) return dead(req)
    return req.method === 'HEAD' ? answer : withCookies(answer, [setCookie(req, COOKIE, token)])
  }
  const draft = await openByLink(req, cookieOf(req, COOKIE), new Date())
  if (!draft) return dead(req)
  const { kind, expiresAt } = draft.row
  const { continueDraft } = await signUpTemplates(req)
  return page(continueDraft({ kind, until: ukDateTime(expiresAt) }))
}

/** `POST /sign-up/continue/`: moves the draft into this browser and opens it where it was left. */
export const continueHere = async (req: PayloadRequest): Promise<Response> => {
  const now = new Date()
  const moved = await inTransaction(req, async () => {
    const draft = await openByLink(req, cookieOf(req, COOKIE), now)
    return draft && { draft, cookie: await moveDraft(req, draft) }
  })
  if (!moved) return dead(req)
  const { content, row } = moved.draft
  const { schema } = await formOf(req, row.kind, row.edition)
  const path = pathTo(row.kind, whereIs(pagesOf(schema, content, now)))
  return withCookies(seeOther(path), [moved.cookie, setCookie(req, COOKIE, '', 0)])
}

const dead = async (req: PayloadRequest): Promise<Response> => {
  const { deadDraft } = await signUpTemplates(req)
  return page(deadDraft({}), 410)
}
