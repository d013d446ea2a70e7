import { inTransaction } from '@mentoring/kit/in-transaction'
import { page, seeOther, wantsJSON } from '@mentoring/kit/respond'
import { type PayloadRequest, ValidationError } from 'payload'

import { findRecord, updateRecord } from '../../../database/records.ts'
import type { Visit } from '../../../payload-types.ts'
import { enter, goOn, withCookies } from '../../links/enter.ts'
import { openLink, type OpenedLink } from '../../links/links.ts'
import { noteConfirmed } from '../../links/note-confirmed.ts'
import { asSignedUp, collectionOf, findSignedUp, ownerOf } from '../../links/owner.ts'
import { pathOf } from '../../links/path-of.ts'
import { LINK_PURPOSES, type LinkPurpose } from '../../links/purposes.ts'
import { startVisit } from '../../links/visits.ts'
import { type Answers, answerRows, type RawAnswers } from '@mentoring/forms/answers'
import { versionOf } from './consent.ts'
import { formForReading } from '@mentoring/forms/editions/form-of'
import { everyQuestion } from '@mentoring/forms/editions/questions-of'
import { answersOf, type WithOwnAnswers } from '@mentoring/forms/own-answers'
import { asUnreadable, readBody, UnreadableBody } from '@mentoring/forms/read-body'
import { writeToPerson } from '../../messages/write-to-person.ts'
import { mailAbout } from './mails.ts'
import { signUpTemplates, type SignUpTemplates } from '../../pages/templates.ts'
import { consentWording, formOf } from './forms.ts'
import type { SignUpForm } from './types.ts'

type Opened = Omit<OpenedLink, 'isDead'> & { form: SignUpForm; visit?: Visit }

/**
 * `GET`: the page behind the mailed link. Opening it confirms nothing, because mail scanners open
 * links too: it shows the answers and the words of the consent and asks to confirm, or says where a
 * confirmed person stands.
 */
export const showConfirmation = async (req: PayloadRequest): Promise<Response> => {
  const pages = await signUpTemplates(req)
  const { deadLink } = pages
  const door = { path: CONFIRM_PATH, purposes: PURPOSES_OF_PAGE, deadLink, now: new Date() }
  const visit = await enter(req, door)
  if (visit instanceof Response) return visit
  const form = await formOf(req, visit.participant.role)
  const { person } = visit.participant
  const { name } = visit.visit
  if (person.status === 'withdrawn') return page(deadLink({ visit: name }), 410)
  if (person.status === 'unconfirmed') {
    return page(await askToConfirm(req, pages, { ...visit, form }, name))
  }
  const standing = await form.standing?.({ ...person }, req)
  return page(
    standing
      ? pages.standing({ kind: form.kind, visit: name, ...standing })
      : pages.message(SIGNED_UP),
  )
}

/**
 * `POST`: confirms, once, the answers the link was mailed for; then shows where the person stands. A
 * browser says by its visit which link it has opened, a program sends the token.
 */
export const confirmSignUp = async (req: PayloadRequest): Promise<Response> => {
  const pages = await signUpTemplates(req)
  const raw = await readBody(req).catch(asUnreadable)
  if (raw instanceof UnreadableBody) return page(pages.deadLink({}), raw.status)
  const opened = await open(req, raw, pages)
  if (opened instanceof Response) return opened
  const form = await formOf(req, opened.participant.role)
  if (opened.participant.person.status === 'withdrawn') {
    return page(pages.deadLink({ visit: opened.visit?.name }), 410)
  }
  const wording = await consentWording(req, form.kind)
  // A program agrees to the words that hold now, as it does when it signs up.
  const hasSeen = raw.consentVersion ?? (wantsJSON(req.headers) ? versionOf(wording) : undefined)
  const isUnconfirmed = opened.participant.person.status === 'unconfirmed'
  const { cookie, name } = opened.visit
    ? { name: opened.visit.name }
    : await startVisit(req, { ...opened, isDead: false }, new Date())
  const cookies = cookie ? [cookie] : []
  if (isUnconfirmed && hasSeen !== versionOf(wording)) {
    const again = await askToConfirm(req, pages, { ...opened, form }, name, true)
    return withCookies(page(again, 409), cookies)
  }
  try {
    await inTransaction(req, () => confirm(req, { ...opened, form }, wording))
  } catch (error) {
    if (error instanceof ValidationError) return formHasChanged(pages)
    throw error
  }
  return withCookies(seeOther(pathOf(CONFIRM_PATH, { visit: name })), cookies)
}

