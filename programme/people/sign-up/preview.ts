import { unpublished } from '@mentoring/forms/editions/publish'
import { page } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { FORMS } from '../../../collections/forms.ts'
import { currentSnapshot } from '../../site/current-snapshot.ts'
import { leadBy, waysOf } from '../../site/links.ts'
import { signUpPage } from '../../site/sign-up-page.ts'
import { renderFault, renderMessage } from '../../../site/render.ts'
import { kindDeclared } from './forms.ts'
import { previewPage } from './preview-page.ts'

/**
 * `GET /api/sign-up/preview/KIND`: a form as it would be published, for those who edit it. The query says which `page`
 * of it: see `previewPage`.
 */
export const previewForm = async (req: PayloadRequest): Promise<Response> => {
  const kind = kindDeclared(req)
  const snapshot = await currentSnapshot(req)
  if (!kind || !FORMS.access.edit({ req })) {
    const paragraphs = ['Log in to the admin, and open the preview from there.']
    return page(renderMessage({ snapshot, title: 'Page not found', paragraphs }), 404)
  }
  const { definition } = await unpublished(req, FORMS)
  if (!definition.forms[kind]) return page(renderFault(), 404)
  const signUp = {
    ...snapshot.signUp,
    [kind]: signUpPage(definition, kind, leadBy(waysOf(snapshot.pages))),
  }
  const slug = req.searchParams.get('page') ?? undefined
  const html = previewPage({ ...snapshot, signUp }, kind, slug)
  return html === undefined ? page(renderFault(), 404) : page(html)
}
