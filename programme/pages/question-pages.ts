import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { checkAnswers, inputValues, type RawAnswers, unknownInputs } from '@mentoring/forms/answers'
import { asUnreadable, readBody, UnreadableBody } from '@mentoring/forms/read-body'
import { idOf } from '../../database/record-id.ts'
import { enter, goOn, withCookies } from '../links/enter.ts'
import { isParticipant, type Participant } from '../links/owner.ts'
import { openLink } from '../links/links.ts'
import { pathOf } from '../links/path-of.ts'
import type { LinkPurpose } from '../links/purposes.ts'
import type { OpenVisit } from '../links/visits.ts'
import { Refused } from '@mentoring/kit/refused'
import { countSteps } from '../matches/take-step.ts'
import { findMatchesOf } from '../people/person-actions.ts'
import { DONE, findDone } from './done.ts'
import { MATCH_PAGES } from './match-pages.ts'
import { NO_QUESTIONS } from './questions.ts'
import { ONE_CLICK, readOneClick } from './one-click.ts'
import { askForCode, codeProblem } from './code-page.ts'
import { MY_PATH } from './paths.ts'
import { PAGES_OF_ALL, PERSON_PAGES, stayingCopies } from './person-pages.ts'
import { isSealed, sealForm } from './seal.ts'
import type { Carried, FormPage, MyPage, Opened } from './types.ts'
import { type MyTemplates, myTemplates } from './templates.ts'

const PAGES: Record<string, MyPage> = { ...MATCH_PAGES, ...PERSON_PAGES, ...PAGES_OF_ALL }

/** Inputs beside the answers. */
const CARRIED = ['visit', 'match', 'seal', 'code']

/** `GET`: shows the question and changes nothing, because mail scanners open links too. */
export const showPage = async (req: PayloadRequest): Promise<Response> => {
  const asked = await findPage(req)
  if (asked instanceof Response) return asked
  const { name, now, templates } = asked
  const path = `${MY_PATH}${name}/`
  const visit = await enter(req, { path, purposes: purposesOf(asked.page), now, ...templates })
  if (visit instanceof Response) return visit
  const opened = await openMatch(asked, visit, req.searchParams.get('match') ?? undefined)
  if (opened instanceof Response) return opened
  const done = findDone(req.searchParams.get('done'))
  if (done) return message(opened, done.title, done.text)
  return orRefusal(opened, async () => page(await formDocument(opened)))
}

/** `POST`: does what the page says, if the form fits to how things stand. */
export const postPage = async (req: PayloadRequest): Promise<Response> => {
  const raw = await readOneClick(req)
    .then((click) => click ?? readBody(req))
    .catch(asUnreadable)
  if (raw instanceof UnreadableBody) {
    const templates = await myTemplates(req)
    const title = 'We could not read your answers'
    return page(templates.message({ title, paragraphs: [raw.message] }), raw.status)
  }
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name] : undefined)
  const asked = await findPage(req)
  if (asked instanceof Response) return asked
  if (text(ONE_CLICK) === 'One-Click') return stopByOneClick(asked)
  const purposes = purposesOf(asked.page)
  const visit = await goOn(req, text('visit'), { purposes, now: asked.now, ...asked.templates })
  if (visit instanceof Response) return visit
  const opened = await openMatch(asked, visit, text('match'))
  if (opened instanceof Response) return opened
  return withCookies(await orRefusal(opened, () => act(opened, raw)), opened.cookies)
}

const act = async (opened: Opened, raw: RawAnswers): Promise<Response> => {
  const { link, match, name, page: myPage, req, visit } = opened
  const { schema = NO_QUESTIONS } = await myPage.form(opened)
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
  if (myPage.code) {
    const carried = { ...inputValues(raw), ...(await carriedBy(opened)) }
    if (raw.code === undefined) return askForCode(opened, myPage.code, carried)
    const problem = await codeProblem(opened, myPage.code, `${raw.code as number | string}`)
    if (problem === 'none') {
      const message = 'This code no longer works. Press the button, and we email you a new one.'
      return again(409, [{ field: '', message }])
    }
    if (problem) return askForCode(opened, myPage.code, carried, problem)
  }
  const done = await myPage.act(opened, answers)
  if (done === 'erased') {
    const copies = await stayingCopies(req)
    return message(opened, DONE.erased.title, [DONE.erased.text, ...copies].join(' '))
  }
  return seeOther(
    link.purpose === 'page'
      ? pathOf(MY_PATH, { visit: visit.name, done })
      : pathOf(`${MY_PATH}${name}/`, { visit: visit.name, match: match?.id, done }),
  )
}

