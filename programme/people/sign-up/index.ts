import type { Endpoint, PayloadRequest } from 'payload'

import { guardPage } from '@mentoring/kit/guard-page'
import { seeOther } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import { renderFault } from '../../../site/render.ts'
import { signUpTemplates } from '../../pages/templates.ts'
import { confirmSignUp, showConfirmation } from './confirm.ts'
import { formOf } from './forms.ts'
import { receiveSignUp } from './receive.ts'

const guarded = (handler: (req: PayloadRequest) => Promise<Response>) =>
  guardPage(handler, { pages: signUpTemplates, faultPage: renderFault })

/**
 * Public sign-up: each form is made of a collection's own fields (see `formSchema`), posts to
 * `/api/sign-up/KIND`, and counts only once its owner has confirmed the address.
 */
export const signUpEndpoints: Endpoint[] = withHead([
  { path: '/sign-up/confirm', method: 'get', handler: guarded(showConfirmation) },
  { path: '/sign-up/confirm', method: 'post', handler: guarded(confirmSignUp) },
  { path: '/sign-up/:kind', method: 'post', handler: guarded(receiveSignUp) },
  {
    // Somebody reloads the page of answers or follows its address: back to the form.
    path: '/sign-up/:kind',
    method: 'get',
    handler: (req) => {
      const form = formOf(req.routeParams?.kind)
      return seeOther(form ? `/sign-up/${form.kind}/` : '/sign-up/')
    },
  },
])
