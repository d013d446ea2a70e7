import { askForMail } from '@mentoring/kit/mail-limits'
import { page, seeOther } from '@mentoring/kit/respond'

import { answerRows, checkAnswers } from '@mentoring/forms/answers'
import { questions } from '@mentoring/forms/form-types'
import { firstInputId } from '../../../../site/render-sign-up.ts'
import { withCookies } from '../../../links/enter.ts'
import { versionOf } from '../consent.ts'
import { changeDraft, endDraft } from '../drafts/drafts.ts'
import type { Content, Notice } from '../drafts/types.ts'
import { consentWording } from '../forms.ts'
import { recordSignUp } from '../record.ts'
import { type AtDraft, atDraft, type AtForm, sentByForm, withPages } from './at-draft.ts'
import { asSent, CHECK, consentOf, mayOpen, pageBefore, whereIs } from './journey.ts'
import { noticeOn } from './notices.ts'
import { pathTo } from './path-to.ts'
import { readSent } from './read-sent.ts'

/** `GET /sign-up/KIND/check`: all answers, and what is agreed to by sending them. */
export const showCheck = atDraft(async (at) => {
  const { draft, form, kind, now, pages, req, templates } = at
  if (!mayOpen(pages, CHECK)) return seeOther(pathTo(kind, whereIs(pages)))
  const consentVersion = versionOf(await consentWording(req, kind))
  const consent = consentOf(form.schema)
  const { content } = draft
  const hasAgreed = content.agreedTo === consentVersion
  const isMissing = consent && !hasAgreed && content.tried.includes(CHECK)
  return page(
    templates.check({
      kind,
      rows: rowsOf(at),
      consent,
      consentVersion,
      values: consent && hasAgreed ? { [consent.name]: 'yes' } : {},
      errors: [
        ...noticeOn(content, CHECK, now),
        ...(isMissing && !content.notice
          ? [{ field: consent.name, message: consent.missing }]
          : []),
      ],
      back: pathTo(kind, pageBefore(pages, CHECK)),
      number: pages.length + 1,
      count: pages.length + 1,
    }),
  )
})

/**
 * `POST /sign-up/KIND/check`: signs up with the answers of the draft, and ends it. Nobody agrees to words
 * they have not seen: when these have changed, the page is shown again.
 */
export const sendSignUp = sentByForm(async (at) => {
  const { kind, now, req, templates } = at
  const raw = await readSent(at)
  if (raw instanceof Response) return raw
  const wording = await consentWording(req, kind)
  const inForce = versionOf(wording)
  const draft = await changeDraft(req, { kind, now, page: CHECK }, async (before) => {
    const { form } = await withPages(at, before)
    const { agreedTo: _, notice, ...content } = before.content
    const consent = consentOf(form.schema)
    const hasAgreed = consent === undefined || raw[consent.name] === 'yes'
    const hasSeen = raw.consentVersion === inForce
    return {
      ...content,
      tried: [...content.tried.filter((name) => name !== CHECK), CHECK],
      ...(hasAgreed && hasSeen && { agreedTo: inForce }),
      ...(notice?.is === 'form' && { notice }),
      ...(!hasSeen && { notice: { page: CHECK, is: 'words' as const } }),
    }
  })
  if (!draft) return page(templates.noDraft({ kind }), 410)
  const opened = await withPages(at, draft)
  const isReady = draft.content.agreedTo === inForce && mayOpen(opened.pages, CHECK)
  return isReady ? send(opened, wording) : seeOther(pathTo(kind, CHECK))
})

const send = async (at: AtDraft, wording: string): Promise<Response> => {
  const { draft, form, kind, now, req } = at
  const { answers, errors } = checkAnswers(form.schema, asSent(form.schema, draft.content), now)
  if (errors.length > 0) return seeOther(pathTo(kind, whereIs(at.pages)))
  try {
    // Counted in the database: that may fail like the rest.
    const wait = await askForMail(req, String(answers.email))
    if (wait !== undefined) {
      const until = new Date(now.getTime() + wait * 1000).toISOString()
      return await sayOnCheck(at, { page: CHECK, is: 'wait', until })
    }
    await recordSignUp(req, form, answers, wording)
    return withCookies(seeOther(pathTo(kind, 'check-your-email')), [await endDraft(req, draft)])
  } catch (error) {
    req.payload.logger.error({ msg: `Sign-up as ${kind} failed`, reason: (error as Error).name })
    return sayOnCheck(at, { page: CHECK, is: 'failed' })
  }
}

const sayOnCheck = async ({ kind, now, req }: AtForm, notice: Notice): Promise<Response> => {
  const note = ({ content }: { content: Content }): Content => ({ ...content, notice })
  await changeDraft(req, { kind, now, page: CHECK }, note)
  return seeOther(pathTo(kind, CHECK))
}

/** The answers as people read them, each with the address where it is changed. */
const rowsOf = ({ draft, form, kind, now, pages }: AtDraft) => {
  const { answers } = checkAnswers(form.schema, draft.content.values, now)
  return answerRows(form.schema, answers).map((row) => {
    const asked = questions(form.schema).find(({ name }) => name === row.field)!
    const on = pages.find(({ fields }) => fields.some(({ name }) => name === row.field))
    const path = pathTo(kind, on?.slug, { change: row.field })
    return { ...row, href: `${path}#${firstInputId(asked)}` }
  })
}
