import type { PayloadRequest } from 'payload'

import { checkAnswers, type RawAnswers, unknownInputs } from '../../sign-up/answers.ts'
import { readBody, UnreadableBody } from '../../sign-up/read-body.ts'
import { page, seeOther } from '../../sign-up/respond.ts'
import { StepRefused } from '../clock/states.ts'
import { openLink, type OpenedLink } from '../../links/links.ts'
import { Refused } from '../operations/in-match.ts'
import { optionsOf } from '../options.ts'
import { countSteps } from '../operations/take-step.ts'
import { findMatchesOf } from '../participants/person-actions.ts'
import { DONE, findDone } from './done.ts'
import { MATCH_PAGES } from './match-pages.ts'
import { ONE_CLICK, readOneClick } from './one-click.ts'
import { MY_PATH, pathOf, tokenOf } from './paths.ts'
import { PERSON_PAGES, stayingCopies } from './person-pages.ts'
import { linkDoesNotWork } from './refusals.ts'
import { isSealed, sealForm } from './seal.ts'
import type { Asked, Carried, FormPage, MyPage, MyTemplates } from './types.ts'

const PAGES: Record<string, MyPage> = { ...MATCH_PAGES, ...PERSON_PAGES }

/** Inputs beside the answers. */
const CARRIED = ['token', 'match', 'seal']

/** A page that was opened: which, by whom, about what, and with which link. */
type Opened = Asked & {
  name: string
  page: MyPage
  token: string
  link: OpenedLink['link']
  templates: MyTemplates
}

/** `GET`: shows the question. Changes nothing, because mail scanners open links too. */
export const showPage = async (req: PayloadRequest): Promise<Response> => {
  const opened = await open(req, tokenOf(req), req.searchParams.get('match') ?? undefined)
  if (opened instanceof Response) return opened
  const done = findDone(req.searchParams.get('done'))
  if (done) return message(opened, done.title, done.text)
  return orRefusal(opened, async () => page(await formDocument(opened)))
}

/** `POST`: does what the page says, if the form fits to how things stand. */
export const postPage = async (req: PayloadRequest): Promise<Response> => {
  let raw: RawAnswers
  try {
    raw = (await readOneClick(req)) ?? (await readBody(req as unknown as Request))
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    const templates = await optionsOf(req.payload.config).templates(req)
    const title = 'We could not read your answers'
    return page(templates.message({ title, paragraphs: [error.message] }), error.status)
  }
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name] : undefined)
  const isOneClick = text(ONE_CLICK) === 'One-Click'
  // A mail program posts to the address as it stands in the mail.
  const opened = await open(req, isOneClick ? tokenOf(req) : text('token'), text('match'))
  if (opened instanceof Response) return opened
  if (isOneClick) return stopByOneClick(opened)
  return orRefusal(opened, () => act(opened, raw))
}

const act = async (opened: Opened, raw: RawAnswers): Promise<Response> => {
  const { match, name, page: myPage, req, token } = opened
  const { schema } = await myPage.form(opened)
  const unknown = unknownInputs(schema, raw, CARRIED)
  if (unknown.length > 0) throw new Refused(400, 'This page has no such question. Load it again.')
  const { answers, errors } = checkAnswers(schema, raw, opened.now)
  const again = async (status: number, problems: typeof errors) =>
    page(await formDocument(opened, { raw, errors: problems }), status)
  if (!isSealed(req.payload.config.secret, await sealedBy(opened), raw.seal)) {
    const message =
      'Something has changed since you opened this page. Check that it is still what you want, then send it again.'
    return again(409, [{ field: '', message }])
  }
  if (errors.length > 0) return again(422, errors)
  const done = await myPage.act(opened, answers)
  if (done === 'erased') {
    const copies = await stayingCopies(req, opened.options)
    return message(opened, DONE.erased.title, [DONE.erased.text, ...copies].join(' '))
  }
  const isOwnLink = opened.link.purpose !== 'page'
  return seeOther(
    isOwnLink
      ? pathOf(`${MY_PATH}${name}/`, { token, match: match?.id, done })
      : pathOf(MY_PATH, { token, done }),
  )
}

