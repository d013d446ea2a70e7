import { inTransaction } from '@mentoring/kit/in-transaction'
import { takeLeastTime } from '@mentoring/kit/least-time'
import { askForMail, mayMail } from '@mentoring/kit/mail-limits'
import { queueMail } from '@mentoring/outbox'
import { page, seeOther } from '@mentoring/kit/respond'

import { type AnswerError, checkAnswers, inputValues } from '@mentoring/forms/answers'
import { formSchema, onForm } from '@mentoring/forms/form-schema'
import { questions } from '@mentoring/forms/form-types'
import { ukDateTime } from '../../../clock/dates.ts'
import { contactInMail } from '../../../messages/contact.ts'
import { mailAbout } from '../mails.ts'
import { changeDraft, openDraft } from '../drafts/drafts.ts'
import { makeDraftLink, noteMail } from '../drafts/link.ts'
import { type AtDraft, atDraft, type AtForm, sentByForm } from './at-draft.ts'
import { mayOpen, whereIs } from './journey.ts'
import { noticeOn } from './notices.ts'
import { pathTo } from './path-to.ts'
import { readSent } from './read-sent.ts'

const SAVE = 'save'

const ADDRESS_FORM = formSchema([
  onForm(
    { name: 'email', type: 'email', required: true },
    {
      section: '',
      label: 'Email address',
      hint: 'We use it for this link only, and delete it with your answers',
      autocomplete: 'email',
      missing: 'Enter your email address',
      invalid: 'Enter an email address in the correct format, like name@example.org',
    },
  ),
])

/** `GET /sign-up/KIND/save`: asks where to mail the link to; once it is sent, says what happens next. */
export const showSave = atDraft(async (at) => {
  const { draft, kind, now, req, templates } = at
  const { content, row } = draft
  const until = ukDateTime(row.expiresAt)
  const back = pathTo(kind, pageBack(at))
  if (req.searchParams.get('sent') !== null && content.linkTo) {
    return page(templates.saved({ kind, until, back, to: content.linkTo }))
  }
  const email = content.linkTo ?? firstAddress(at)
  return page(
    templates.save({
      kind,
      form: ADDRESS_FORM,
      values: email === undefined ? {} : { email },
      errors: [
        ...noticeOn(content, SAVE, now),
        ...(content.tried.includes(SAVE) ? wrong(email, now) : []),
      ],
      until,
      back,
      page: pageBack(at),
    }),
  )
})

/**
 * `POST /sign-up/KIND/save`: mails the link by which this draft is opened on another device. Answer and
 * time do not tell whether it was sent.
 */
export const mailLink = sentByForm(async (at) => {
  const { kind, now, req, templates } = at
  const raw = await readSent(at)
  if (raw instanceof Response) return raw
  const { email = '', page: from } = inputValues(raw)
  const typed = String(email)
  const { answers, errors } = checkAnswers(ADDRESS_FORM, { email: typed }, now)
  const wait = errors.length === 0 ? await askForMail(req, String(answers.email)) : undefined
  const until = new Date(now.getTime() + (wait ?? 0) * 1000).toISOString()
  const draft = await changeDraft(req, { kind, now, page: SAVE }, ({ content }) => {
    const { notice: _, ...rest } = content
    const tried = [...content.tried.filter((name) => name !== SAVE), SAVE]
    const notice = { page: SAVE, is: 'wait' as const, until }
    return { ...rest, tried, linkTo: typed, ...(wait !== undefined && { notice }) }
  })
  if (!draft) return page(templates.noDraft({ kind }), 410)
  const query = { page: typeof from === 'string' ? from : undefined }
  if (errors.length > 0 || draft.content.notice) return seeOther(pathTo(kind, SAVE, query))
  await takeLeastTime(send(at, String(answers.email)))
  return seeOther(pathTo(kind, SAVE, { sent: 'yes', ...query }))
})

const send = ({ kind, now, req }: AtForm, email: string): Promise<void> =>
  inTransaction(req, async () => {
    const draft = await openDraft(req, kind, now)
    if (!draft || !(await mayMail(req, `draft ${kind}`, email))) return
    const { template, values } = await mailAbout(req, 'continue', kind)
    const mail = await queueMail({
      req,
      template,
      about: {},
      to: email,
      values: {
        ...values,
        until: ukDateTime(draft.row.expiresAt),
        contact: await contactInMail(req),
      },
      links: { link: await makeDraftLink(req, draft) },
    })
    await noteMail(req, draft, mail)
  })

/** The page that was left, by the name in the address. */
const pageBack = ({ pages, req }: AtDraft): string => {
  const name = req.searchParams.get('page')
  return name !== null && mayOpen(pages, name) ? name : whereIs(pages)
}

/** The address that was given in the form, if there is one. */
const firstAddress = ({ draft, form }: AtDraft): string | undefined => {
  const asked = questions(form.schema).find(({ type }) => type === 'email')
  const value = draft.content.values[asked?.name ?? '']
  return typeof value === 'string' && value !== '' ? value : undefined
}

const wrong = (email: string | undefined, now: Date): AnswerError[] =>
  checkAnswers(ADDRESS_FORM, { email }, now).errors
