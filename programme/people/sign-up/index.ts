import type { Endpoint, PayloadRequest } from 'payload'

import { guardPage } from '@mentoring/kit/guard-page'
import { seeOther } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import { renderFault } from '../../../site/render.ts'
import { signUpTemplates } from '../../pages/templates.ts'
import { confirmSignUp, showConfirmation } from './confirm.ts'
import { kindOf } from './forms.ts'
import { showCheck, sendSignUp } from './journey/check-page.ts'
import { clearAnswers, showClear } from './journey/clear-page.ts'
import { continueHere, showContinue } from './journey/continue-page.ts'
import { sendQuestions, showQuestions } from './journey/question-page.ts'
import { mailLink, showSave } from './journey/save-page.ts'
import { showStart, start } from './journey/start.ts'
import { previewForm } from './preview.ts'
import { receiveSignUp } from './receive.ts'

const guarded = (handler: (req: PayloadRequest) => Promise<Response>) =>
  guardPage(handler, { pages: signUpTemplates, faultPage: renderFault })

/**
 * Public sign-up: each form is content (see `editionInForce`) and asked page by page, or all on one page that
 * posts to `/api/sign-up/KIND`. A sign-up counts only once its owner has confirmed the address.
 */
export const signUpEndpoints: Endpoint[] = withHead([
  { path: '/sign-up/confirm', method: 'get', handler: guarded(showConfirmation) },
  { path: '/sign-up/confirm', method: 'post', handler: guarded(confirmSignUp) },
  { path: '/sign-up/preview/:kind', method: 'get', handler: guarded(previewForm) },
  { path: '/sign-up/continue', method: 'get', handler: guarded(showContinue) },
  { path: '/sign-up/continue', method: 'post', handler: guarded(continueHere) },
  { path: '/sign-up/:kind', method: 'post', handler: guarded(receiveSignUp) },
  {
    // Somebody reloads the page of answers or follows its address: back to the form.
    path: '/sign-up/:kind',
    method: 'get',
    handler: async (req) => {
      const kind = await kindOf(req)
      return seeOther(kind ? `/sign-up/${kind}/` : '/sign-up/')
    },
  },
  ...[
    { page: 'start', get: showStart, post: start },
    { page: 'check', get: showCheck, post: sendSignUp },
    { page: 'save', get: showSave, post: mailLink },
    { page: 'clear', get: showClear, post: clearAnswers },
    { page: ':page', get: showQuestions, post: sendQuestions },
  ].flatMap(({ get, page, post }): Endpoint[] => [
    { path: `/sign-up/:kind/${page}`, method: 'get', handler: guarded(get) },
    { path: `/sign-up/:kind/${page}`, method: 'post', handler: guarded(post) },
  ]),
])