/** Finds whose page it is and what it is about; else the page that says why not. */
const open = async (
  req: PayloadRequest,
  token: string | undefined,
  matchId: string | undefined,
): Promise<Opened | Response> => {
  const options = optionsOf(req.payload.config)
  const templates = await options.templates(req)
  const name = String(req.routeParams?.page)
  const myPage = Object.hasOwn(PAGES, name) ? PAGES[name]! : undefined
  if (!myPage) {
    const paragraphs = ['Check the address, or open your page from the link in your email.']
    return page(templates.message({ title: 'Page not found', paragraphs }), 404)
  }
  const now = new Date()
  const purposes = ['page' as const, ...(myPage.purpose ? [myPage.purpose] : [])]
  const found = await openLink(req, token, purposes, now)
  if (!found || found.isDead) return linkDoesNotWork(templates, found && token)
  const { link, participant } = found
  const opened = {
    req,
    options,
    participant,
    now,
    name,
    page: myPage,
    token: token!,
    link,
    templates,
  }
  if (!myPage.isAboutMatch) return opened
  // A link for one match opens no other.
  const wanted = link.match ? String(link.match) : matchId
  const match = (await findMatchesOf(req, participant)).find(({ id }) => id === wanted)
  if (!match) return message(opened, 'Match not found', 'It is no longer on record.', 404)
  return { ...opened, match }
}

const sealedBy = async (opened: Opened) => ({
  link: opened.link.hash ?? '',
  action: opened.name,
  match: opened.match?.id ?? '',
  version: await versionOf(opened),
})

/** How that stands which the page is about; something else once it has changed. */
const versionOf = async (opened: Opened): Promise<string> => {
  const { match, page: myPage, participant, req } = opened
  if (myPage.version) return myPage.version(opened)
  return match ? `${await countSteps(req, match.id)}` : participant.person.updatedAt
}

const formDocument = async (
  opened: Opened,
  sent?: { raw: RawAnswers; errors: { field: string; message: string }[] },
): Promise<string> => {
  const { link, match, name, page: myPage, req, templates, token } = opened
  const { schema, values, ...rest }: FormPage = await myPage.form(opened)
  const carried: Carried = {
    token,
    match: match?.id,
    seal: sealForm(req.payload.config.secret, await sealedBy(opened)),
  }
  return templates.form({
    ...rest,
    form: schema,
    values: sent ? asInputs(sent.raw) : values,
    errors: sent?.errors ?? [],
    action: `${MY_PATH}${name}/`,
    back: link.purpose === 'page' ? pathOf(MY_PATH, { token }) : undefined,
    carried,
  })
}

const asInputs = (raw: RawAnswers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value]]
      return Array.isArray(value) ? [[name, value.filter((item) => typeof item === 'string')]] : []
    }),
  )

/** What can't be done is said in words, with the way back. */
const orRefusal = async (opened: Opened, work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) {
      return message(opened, 'This can’t be done now', error.message, error.status)
    }
    if (error instanceof StepRefused) {
      return message(opened, 'This can’t be done now', error.message, 409)
    }
    throw error
  }
}

const message = (
  { link, templates, token }: Pick<Opened, 'link' | 'templates' | 'token'>,
  title: string,
  text: string,
  status = 200,
): Response =>
  page(
    templates.message({
      title,
      paragraphs: [text],
      // A link for one purpose does not open the page: that needs the link in another email.
      link:
        link.purpose === 'page'
          ? { href: pathOf(MY_PATH, { token }), text: 'Go to your page' }
          : { href: '/my/link/', text: 'Get a link to your page' },
    }),
    status,
  )

/** The mail program posts once, without a page in between, and wants no page back. */
const stopByOneClick = async (opened: Opened): Promise<Response> => {
  if (opened.page.purpose !== 'stopReminders' || opened.link.purpose !== 'stopReminders') {
    return new Response(null, { status: 400 })
  }
  if (!opened.participant.person.wantsNoReminders) await opened.page.act(opened, {})
  return new Response(null, { status: 204 })
}
