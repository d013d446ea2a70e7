import { clientAddress } from '@mentoring/kit/client-address'
import { makeLimit, waitInWords } from '@mentoring/kit/limit'
import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { signUpTemplates, type SignUpTemplates } from '../../../pages/templates.ts'
import { openDraft } from '../drafts/drafts.ts'
import type { Draft } from '../drafts/types.ts'
import { formOf, kindOf } from '../forms.ts'
import type { SignUpForm } from '../types.ts'
import { type JourneyPage, pagesOf } from './journey.ts'
import { pathTo } from './path-to.ts'

const HOUR = 60 * 60

/** An induction day of 200 in one room, whose answers are kept as they type, fits in twice over. */
const sent = makeLimit({ name: 'sign-up pages of a client', uses: 20_000, seconds: HOUR })

/** A form of a kind, asked for at an address. */
export type AtForm = { req: PayloadRequest; kind: string; templates: SignUpTemplates; now: Date }

/** The same with the draft of this browser. */
export type AtDraft = AtForm & { form: SignUpForm; draft: Draft; pages: JourneyPage[] }

type Handler = (req: PayloadRequest) => Promise<Response>

/** A page that anybody may see. */
export const atForm =
  (answer: (at: AtForm) => Promise<Response>): Handler =>
  async (req) => {
    const templates = await signUpTemplates(req)
    const kind = await kindOf(req)
    return kind ? answer({ req, kind, templates, now: new Date() }) : notFound(templates)
  }

/** Something that is sent by a form of ours: not from another site, and not without end. */
export const sentByForm = (answer: (at: AtForm) => Promise<Response>): Handler =>
  atForm(async (at) => {
    if (isFromElsewhere(at.req.headers)) return seeOther(pathTo(at.kind))
    const wait = await sent.use(at.req, clientAddress(at.req.headers))
    return wait === undefined ? answer(at) : tooMany(at.templates, wait)
  })

/** A page about the draft of this browser; where there is none, it says what can be done. */
export const atDraft = (answer: (at: AtDraft) => Promise<Response>): Handler =>
  atForm(async (at) => {
    const draft = await openDraft(at.req, at.kind, at.now)
    if (!draft) return page(at.templates.noDraft({ kind: at.kind }), 410)
    return answer(await withPages(at, draft))
  })

/** A draft with the pages of its form, as its answers have them. */
export const withPages = async (at: AtForm, draft: Draft): Promise<AtDraft> => {
  const form = await formOf(at.req, at.kind, draft.row.edition)
  return { ...at, form, draft, pages: pagesOf(form.schema, draft.content, at.now) }
}

/** Too many have sent something, from one address. */
export const tooMany = ({ message }: SignUpTemplates, wait: number): Response => {
  const paragraphs = [
    `Many people are signing up from where you are. Wait ${waitInWords(wait)}, then send the page again.`,
    'What you have answered so far is kept.',
  ]
  return page(message({ title: 'Please wait', paragraphs }), 429, { 'retry-after': String(wait) })
}

const notFound = ({ message }: SignUpTemplates): Response => {
  const link = { href: '/sign-up/', text: 'Sign up' }
  const paragraphs = ['There is no sign-up form at this address.']
  return page(message({ title: 'Page not found', paragraphs, link }), 404)
}

/** Another site has no cookie of ours along, but could have its visitors start a draft, over their own. */
const isFromElsewhere = (headers: Headers): boolean =>
  !['same-origin', 'none'].includes(headers.get('sec-fetch-site') ?? 'none')
