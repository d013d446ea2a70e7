import { clientAddress } from '@mentoring/kit/client-address'
import { makeLimit } from '@mentoring/kit/limit'
import { seeOther } from '@mentoring/kit/respond'

import { withCookies } from '../../../links/enter.ts'
import { openDraft, startDraft } from '../drafts/drafts.ts'
import { formOf } from '../forms.ts'
import { atForm, sentByForm, tooMany, withPages } from './at-draft.ts'
import { pagesOf, whereIs } from './journey.ts'
import { pathTo } from './path-to.ts'

const HOUR = 60 * 60

/** An induction day of 200 in one room fits in, twice over. */
const ofClient = makeLimit({ name: 'sign-up drafts of a client', uses: 400, seconds: HOUR })
const ofAll = makeLimit({ name: 'sign-up drafts in all', uses: 2000, seconds: HOUR })

/** `POST /sign-up/KIND/start`: starts a draft, or goes on with the one that this browser has. */
export const start = sentByForm(async (at) => {
  const { kind, now, req, templates } = at
  const draft = await openDraft(req, kind, now)
  if (draft) return seeOther(pathTo(kind, whereIs((await withPages(at, draft)).pages)))
  const wait = (await ofClient.use(req, clientAddress(req.headers))) ?? (await ofAll.use(req, ''))
  if (wait !== undefined) return tooMany(templates, wait)
  const form = await formOf(req, kind)
  const cookie = await startDraft(req, { kind, edition: form.edition.number }, now)
  const pages = pagesOf(form.schema, { values: {}, tried: [] }, now)
  return withCookies(seeOther(pathTo(kind, whereIs(pages))), [cookie])
})

/** `GET /sign-up/KIND/start`: somebody follows the address of the button. */
export const showStart = atForm(({ kind }) => Promise.resolve(seeOther(pathTo(kind))))
