import type { ParsedMail } from 'mailparser'
import { createLocalReq, type PayloadRequest } from 'payload'
import { makeLimit } from '@mentoring/kit/limit'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { forgetDrafts } from '../../programme/people/sign-up/drafts/drafts.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { fillPages, nextOf } from '../helpers/journey.ts'
import { hiddenInputs } from '../helpers/links.ts'
import { mailsIn } from '../helpers/mails.ts'
import { menteeForm, mentorForm } from '../helpers/people.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'
import { openBrowser, restPath } from '../helpers/visitor.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const collection of [
    'mails',
    'sign-up-drafts',
    'personal-links',
    'mentees',
    'mentors',
  ] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

/** Each test comes from a network of its own, so that none meets the limits by the others. */
let network = 0
let browser: Installation['rest']
beforeEach(() => {
  network += 1
  browser = newBrowser()
})
const newBrowser = (): Installation['rest'] => {
  const open = openBrowser(app.rest)
  return (method, path, { headers, ...options } = {}) =>
    open(method, path, {
      ...options,
      headers: { accept: 'text/html', 'x-client-address': `203.0.113.${network}`, ...headers },
    })
}

const HOUR = 60 * 60 * 1000
const FIRST = '/sign-up/mentee/about-you'
const CHECK = '/sign-up/mentee/check'
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const req = (): Promise<PayloadRequest> => createLocalReq({}, app.payload)

/** The path of the link in a mail, as `rest` takes it. */
const pathIn = ({ text }: ParsedMail): string =>
  restPath(/https?:\/\/[^/]+(\/sign-up\/\S+)/.exec(text ?? '')![1]!)

const drafts = async () =>
  (
    await app.payload.find({
      collection: 'sign-up-drafts',
      overrideAccess: true,
      showHiddenFields: true,
      pagination: false,
    })
  ).docs

const people = async (collection: 'mentees' | 'mentors') =>
  (await app.payload.find({ collection, depth: 0, overrideAccess: true, pagination: false })).docs

const start = (rest = browser, kind = 'mentee') =>
  rest('POST', `/sign-up/${kind}/start`, { form: {} })
const post = (path: string, form: Record<string, string | string[]> = {}, rest = browser) =>
  rest('POST', path, { form })

/** Sends the sign-up from the page of all answers, with what stands on it. */
const send = async (extra: Record<string, string> = { consent: 'yes' }, rest = browser) =>
  post(CHECK, { ...hiddenInputs((await rest('GET', CHECK)).text), ...extra }, rest)

describe('signing up page by page', () => {
  it('leads through all pages to one email, and ends the draft', async () => {
    const form = menteeForm()
    expect(await fillPages(browser, 'mentee', form)).toEqual([
      FIRST,
      '/sign-up/mentee/your-background',
      '/sign-up/mentee/your-work',
      '/sign-up/mentee/mentoring',
      CHECK,
    ])
    const check = await browser('GET', CHECK)
    for (const words of [form.name, form.email, 'Sudan', 'August 2019', 'Ward J16']) {
      expect(check.text).toContain(words)
    }
    const sent = await send()
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe('/sign-up/mentee/check-your-email/')
    expect(await drafts()).toEqual([])
    const [mentee] = await people('mentees')
    expect(mentee).toMatchObject({
      name: form.name,
      status: 'unconfirmed',
      country: 'SD',
      languages: ['ar'],
      topics: ['housing', 'exams'],
    })
    expect(mentee!.consent?.wording).toMatch(/\w{3}/)
    const mails = await mailsIn(app)
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Confirm your sign-up to the peer mentor programme',
    ])
    expect((await browser('GET', pathIn(mails[0]!))).text).toContain('Confirm your sign-up')
  })

  it('asks mentors what only mentors are asked', async () => {
    await fillPages(browser, 'mentor', mentorForm())
    const check = await browser('GET', '/sign-up/mentor/check')
    expect(check.text).toContain('How many mentees can you support at a time?')
    const form = { ...hiddenInputs(check.text), consent: 'yes' }
    expect((await post('/sign-up/mentor/check', form)).status).toBe(303)
    expect((await people('mentors'))[0]).toMatchObject({ capacity: 2, takesMentees: true })
  })

  it('sets a cookie that ends with the browser, and keeps nobody’s page in a cache', async () => {
    const started = await app.rest('POST', '/sign-up/mentee/start', { form: {} })
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^signup-mentee=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    await start()
    for (const path of [FIRST, '/sign-up/mentee/save', '/sign-up/mentee/clear']) {
      const { headers, status, text } = await browser('GET', path)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(text).toContain('<meta name="robots" content="noindex">')
    }
  })

  it('goes on where somebody was, and keeps two forms apart', async () => {
    await start()
    await post(FIRST, menteeForm())
    expect(nextOf(await start())).toBe('/sign-up/mentee/your-background')
    expect(nextOf(await start(browser, 'mentor'))).toBe('/sign-up/mentor/about-you')
    expect((await browser('GET', '/sign-up/mentor/about-you')).text).not.toContain('Omar Idris')
    expect((await browser('GET', FIRST)).text).toContain('Omar Idris')
    expect(await drafts()).toHaveLength(2)
  })

  it('opens no page before those ahead of it are answered', async () => {
    await start()
    for (const path of ['/sign-up/mentee/your-work', CHECK, '/sign-up/mentee/no-such-page']) {
      const answer = await app.rest('GET', path, { headers: cookieOf(await start(newBrowser())) })
      expect(answer.status, path).toBe(303)
      expect(nextOf(answer), path).toBe(FIRST)
    }
    expect((await send()).status).toBe(303)
    expect(await people('mentees')).toEqual([])
  })

  it('asks what an answer opens, and drops what it closes', async () => {
    const form = menteeForm()
    await fillPages(browser, 'mentee', form)
    expect((await browser('GET', CHECK)).text).toContain('Sudan')
    await post('/sign-up/mentee/your-background', { ...form, originChoice: 'preferNotToSay' })
    expect((await browser('GET', CHECK)).text).not.toContain('Sudan')
    await send()
    expect((await people('mentees'))[0]!.country ?? null).toBeNull()
  })
})

