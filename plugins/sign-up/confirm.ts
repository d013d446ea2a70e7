import { type PayloadRequest, ValidationError } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { openLink, type OpenedLink } from '../links/links.ts'
import { noteConfirmed } from '../links/note-confirmed.ts'
import { type Answers, answerRows, type RawAnswers } from './answers.ts'
import { versionOf } from './consent.ts'
import { questions } from './form-types.ts'
import { readBody, UnreadableBody } from './read-body.ts'
import { page, seeOther, wantsJSON } from './respond.ts'
import type { ResolvedForm, SignUpOptions, SignUpPages } from './types.ts'

type Opened = OpenedLink & { form: ResolvedForm }

/**
 * `GET`: the page behind the mailed link. Opening it confirms nothing, because mail scanners open
 * links too: it shows the answers and the words of the consent and asks to confirm, or says where a
 * confirmed person stands.
 */
export const showConfirmation = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  options: SignUpOptions,
): Promise<Response> => {
  const pages = await options.pages(req)
  const token = req.searchParams.get('token') ?? undefined
  const opened = await open(req, forms, token)
  if (!opened) return page(pages.deadLink({}), 404)
  if (opened.isDead) return page(pages.deadLink({ token }), 410)
  const { form, participant } = opened
  if (participant.person.status === 'unconfirmed') {
    return page(await askToConfirm(req, pages, options, opened, token!))
  }
  const standing = await form.standing(participant.person as never, req)
  return page(pages.standing({ kind: form.kind, ...standing }))
}

/** `POST`: confirms, once, the answers the link was mailed for; then shows where the person stands. */
export const confirmSignUp = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  options: SignUpOptions,
): Promise<Response> => {
  const pages = await options.pages(req)
  let raw: RawAnswers
  try {
    raw = await readBody(req as unknown as Request)
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    return page(pages.deadLink({}), error.status)
  }
  const token = typeof raw.token === 'string' ? raw.token : undefined
  const opened = await open(req, forms, token)
  if (!opened) return page(pages.deadLink({}), 404)
  if (opened.isDead) return page(pages.deadLink({ token }), 410)
  const { form, participant } = opened
  const wording = await options.consentWording(form.kind, req)
  // A program agrees to the words that hold now, as it does when it signs up.
  const hasSeen = raw.consentVersion ?? (wantsJSON(req.headers) ? versionOf(wording) : undefined)
  if (participant.person.status === 'unconfirmed' && hasSeen !== versionOf(wording)) {
    return page(await askToConfirm(req, pages, options, opened, token!, true), 409)
  }
  try {
    await inTransaction(req, async () => {
      const now = await open(req, forms, token)
      if (now && !now.isDead) await confirm(req, now, wording)
    })
  } catch (error) {
    if (error instanceof ValidationError) return formHasChanged(pages)
    throw error
  }
  return seeOther(`${options.confirmPath}?token=${token}`)
}

const open = async (
  req: PayloadRequest,
  forms: Map<string, ResolvedForm>,
  token: unknown,
): Promise<Opened | undefined> => {
  const opened = await openLink(req, token, ['confirm'], new Date())
  const form = opened && forms.get(opened.participant.role)
  if (!form) return undefined
  const hasLeft = opened.participant.person.status === 'withdrawn'
  return { ...opened, form, isDead: opened.isDead || hasLeft }
}

const confirm = async (
  req: PayloadRequest,
  { form, link, participant: { person, role } }: Opened,
  wording: string,
): Promise<void> => {
  if (person.status !== 'unconfirmed') return
  const now = new Date()
  const answers = link.answers as Answers | null | undefined
  await req.payload.update({
    collection: form.collection,
    id: person.id,
    data: {
      // Nothing stays of what another sign-up from this address said.
      ...(answers && { ...blankAnswers(form), ...answers }),
      ...form.whenConfirmed(now),
      confirmedAt: now.toISOString(),
      consent: { wording, givenAt: now.toISOString() },
    } as never,
    depth: 0,
    overrideAccess: true,
    req,
  })
  await noteConfirmed(req, { role, id: person.id }, link.id, now)
}

/** The questions that may be left without an answer. */
const blankAnswers = ({ schema }: ResolvedForm): Record<string, null> =>
  Object.fromEntries(
    questions(schema)
      .filter((field) => field.type !== 'consent' && (!field.required || field.showWhen))
      .map((field) => [field.name, null]),
  )

const askToConfirm = async (
  req: PayloadRequest,
  pages: SignUpPages,
  options: SignUpOptions,
  { form, link, participant: { person } }: Opened,
  token: string,
  isChanged = false,
): Promise<string> => {
  const answers = (link.answers ?? person) as Answers
  return pages.confirm({
    kind: form.kind,
    rows: answerRows(form.schema, { ...answers, email: person.email }),
    token,
    consentVersion: versionOf(await options.consentWording(form.kind, req)),
    isChanged,
  })
}

const formHasChanged = (pages: SignUpPages): Response =>
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