type Page = Pick<Opened, 'name' | 'now' | 'page' | 'req' | 'templates'>

/** The page of an address; else the page that says that there is none. */
const findPage = async (req: PayloadRequest): Promise<Page | Response> => {
  const templates = await myTemplates(req)
  const name = String(req.routeParams?.page)
  const myPage = Object.hasOwn(PAGES, name) ? PAGES[name]! : undefined
  return myPage ? { name, now: new Date(), page: myPage, req, templates } : notFound(templates)
}

const notFound = (templates: MyTemplates): Response => {
  const paragraphs = ['Check the address, or open your page from the link in your email.']
  return page(templates.message({ title: 'Page not found', paragraphs }), 404)
}

const purposesOf = ({ purpose }: MyPage): LinkPurpose[] => ['page', ...(purpose ? [purpose] : [])]

/** Finds the match that is asked about, if the page is about one. */
const openMatch = async (
  asked: Page,
  visit: OpenVisit,
  matchId: string | undefined,
): Promise<Opened | Response> => {
  const { participant } = visit
  if (!isParticipant(participant) && !Object.hasOwn(PAGES_OF_ALL, asked.name)) {
    return notFound(asked.templates)
  }
  const cookies: string[] = []
  const opened: Opened = {
    ...asked,
    ...visit,
    // A page of all asks no more of somebody than everybody has.
    participant: participant as Participant,
    cookies,
    setCookies: (more) => cookies.push(...more),
  }
  if (!asked.page.isAboutMatch) return opened
  // A link for one match opens no other.
  const wanted = visit.link.match ? idOf(visit.link.match) : matchId
  const match = (await findMatchesOf(asked.req, opened.participant)).find(({ id }) => id === wanted)
  if (!match) return message(opened, 'Match not found', 'It is no longer on record.', 404)
  return { ...opened, match }
}

const sealedBy = async (opened: Opened) => ({
  link: opened.visit.hash,
  action: opened.name,
  match: opened.match?.id ?? '',
  version: await versionOf(opened),
})

const carriedBy = async (opened: Opened): Promise<Carried> => ({
  visit: opened.visit.name,
  match: opened.match?.id,
  seal: sealForm(opened.req.payload.config.secret, await sealedBy(opened)),
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
  const { link, name, page: myPage, templates, visit } = opened
  const { schema, values, ...rest }: FormPage = await myPage.form(opened)
  return templates.form({
    ...rest,
    form: schema,
    values: sent ? inputValues(sent.raw) : values,
    errors: sent?.errors ?? [],
    action: `${MY_PATH}${name}/`,
    back: link.purpose === 'page' ? pathOf(MY_PATH, { visit: visit.name }) : undefined,
    carried: await carriedBy(opened),
  })
}

/** What can't be done is said in words, with the way back. */
const orRefusal = async (opened: Opened, work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) {
      return message(opened, 'This can’t be done now', error.message, error.status)
    }
    throw error
  }
}

const message = (
  { link, templates, visit }: Pick<Opened, 'link' | 'templates' | 'visit'>,
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
          ? { href: pathOf(MY_PATH, { visit: visit.name }), text: 'Go to your page' }
          : { href: '/my/link/', text: 'Get a link to your page' },
    }),
    status,
  )

/**
 * A mail program posts once, to the address as it stands in the mail, without a page in between. It
 * keeps no cookie and wants no page back.
 */
const stopByOneClick = async (asked: Page): Promise<Response> => {
  const { now, page: myPage, req } = asked
  if (myPage.purpose !== 'stopReminders') return new Response(null, { status: 400 })
  const token = req.searchParams.get('token')
  const found = await openLink(req, token, ['page', 'stopReminders'], now)
  if (!found || found.isDead) return new Response(null, { status: found ? 410 : 404 })
  const { participant } = found
  if (found.link.purpose !== 'stopReminders' || !isParticipant(participant)) {
    return new Response(null, { status: 400 })
  }
  if (!participant.person.wantsNoReminders) {
    await myPage.act({ ...asked, participant, setCookies: () => {} }, {})
  }
  return new Response(null, { status: 204 })
}
