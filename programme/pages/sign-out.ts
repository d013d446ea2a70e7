import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { forgetDevices } from '../links/devices.ts'
import { goOn, withCookies } from '../links/enter.ts'
import { ownerOf } from '../links/owner.ts'
import { PURPOSES } from '../links/purposes.ts'
import { endVisit, endVisitsOf } from '../links/visits.ts'
import { readForm } from './read-form.ts'
import { myTemplates } from './templates.ts'

const SIGNED_OUT_PATH = '/my/signed-out/'

/**
 * `POST /my/sign-out/`: ends the visit, or with `where=everywhere` all visits of this person. Browsers
 * are forgotten along with them: the next time, the other person's details ask for a code.
 */
export const signOut = async (req: PayloadRequest): Promise<Response> => {
  const { deadLink } = await myTemplates(req)
  const { visit: name, where } = await readForm(req)
  const visit = await goOn(req, name, { deadLink, purposes: PURPOSES, now: new Date() })
  if (visit instanceof Response) return visit
  const owner = ownerOf(visit.participant)
  const isEverywhere = where === 'everywhere'
  await forgetDevices(req, owner, isEverywhere ? 'all' : 'this')
  if (isEverywhere) await endVisitsOf(req, owner)
  const cookie = await endVisit(req, visit.visit)
  return withCookies(seeOther(SIGNED_OUT_PATH), [cookie])
}

/** `GET /my/signed-out/` */
export const showSignedOut = async (req: PayloadRequest): Promise<Response> => {
  const templates = await myTemplates(req)
  return page(
    templates.message({
      title: 'You have signed out',
      paragraphs: ['To come back, open a link in one of our emails. It works until it expires.'],
      link: { href: '/my/link/', text: 'Email me a new link' },
    }),
  )
}
