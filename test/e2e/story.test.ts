import { request } from 'node:http'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { chooseFrom } from '../helpers/choose-from.ts'
import { launchBrowser, logInBy } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * One story from start to end, on the production build with a real browser and a real mail server.
 * Each step needs the one before it.
 */

let browser: Browser
let postbox: Postbox
let server: RunningServer
beforeAll(async () => {
  postbox = await openPostbox()
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ SMTP_URL: postbox.url })])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postbox?.close()
})

const MENTOR = 'amina.yusuf@example.org'
const MENTEE = 'omar.idris@example.org'

const visit = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${server.url}${path}`)
  return page
}

const logIn = (role: 'comms' | 'coordinator'): Promise<Page> => logInBy(browser, server, role)

type Told = { name: string; email: string; specialty: string }

/** Fills in a sign-up form page by page; works with and without JavaScript, as the others do. */
const fillPages = async (page: Page, answers: Told) => {
  for (const fill of [fillAboutYou, fillBackground, fillWork]) {
    await fill(page, answers)
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await fillMentoring(page)
}

/** Fills in a sign-up form of one page. */
const fillIn = async (page: Page, answers: Told) => {
  await fillAboutYou(page, answers)
  await fillBackground(page)
  await fillWork(page, answers)
  await fillMentoring(page)
  await page.locator('input[name=consent]').check()
}

const fillAboutYou = async (page: Page, answers: Told) => {
  await page.getByLabel('Full name').fill(answers.name)
  await page.getByLabel('Email address').fill(answers.email)
}

const fillBackground = async (page: Page) => {
  await page.getByLabel('Yes, use my country').check()
  await chooseFrom(page, { question: /call home/, option: 'Sudan' })
  await chooseFrom(page, { question: /qualify in/, option: 'Sudan' })
  await chooseFrom(page, { question: /Add a language|Language 1/, option: 'Arabic' })
  await page.getByLabel('Month').fill('8')
  await page.getByLabel('Year').fill('2026')
}

const fillWork = async (page: Page, answers: Told) => {
  await page.getByLabel('Medical Training Initiative (MTI)').check()
  await page.getByLabel('Grade').selectOption('fellow')
  await page.getByLabel('Specialty').selectOption(answers.specialty)
  await page.getByLabel('Hospital site').selectOption('stJames')
}

const fillMentoring = async (page: Page) => {
  await page.getByLabel('Finding a home').check()
  await page.getByLabel('Exams').check()
  await page.getByLabel('I do not mind').check()
}

const openMailedLink = async (context: BrowserContext, to: string): Promise<Page> => {
  const { text } = await postbox.wait(to, /Confirm/)
  const link = /http\S+\/sign-up\/confirm\/\S+/.exec(text ?? '')![0]
  return visit(context, link.slice(server.url.length))
}

describe('the server', () => {
  it('answers 404 with a page of the site for an address that is not there', async () => {
    const answer = await fetch(`${server.url}/no-such-page/`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Page not found')
  })

  it.each(['//x@[b/', '/%E0%A4%A', '/..%2f..%2fpackage.json', '/.env'])(
    'answers the strange address %s with an error and goes on',
    async (address) => {
      const { status, text } = await rawRequest(address)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(text).not.toContain('"dependencies"')
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    },
  )

  it('sends headers that keep strangers out of its pages', async () => {
    const { headers } = await fetch(`${server.url}/`)
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*frame-ancestors 'none'/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

/** A request as it is: `fetch` would tidy the address. */
const rawRequest = (address: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    request({ hostname, port, path: address, headers: { range: 'bytes=5-2' } }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })

describe('the programme, end to end', () => {
  it('comms changes the page and a visitor sees it within 10 seconds', async () => {
    const page = await logIn('comms')
    await page.getByRole('link', { name: 'The programme page' }).click()
    const title = page.locator('#field-title')
    await title.fill('New here? Meet a doctor who was new once')
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await page.getByText(/(Updated|Published|Saved) successfully/i).waitFor()

    const visitor = await visit(await browser.newContext(), '/')
    await expect
      .poll(
        async () => {
          await visitor.reload()
          return visitor.getByRole('heading', { level: 1 }).textContent()
        },
        { timeout: 10_000, interval: 250 },
      )
      .toContain('New here? Meet a doctor who was new once')
    await page.context().close()
  })

  it('comms adds a resource link and it is on the site', async () => {
    const page = await logIn('comms')
    await page.getByRole('link', { name: 'Edit the resources' }).click()
    await page
      .getByRole('link', { name: /create new/i })
      .first()
      .click()
    await page.locator('#field-title').fill('Opening a bank account')
    await page.locator('#field-url').fill('https://example.org/bank')
    await page.locator('#field-audience').fill('Doctors in their first month')
    await page.locator('#field-description').fill('What to bring and what to ask for.')
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await page
      .getByText(/successfully/i)
      .first()
      .waitFor()

    const visitor = await visit(await browser.newContext(), '/resources/')
    await expect
      .poll(
        async () => {
          await visitor.reload()
          return visitor.locator('main').textContent()
        },
        { timeout: 10_000, interval: 250 },
      )
      .toContain('Opening a bank account')
    await page.context().close()
  })

  it('comms finds nothing about applicants in the admin', async () => {
    const page = await logIn('comms')
    const menu = await page.locator('nav').first().textContent()
    expect(menu).not.toMatch(/Mentors|Mentees|Matches|Matching/)
    await page.goto(`${server.url}/admin/matching`)
    await page.getByText('Only coordinators can see who waits and is matched.').waitFor()
    for (const collection of ['mentors', 'mentees', 'matches', 'mails', 'matching-runs']) {
      await page.goto(`${server.url}/admin/collections/${collection}`)
      await page
        .getByText(/not found|nothing found|unauthori[sz]ed|not allowed/i)
        .first()
        .waitFor()
    }
    await page.context().close()
  })

  it('a mentor signs up, mends what was wrong, checks the answers, and confirms by email', async () => {
    const context = await browser.newContext()
    const page = await visit(context, '/')
    await page.getByRole('button', { name: 'Sign up as a mentor' }).click()
    await page.waitForURL('**/sign-up/mentor/')
    await page.getByRole('button', { name: 'Start now' }).click()

    await page.getByLabel('Full name').fill('Amina Yusuf')
    await page.getByRole('button', { name: 'Continue' }).click()
    const summary = page.locator('.nhsuk-error-summary')
    await summary.waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await summary.getByRole('link', { name: 'Enter your email address' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
    expect(await page.getByLabel('Full name').inputValue()).toBe('Amina Yusuf')

    await fillPages(page, { name: 'Amina Yusuf', email: MENTOR, specialty: 'cardiology' })
    await page.getByLabel('How many mentees can you support at a time?').fill('1')
    await page
      .getByRole('group', { name: /Can you take a mentee now/ })
      .getByLabel('Yes')
      .check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: /Check your answers/ }).waitFor()
    expect(await page.locator('.nhsuk-summary-list').first().textContent()).toContain(MENTOR)
    await page.getByLabel('I agree').check()
    await page.getByRole('button', { name: /Send/ }).click()
    await page.waitForURL('**/sign-up/mentor/check-your-email/')

    const confirmation = await openMailedLink(context, MENTOR)
    await confirmation.getByRole('button', { name: /Confirm/ }).click()
    await confirmation
      .getByText(/on our list of mentors/i)
      .first()
      .waitFor()
    await context.close()
  })

  it('a mentee does the same on one page, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await visit(context, '/sign-up/mentee/all/')
    await page.getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Enter your full name' }).waitFor()

    await fillIn(page, { name: 'Omar Idris', email: MENTEE, specialty: 'respiratory' })
    await page.getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('button', { name: /Change.*Specialty/s }).click()
    expect(await page.getByLabel('Specialty').inputValue()).toBe('respiratory')
    await page.getByLabel('Specialty').selectOption('cardiology')
    await page.getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('button', { name: /Send/ }).click()
    await page.waitForURL('**/sign-up/mentee/check-your-email/')

    const confirmation = await openMailedLink(context, MENTEE)
    await confirmation.getByRole('button', { name: /Confirm/ }).click()
    await confirmation
      .getByText(/on the waiting list/i)
      .first()
      .waitFor()
    await context.close()
  })

  it('a coordinator sees the suggestion, reads its reasons and confirms; both are introduced', async () => {
    const page = await logIn('coordinator')
    await page.getByRole('heading', { name: '1 mentee waiting' }).waitFor()
    await page.getByRole('link', { name: 'Open matching' }).click()
    await page.getByRole('tab', { name: /^Waiting list/ }).click()
    await page.getByRole('button', { name: 'Suggest mentors for Omar Idris' }).click()
    const candidates = page.getByRole('list', { name: 'Mentors for Omar Idris, best first' })
    const first = candidates.getByRole('listitem').first()
    await first.getByText('Same country').waitFor()
    const words = await first.textContent()
    for (const reason of [
      'Amina Yusuf',
      'Both from Sudan',
      'Both in cardiology',
      'Both speak Arabic',
    ]) {
      expect(words).toContain(reason)
    }
    await page.getByRole('button', { name: 'Introduce Omar Idris and Amina Yusuf' }).click()
    await page.getByRole('button', { exact: true, name: 'Introduce' }).last().click()
    await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
    await page.getByRole('tab', { name: 'Introduced' }).click()
    await page.getByText('Omar Idris with Amina Yusuf').waitFor()

    const toMentor = await postbox.wait(MENTOR, /Meet your mentee/)
    const toMentee = await postbox.wait(MENTEE, /Meet your mentor/)
    expect(toMentor.text).toContain(MENTEE)
    expect(toMentee.text).toContain(MENTOR)
    expect(toMentee.text).toContain('What happens next')
    await page.context().close()
  })

  it('the mentee’s link now says that they are matched', async () => {
    const page = await openMailedLink(await browser.newContext(), MENTEE)
    await page
      .getByText(/matched|mentor for you/i)
      .first()
      .waitFor()
  })
})
