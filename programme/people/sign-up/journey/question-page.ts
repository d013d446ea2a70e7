import { page, seeOther } from '@mentoring/kit/respond'

import { inputNames, inputValues, type RawAnswers } from '@mentoring/forms/answers'
import { readSent } from './read-sent.ts'
import { changeDraft } from '../drafts/drafts.ts'
import type { Content } from '../drafts/types.ts'
import { type AtDraft, atDraft, sentByForm, withPages } from './at-draft.ts'
import {
  CHECK,
  type JourneyPage,
  mayOpen,
  pageAfter,
  pageBefore,
  takeOver,
  whereIs,
} from './journey.ts'
import { noticeOn } from './notices.ts'
import { pathTo } from './path-to.ts'

/** `GET /sign-up/KIND/PAGE`: the questions of one page, with what was typed and what is wrong with it. */
export const showQuestions = atDraft(async (at) => {
  const { draft, kind, pages, req, templates } = at
  const slug = String(req.routeParams?.page)
  const asked = pages.find((one) => one.slug === slug)
  if (!asked || !mayOpen(pages, slug)) return seeOther(pathTo(kind, whereIs(pages)))
  const change = questionIn(asked, req.searchParams.get('change'))
  return page(
    templates.questions({
      kind,
      section: asked,
      values: draft.content.values,
      errors: [
        ...noticeOn(draft.content, slug, at.now),
        ...(draft.content.tried.includes(slug) ? asked.errors : []),
      ],
      change,
      sent: draft.content.sent ?? 0,
      back: pathTo(kind, change ? CHECK : pageBefore(pages, slug)),
      number: pages.indexOf(asked) + 1,
      count: pages.length + 1,
    }),
  )
})

/**
 * `POST /sign-up/KIND/PAGE`: keeps what was typed, right or wrong, and goes on: to the next page, back
 * to all answers when one was changed, to the page that mails a link, or to the same page when
 * something is wrong. With `then=keep` nothing else happens: the page's script sends it while somebody
 * types.
 */
export const sendQuestions = sentByForm(async (at) => {
  const { kind, now, req, templates } = at
  const slug = String(req.routeParams?.page)
  const raw = await readSent(at)
  if (raw instanceof Response) return raw
  const draft = await changeDraft(req, { kind, now, page: slug }, async (before) => {
    const asked = (await withPages(at, before)).pages.find((one) => one.slug === slug)
    return asked ? withSent(before.content, asked, raw) : before.content
  })
  if (!draft) return page(templates.noDraft({ kind }), 410)
  if (raw.then === 'keep') return new Response(null, { status: 204 })
  if (raw.then === 'save') return seeOther(pathTo(kind, 'save', { page: slug }))
  return seeOther(goOn(await withPages(at, draft), slug, raw.change))
})

const withSent = (content: Content, asked: JourneyPage, raw: RawAnswers): Content => {
  const { notice, sent = 0, tried, ...rest } = content
  const values = takeOver(content.values, inputValues(raw), inputNames(asked.fields))
  if (raw.then === 'keep') {
    // What was typed before the last page was sent on may arrive after it.
    return raw.sent === String(sent) ? { ...content, values } : content
  }
  const others = tried.filter((name) => name !== asked.slug)
  const isTried = raw.then !== 'save' || tried.includes(asked.slug)
  return {
    ...rest,
    values,
    sent: sent + 1,
    tried: isTried ? [...others, asked.slug] : others,
    // What another page has to say of the form is said there.
    ...(notice?.is === 'form' && notice.page !== asked.slug && { notice }),
  }
}

/** Where somebody goes who has sent a page. */
const goOn = ({ draft, kind, pages }: AtDraft, slug: string, change: unknown): string => {
  const sent = pages.find((one) => one.slug === slug)
  if (!sent) return pathTo(kind, whereIs(pages))
  const asked = questionIn(sent, change)
  if (!sent.isDone || draft.content.notice?.page === slug)
    return pathTo(kind, slug, { change: asked })
  return pathTo(kind, asked ? CHECK : pageAfter(pages, slug))
}

/** A question of a page, by the name that an address or a form has of it. */
const questionIn = ({ fields }: JourneyPage, name: unknown): string | undefined =>
  fields.find((field) => field.name === name)?.name