const cookieOf = (started: { headers: Headers }) => ({
  cookie: started.headers.getSetCookie()[0]!.split(';')[0]!,
})

describe('what was typed', () => {
  it('is shown by GET with what is wrong with it, however often the page is loaded', async () => {
    await start()
    const answer = await post(FIRST, { name: 'Omar Idris', email: 'not an address' })
    expect(answer.status).toBe(303)
    expect(nextOf(answer)).toBe(FIRST)
    for (let load = 0; load < 2; load += 1) {
      const { status, text } = await browser('GET', FIRST)
      expect(status).toBe(200)
      expect(text).toContain('<title>Error: About you')
      expect(text).toContain('value="not an address"')
      expect(text).toContain('value="Omar Idris"')
      // Once in the summary, once at the field.
      expect(text.split('Enter an email address in the correct format').length).toBe(3)
    }
    expect(nextOf(await post(FIRST, menteeForm()))).toBe('/sign-up/mentee/your-background')
    expect((await browser('GET', FIRST)).text).not.toContain('There is a problem')
  })

  it('is kept while it is typed, unless the page has been sent on since', async () => {
    await start()
    const before = hiddenInputs((await browser('GET', FIRST)).text)
    const keep = { ...before, name: 'Om', then: 'keep' }
    const kept = await post(FIRST, keep)
    expect(kept.status).toBe(204)
    const shown = (await browser('GET', FIRST)).text
    expect(shown).toContain('value="Om"')
    expect(shown).not.toContain('There is a problem')

    await post(FIRST, { ...before, ...menteeForm() })
    // It was on its way when the page was sent on.
    expect((await post(FIRST, keep)).status).toBe(204)
    expect((await browser('GET', FIRST)).text).toContain('value="Omar Idris"')
  })

  it('can’t be more than a form holds', async () => {
    await start()
    await post(FIRST, menteeForm())
    const path = '/sign-up/mentee/mentoring'
    expect(nextOf(await post(path, { about: 'x'.repeat(30_000) }))).toBe(path)
    for (const page of ['your-background', 'your-work'])
      await post(`/sign-up/mentee/${page}`, menteeForm())
    expect((await browser('GET', path)).text).not.toContain('x'.repeat(1000))
    await post(path, { about: 'x'.repeat(30_000) })
    expect((await browser('GET', path)).text).toContain('too long to be kept')
    expect((await post(path, { about: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await browser('GET', FIRST)).text).toContain('Omar Idris')
  })

  it('in two tabs at once is all kept', async () => {
    const form = menteeForm()
    await fillPages(browser, 'mentee', form)
    await Promise.all([
      post(FIRST, { ...form, name: 'Omar Changed' }),
      post('/sign-up/mentee/your-work', { ...form, teamName: 'Ward J99' }),
      post('/sign-up/mentee/mentoring', { ...form, about: 'I like running.' }),
    ])
    const { text } = await browser('GET', CHECK)
    for (const words of ['Omar Changed', 'Ward J99', 'I like running.'])
      expect(text).toContain(words)
  })

  it('is kept by “Save and return later”, and nothing is found wrong with it yet', async () => {
    await start()
    const answer = await post(FIRST, { name: 'Omar Idris', then: 'save' })
    expect(answer.headers.get('location')).toBe('/sign-up/mentee/save/?page=about-you')
    const { text } = await browser('GET', FIRST)
    expect(text).toContain('value="Omar Idris"')
    expect(text).not.toContain('There is a problem')
  })

  it('can’t be read in the database', async () => {
    const form = menteeForm({ about: 'I like secret gardens.' })
    await fillPages(browser, 'mentee', form)
    const [draft] = await drafts()
    expect(draft!.sealed.length).toBeGreaterThan(300)
    const stored = JSON.stringify(draft)
    const decoded = Object.values(draft!).map((value) =>
      Buffer.from(String(value), 'base64url').toString('latin1'),
    )
    for (const words of [form.name, form.email, 'secret gardens', 'about-you']) {
      expect([stored, ...decoded].join()).not.toContain(words)
    }
  })
})

describe('changing an answer', () => {
  it('opens its page at that question, and goes straight back to all answers', async () => {
    const form = menteeForm()
    await fillPages(browser, 'mentee', form)
    const links = [
      ...(await browser('GET', CHECK)).text.matchAll(/href="([^"]+change=[^"]+)"/g),
    ].map(([, href]) => href!.replaceAll('&amp;', '&'))
    expect(links).toContain('/sign-up/mentee/your-work/?change=teamName#teamName')
    expect(links).toContain('/sign-up/mentee/your-background/?change=arrival#arrival-month')
    expect(links.length).toBeGreaterThan(14)
    const path = '/sign-up/mentee/your-work'
    const opened = (await browser('GET', `${path}?change=teamName`)).text
    expect(opened).toMatch(/<input[^>]*id="teamName"[^>]*autofocus/)
    const hidden = hiddenInputs(opened)
    expect(hidden).toMatchObject({ change: 'teamName' })

    const wrong = await post(path, { ...form, ...hidden, teamName: 'x'.repeat(101) })
    expect(wrong.headers.get('location')).toBe('/sign-up/mentee/your-work/?change=teamName')
    expect((await browser('GET', `${path}?change=teamName`)).text).toContain(
      '100 characters or fewer',
    )
    const right = await post(path, { ...form, ...hidden, teamName: 'Ward J99' })
    expect(nextOf(right)).toBe(CHECK)
    expect((await browser('GET', CHECK)).text).toContain('Ward J99')
  })
})

describe('agreeing', () => {
  it('is needed, and to the words in force', async () => {
    await fillPages(browser, 'mentee', menteeForm())
    expect(nextOf(await send({}))).toBe(CHECK)
    expect((await browser('GET', CHECK)).text).toContain('Tick the box to agree')
    expect(nextOf(await send({ consent: 'yes', consentVersion: 'older' }))).toBe(CHECK)
    const again = (await browser('GET', CHECK)).text
    expect(again).toContain('What you agree to has changed')
    expect(again).not.toMatch(/name="consent"[^>]*checked/)
    expect(await people('mentees')).toEqual([])
    expect((await send()).headers.get('location')).toBe('/sign-up/mentee/check-your-email/')
  })
})

describe('sending', () => {
  it('waits when many sign up, with all answers kept', async () => {
    stopTheClock()
    await fillPages(browser, 'mentee', menteeForm())
    const key = `203.0.113.${network}`
    const same = makeLimit({ name: 'mail for a client', uses: 400, seconds: 3600 })
    for (let n = 0; n < 400; n += 1) await same.use(await req(), key)
    expect(nextOf(await send())).toBe(CHECK)
    const said = (await browser('GET', CHECK)).text
    expect(said).toMatch(/Many people are signing up at this moment. Try again in \d+ minutes?/)
    expect(said).toContain('Omar Idris')
    expect(await people('mentees')).toEqual([])
    later(HOUR)
    expect((await browser('GET', CHECK)).text).not.toContain('Many people')
    expect((await send()).headers.get('location')).toBe('/sign-up/mentee/check-your-email/')
  })

  it('that fails keeps all answers', async () => {
    await fillPages(browser, 'mentee', menteeForm())
    const { hooks } = app.payload.collections.mentees.config
    const fail = () => {
      throw new Error('The disk is full')
    }
    hooks.beforeChange.unshift(fail)
    expect(nextOf(await send())).toBe(CHECK)
    hooks.beforeChange.shift()
    const said = (await browser('GET', CHECK)).text
    expect(said).toContain('Sorry, we could not send your answers')
    expect(said).toContain('Omar Idris')
    expect((await send()).headers.get('location')).toBe('/sign-up/mentee/check-your-email/')
  })

  it('leaves nothing behind: Back says that the answers are gone', async () => {
    await fillPages(browser, 'mentee', menteeForm())
    const form = { ...hiddenInputs((await browser('GET', CHECK)).text), consent: 'yes' }
    await post(CHECK, form)
    const { status, text } = await browser('GET', CHECK)
    expect(status).toBe(410)
    expect(text).toContain('If you have just sent your sign-up')
    expect(text).not.toContain('Omar Idris')
    expect((await post(CHECK, form)).status).toBe(410)
    expect(await people('mentees')).toHaveLength(1)
  })
})

describe('a draft ends', () => {
  it('24 hours after it was started, read or removed', async () => {
    stopTheClock()
    await start()
    later(12 * HOUR)
    await post(FIRST, menteeForm())
    later(12 * HOUR - 1000)
    expect((await browser('GET', FIRST)).text).toContain('Omar Idris')
    await forgetDrafts(await req(), new Date())
    expect(await drafts()).toHaveLength(1)
    later(1000)
    const over = await browser('GET', FIRST)
    expect(over.status).toBe(410)
    expect(over.text).toContain('Your answers are not here')
    expect((await post(FIRST, menteeForm())).status).toBe(410)
    await forgetDrafts(await req(), new Date())
    expect(await drafts()).toEqual([])
    expect(nextOf(await start())).toBe(FIRST)
    expect((await browser('GET', FIRST)).text).not.toContain('Omar Idris')
  })

  it('when its owner clears it', async () => {
    await start()
    await post(FIRST, menteeForm())
    expect((await browser('GET', '/sign-up/mentee/clear')).text).toContain('Clear my answers')
    await post('/sign-up/mentee/save', { email: 'omar@example.org' })
    expect((await app.payload.count({ collection: 'mails', overrideAccess: true })).totalDocs).toBe(
      1,
    )
    expect(await drafts()).toHaveLength(1)
    const cleared = await post('/sign-up/mentee/clear')
    expect(cleared.headers.get('location')).toBe('/sign-up/mentee/')
    expect(cleared.headers.getSetCookie()[0]).toMatch(/^signup-mentee=; .*Max-Age=0/)
    expect(await drafts()).toEqual([])
    expect((await app.payload.count({ collection: 'mails', overrideAccess: true })).totalDocs).toBe(
      0,
    )
    expect((await browser('GET', FIRST)).status).toBe(410)
  })
})

describe('a cookie', () => {
  it('that is forged, another’s, or of the other form opens nothing', async () => {
    await start()
    await post(FIRST, menteeForm())
    const [draft] = await drafts()
    const { cookie } = cookieOf(await app.rest('POST', '/sign-up/mentor/start', { form: {} }))
    const values = [
      '',
      'x',
      'a'.repeat(43),
      draft!.tokenHash,
      draft!.wrappedKey,
      cookie.split('=')[1]!,
    ]
    for (const value of values) {
      const answer = await app.rest('GET', FIRST, { headers: { cookie: `signup-mentee=${value}` } })
      expect(answer.status, value).toBe(410)
      expect(answer.text).not.toContain('Omar Idris')
    }
  })

  it('is not set when another site posts the form: nobody’s draft is put in the place of one’s own', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await browser('POST', '/sign-up/mentee/start', {
        form: {},
        headers: { 'sec-fetch-site': site },
      })
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.headers.get('location')).toBe('/sign-up/mentee/')
    }
  })
})