/** Said to those whom nobody is looked for. */
const SIGNED_UP = {
  title: 'Your sign-up is confirmed',
  paragraphs: [
    'We have your answers, and have emailed you the link to your own page.',
    'There you see what we hold about you, and can have it erased.',
  ],
  link: { href: '/my/link/', text: 'Email me a new link' },
}

const PURPOSES_OF_PAGE: LinkPurpose[] = ['confirm']
const CONFIRM_PATH = LINK_PURPOSES.confirm.path

/** The link behind a posted form; else the page that says why there is none. */
const open = async (
  req: PayloadRequest,
  { token, visit }: RawAnswers,
  { deadLink }: SignUpTemplates,
): Promise<Omit<Opened, 'form'> | Response> => {
  const now = new Date()
  if (typeof token !== 'string') {
    const name = typeof visit === 'string' ? visit : undefined
    return goOn(req, name, { purposes: PURPOSES_OF_PAGE, deadLink, now })
  }
  const opened = await openLink(req, token, PURPOSES_OF_PAGE, now)
  if (!opened) return page(deadLink({}), 404)
  return opened.isDead ? page(deadLink({ token }), 410) : opened
}

const confirm = async (
  req: PayloadRequest,
  { form, link: { id }, participant }: Opened,
  wording: string,
): Promise<void> => {
  // Read again: another link may have confirmed in between, and ended this one.
  const link = await findRecord(req, 'personal-links', id)
  const current = await findSignedUp(req, ownerOf(participant))
  if (!link || link.endedAt || current?.person.status !== 'unconfirmed') return
  const now = new Date()
  const answers = link.answers as Record<string, unknown> | null | undefined
  const person = await updateRecord(req, collectionOf(form.kind), current.person.id, {
    // Nothing stays of what another sign-up from this address said.
    ...(answers && { ...blankAnswers(form), ...answers }),
    ...form.whenConfirmed(now),
    confirmedAt: now.toISOString(),
    consent: { wording, givenAt: now.toISOString() },
  })
  await noteConfirmed(req, ownerOf(current), id, now)
  const { template, values } = await mailAbout(req, 'confirmed', form.kind)
  await writeToPerson(req, template, asSignedUp(form.kind, person), { values })
}

/** The questions of the code that may be left without an answer. */
const blankAnswers = ({ edition, kind }: SignUpForm): Record<string, null> =>
  Object.fromEntries(
    everyQuestion(edition, kind)
      .filter((question) => !question.isOwn && (!question.required || question.showWhen))
      .map(({ name }) => [name, null]),
  )

const askToConfirm = async (
  req: PayloadRequest,
  pages: SignUpTemplates,
  { form, link, participant: { person } }: Opened,
  visit: string,
  isChanged = false,
): Promise<string> => {
  const answers = answersOf((link.answers ?? person) as WithOwnAnswers) as Answers
  return pages.confirm({
    kind: form.kind,
    rows: answerRows(formForReading(form.edition, form.kind), { ...answers, email: person.email }),
    visit,
    consentVersion: versionOf(await consentWording(req, form.kind)),
    isChanged,
  })
}

const formHasChanged = (pages: SignUpTemplates): Response =>
  page(
    pages.message({
      title: 'Please sign up again',
      paragraphs: [
        'The questions of the sign-up form have changed since you answered them.',
        'Nothing was confirmed. Answer them once more, and we email you a new link.',
      ],
      link: { href: '/sign-up/', text: 'Sign up' },
    }),
    409,
  )
