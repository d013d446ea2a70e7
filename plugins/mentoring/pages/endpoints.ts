import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import { limitFailures } from '../../mail-limits.ts'
import { json, page } from '../../sign-up/respond.ts'
import { optionsOf } from '../options.ts'
import { openLink } from '../../links/links.ts'
import { withHead } from '../../with-head.ts'
import { dataOf } from '../participants/data.ts'
import { askForLink, renewLink, showLinkForm } from './new-link.ts'
import { showAgreement } from './agreement-page.ts'
import { findDone } from './done.ts'
import { MY_PATH, pathOf, tokenOf } from './paths.ts'
import { personalView } from './personal-view.ts'
import { postPage, showPage } from './question-pages.ts'
import { linkDoesNotWork, tooMany } from './refusals.ts'

/** The pages below `/my/`: `GET` shows and changes nothing, `POST` does one thing. */
export const myEndpoints: Endpoint[] = withHead([
  { path: '/my', method: 'get', handler: guarded((req) => showPersonal(req)) },
  { path: '/my/link', method: 'get', handler: guarded(showLinkForm) },
  { path: '/my/link', method: 'post', handler: guarded(askForLink) },
  { path: '/my/renew', method: 'post', handler: guarded(renewLink) },
  { path: '/my/data', method: 'get', handler: guarded(showData) },
  { path: '/my/data.json', method: 'get', handler: guarded(downloadData) },
  { path: '/my/agreement/print', method: 'get', handler: guarded(showAgreement) },
  { path: '/my/:page', method: 'get', handler: guarded(showPage) },
  { path: '/my/:page', method: 'post', handler: guarded(postPage) },
])

const showPersonal = async (req: PayloadRequest): Promise<Response> => {
  const options = optionsOf(req.payload.config)
  const templates = await options.templates(req)
  const now = new Date()
  const token = tokenOf(req)
  const opened = await openLink(req, token, ['page'], now)
  if (!opened || opened.isDead) return linkDoesNotWork(templates, opened && token)
  const view = await personalView(req, options, opened.participant, now)
  const done = findDone(req.searchParams.get('done'))
  return page(templates.personal({ view, token: token!, done }))
}

async function showData(req: PayloadRequest): Promise<Response> {
  const options = optionsOf(req.payload.config)
  const templates = await options.templates(req)
  const token = tokenOf(req)
  const opened = await openLink(req, token, ['page'], new Date())
  if (!opened || opened.isDead) return linkDoesNotWork(templates, opened && token)
  return page(
    templates.data({
      back: pathOf(MY_PATH, { token: token! }),
      download: pathOf('/api/my/data.json', { token: token! }),
      sections: await dataOf(req, opened.participant),
    }),
  )
}

async function downloadData(req: PayloadRequest): Promise<Response> {
  const opened = await openLink(req, tokenOf(req), ['page'], new Date())
  if (!opened || opened.isDead) {
    return json({ message: 'This link does not work. Ask for a new one at /my/link/.' }, 404)
  }
  return json(await dataOf(req, opened.participant), 200, {
    'content-disposition': 'attachment; filename="my-data.json"',
  })
}

/** Limits how often somebody asks for what does not exist; a fault is told without a template. */
function guarded(handler: (req: PayloadRequest) => Promise<Response>): PayloadHandler {
  return async (req) => {
    try {
      return await limitFailures(req, await handler(req), async (wait) =>
        tooMany(await optionsOf(req.payload.config).templates(req), wait),
      )
    } catch (error) {
      req.payload.logger.error({ msg: 'A personal page failed', reason: (error as Error).name })
      return page(
        '<!doctype html><html lang="en-GB"><title>Sorry, there is a problem</title><h1>Sorry, there is a problem</h1><p>Go back and try again in a few minutes. Nothing was changed.</p></html>',
        500,
      )
    }
  }
}
