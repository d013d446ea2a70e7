import { guardPage } from '@mentoring/kit/guard-page'
import { json, page } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import { renderFault } from '../../site/render.ts'
import { currentSnapshot } from '../site/current-snapshot.ts'
import { serverURL } from '../../settings.ts'
import { isKnownDevice } from '../links/devices.ts'
import { isParticipant, ownerOf } from '../links/owner.ts'
import { pathOf } from '../links/path-of.ts'
import { dataOf } from '../people/data.ts'
import { askForLink, renewLink, showLinkForm } from './new-link.ts'
import { calendarFile, datesOf } from './dates-file.ts'
import { showAgreement } from './agreement-page.ts'
import { findDone } from './done.ts'
import { openPersonal } from './open-personal.ts'
import { MY_PATH } from './paths.ts'
import { personalView } from './personal-view.ts'
import { postPage, showPage } from './question-pages.ts'
import { showSignedOut, signOut } from './sign-out.ts'
import { myTemplates } from './templates.ts'

const DOWNLOAD_PATH = '/api/my/data.json'
const DATES_PATH = '/api/my/dates.ics'

/** The pages below `/my/`: `GET` shows and changes nothing, `POST` does one thing. */
export const myEndpoints: Endpoint[] = withHead([
  { path: '/my', method: 'get', handler: guarded((req) => showPersonal(req)) },
  { path: '/my/link', method: 'get', handler: guarded(showLinkForm) },
  { path: '/my/link', method: 'post', handler: guarded(askForLink) },
  { path: '/my/renew', method: 'post', handler: guarded(renewLink) },
  { path: '/my/sign-out', method: 'post', handler: guarded(signOut) },
  { path: '/my/signed-out', method: 'get', handler: guarded(showSignedOut) },
  { path: '/my/data', method: 'get', handler: guarded(showData) },
  { path: '/my/data.json', method: 'get', handler: guarded(downloadData) },
  { path: '/my/dates.ics', method: 'get', handler: guarded(downloadDates) },
  { path: '/my/agreement/print', method: 'get', handler: guarded(showAgreement) },
  { path: '/my/:page', method: 'get', handler: guarded(showPage) },
  { path: '/my/:page', method: 'post', handler: guarded(postPage) },
])

const showPersonal = async (req: PayloadRequest): Promise<Response> => {
  const templates = await myTemplates(req)
  const now = new Date()
  const visit = await openPersonal(req, MY_PATH, now)
  if (visit instanceof Response) return visit
  const { participant } = visit
  if (!isParticipant(participant)) {
    const { name, status } = participant.person
    return page(
      templates.signedUp({ name, isWithdrawn: status === 'withdrawn', visit: visit.visit.name }),
    )
  }
  const isKnown = await isKnownDevice(req, ownerOf(participant), now)
  const view = await personalView(req, participant, now, isKnown)
  const done = findDone(req.searchParams.get('done'))
  return page(templates.personal({ view, visit: visit.visit.name, done }))
}

async function showData(req: PayloadRequest): Promise<Response> {
  const templates = await myTemplates(req)
  const visit = await openPersonal(req, '/my/data/')
  if (visit instanceof Response) return visit
  const { name } = visit.visit
  return page(
    templates.data({
      back: pathOf(MY_PATH, { visit: name }),
      download: pathOf(DOWNLOAD_PATH, { visit: name }),
      sections: await dataOf(req, visit.participant),
    }),
  )
}

async function downloadData(req: PayloadRequest): Promise<Response> {
  const visit = await openPersonal(req, DOWNLOAD_PATH)
  if (visit instanceof Response) return visit
  return json(await dataOf(req, visit.participant), 200, {
    'content-disposition': 'attachment; filename="my-data.json"',
  })
}

async function downloadDates(req: PayloadRequest): Promise<Response> {
  const now = new Date()
  const visit = await openPersonal(req, DATES_PATH, now)
  if (visit instanceof Response) return visit
  const { participant } = visit
  const { site } = await currentSnapshot(req)
  const dates = isParticipant(participant) ? await datesOf(req, participant, now) : []
  const about = { host: new URL(serverURL).hostname, name: site.programmeName, now }
  return new Response(calendarFile(dates, about), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="my-dates.ics"',
      'cache-control': 'no-store',
    },
  })
}

function guarded(handler: (req: PayloadRequest) => Promise<Response>): PayloadHandler {
  return guardPage(handler, {
    pages: myTemplates,
    faultPage: renderFault,
  })
}