describe('going on elsewhere', () => {
  const ask = (email: string, rest = browser) =>
    post('/sign-up/mentee/save', { email, page: 'your-background' }, rest)

  it('opens the same draft by a mailed link, in one browser at a time', async () => {
    await start()
    const form = menteeForm()
    await post(FIRST, form)
    const save = await browser('GET', '/sign-up/mentee/save?page=your-background')
    // The address that was typed already is not asked for again.
    expect(save.text).toContain(`value="${form.email}"`)
    const answer = await ask(form.email)
    expect(answer.headers.get('location')).toBe(
      '/sign-up/mentee/save/?sent=yes&page=your-background',
    )
    expect((await browser('GET', nextOf(answer))).text).toContain('Check your email')
    const [mail] = await mailsIn(app)
    expect(mail!.subject).toBe('Continue your sign-up to the peer mentor programme')
    expect(mail!.text).toMatch(/until \w+day \d+ \w+ \d{4}, \d+:\d\d[ap]m/)
    expect(mail!.text).not.toContain('Omar')
    const path = pathIn(mail!)

    // A scanner opens it, however often: nothing has moved.
    await newBrowser()('GET', path)
    await app.rest('HEAD', path)
    expect((await browser('GET', FIRST)).status).toBe(200)

    const laptop = newBrowser()
    const opened = await laptop('GET', path)
    expect(opened.status).toBe(200)
    expect(opened.text).toContain('Continue here')
    expect(opened.text).not.toContain('Omar')
    const moved = await post('/sign-up/continue', {}, laptop)
    expect(nextOf(moved)).toBe('/sign-up/mentee/your-background')
    expect((await laptop('GET', FIRST)).text).toContain('Omar Idris')
    expect((await browser('GET', FIRST)).status).toBe(410)

    // And back again, by the same link.
    await browser('GET', path)
    await post('/sign-up/continue')
    expect((await browser('GET', FIRST)).text).toContain('Omar Idris')
    expect((await laptop('GET', FIRST)).status).toBe(410)
  })

  it('works by the latest link only, for as long as the draft is kept', async () => {
    stopTheClock()
    await start()
    await post(FIRST, menteeForm())
    await ask('first@example.org')
    await ask('second@example.org')
    await ask('not an address')
    expect((await browser('GET', '/sign-up/mentee/save')).text).toContain('There is a problem')
    const mails = await mailsIn(app)
    const pathTo = (email: string) => {
      const mail = mails.find(({ to }) => [to].flat()[0]?.text === email)
      return mail && pathIn(mail)
    }
    // It was not sent yet when it was replaced.
    expect(pathTo('first@example.org')).toBeUndefined()
    const path = pathTo('second@example.org')!
    expect((await newBrowser()('GET', path)).status).toBe(200)
    later(24 * HOUR)
    const dead = await newBrowser()('GET', path)
    expect(dead.status).toBe(410)
    expect(dead.text).toContain('does not open your answers any more')
    await forgetDrafts(await req(), new Date())
    expect((await app.payload.count({ collection: 'mails', overrideAccess: true })).totalDocs).toBe(
      0,
    )
  })

  it('keeps no link that works in the database', async () => {
    await start()
    await ask('omar@example.org')
    const token = /token=([\w-]+)/.exec((await mailsIn(app))[0]!.text!)![1]!
    const { docs } = await app.payload.find({
      collection: 'mails',
      overrideAccess: true,
      showHiddenFields: true,
    })
    expect(token).toHaveLength(43)
    expect(JSON.stringify([docs, await drafts()])).not.toContain(token)
    expect(docs).toHaveLength(1)
  })

  it('is answered alike, and mails no mailbox too often', async () => {
    stopTheClock()
    await start()
    const sent = new Set<string | undefined>()
    for (let n = 0; n < 5; n += 1) {
      expect(nextOf(await ask('omar.often@example.org'))).toContain('sent=yes')
      // The message before goes when there is a new one.
      const mails = await mailsIn(app)
      expect(mails).toHaveLength(1)
      sent.add(mails[0]!.messageId)
    }
    expect(sent.size).toBe(3)
    // The third is the latest that was sent, and works.
    expect((await newBrowser()('GET', pathIn((await mailsIn(app)).at(-1)!))).status).toBe(200)
  })

  it.each(['', 'x', 'a'.repeat(43)])('does not open by the forged link “%s”', async (token) => {
    expect((await newBrowser()('GET', `/sign-up/continue?token=${token}`)).status).toBe(410)
    expect((await post('/sign-up/continue', {}, newBrowser())).status).toBe(410)
  })
})

it('limits how many drafts one client starts', async () => {
  stopTheClock()
  const same = makeLimit({ name: 'sign-up drafts of a client', uses: 400, seconds: 3600 })
  for (let n = 0; n < 400; n += 1) await same.use(await req(), `203.0.113.${network}`)
  const refused = await start()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await drafts()).toEqual([])
})

it('there is no third form', async () => {
  for (const page of ['start', 'check', 'about-you']) {
    expect((await post(`/sign-up/admin/${page}`)).status).toBe(404)
  }
})
