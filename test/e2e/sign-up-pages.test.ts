import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { chooseFrom } from '../helpers/choose-from.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** The sign-up page by page, on the production build with a real browser and a real mail server. */

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

const PHONE = { width: 390, height: 844 }

const open = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  const context = await browser.newContext(options)
  return { context, page: await newPage(context) }
}

const newPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return page
}

const at = (page: Page, name: string) => page.waitForURL(`**/sign-up/mentee/${name}/**`)
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

/** Starts, and fills in pages as far as the one named. */
const fillTo = async (page: Page, last: string, email: string) => {
  await page.goto(`${server.url}/sign-up/mentee/`)
  await press(page, 'Start now')
  for (const [name, fill] of Object.entries(PAGES)) {
    await at(page, name)
    if (name === last) return
    await fill(page, email)
    await press(page, 'Continue')
  }
  await at(page, 'check')
}

const PAGES: Record<string, (page: Page, email: string) => Promise<unknown>> = {
  'about-you': async (page, email) => {
    await page.getByLabel('Full name').fill('Omar Idris')
    await page.getByLabel('Email address').fill(email)
  },
  'your-background': async (page) => {
    await page.getByLabel('Yes, use my country').check()
    await chooseFrom(page, { question: /call home/, option: 'Sudan' })
    await chooseFrom(page, { question: /qualify in/, option: 'Sudan' })
    await page.getByLabel('Month').fill('8')
    await page.getByLabel('Year').fill('2026')
  },
  'your-work': async (page) => {
    await page.getByLabel('Medical Training Initiative (MTI)').check()
    await page.getByLabel('Grade').selectOption('fellow')
    await page.getByLabel('Specialty').selectOption('cardiology')
    await page.getByLabel('Hospital site').selectOption('stJames')
  },
  mentoring: async (page) => {
    await page.getByLabel('Finding a home').check()
    await page.getByLabel('I do not mind').check()
  },
}

describe.each([
  ['with JavaScript', {}],
  ['without JavaScript', { javaScriptEnabled: false }],
])('a sign-up %s', (how, options) => {
  const email = `omar.${how.split(' ')[0]}@example.org`

  it('is filled in on a phone, mended, changed and sent', async () => {
    const { context, page } = await open({ ...options, viewport: PHONE })
    await fillTo(page, 'your-background', email)
    await press(page, 'Continue')
    const summary = page.locator('.nhsuk-error-summary')
    await summary
      .getByRole('link', { name: 'Enter the month and year you come to the UK' })
      .waitFor()

    // Back, Forward and loading again are plain loads: nothing is asked, nothing is lost.
    await page.reload()
    await summary.waitFor()
    while (!page.url().endsWith('/about-you/')) await page.goBack()
    expect(await page.getByLabel('Full name').inputValue()).toBe('Omar Idris')
    await page.goForward()
    await page.getByRole('heading', { name: /Your background/ }).waitFor()
    await summary.waitFor()

    for (const name of ['your-background', 'your-work', 'mentoring']) {
      await at(page, name)
      await PAGES[name]!(page, email)
      await press(page, 'Continue')
    }
    await at(page, 'check')
    await page.getByRole('link', { name: /Change.*Specialty/ }).click()
    await at(page, 'your-work')
    expect(await page.locator('#specialty:focus').count()).toBe(1)
    await page.getByLabel('Specialty').selectOption('respiratory')
    await press(page, 'Continue')
    await at(page, 'check')
    await page.getByText('Respiratory').first().waitFor()
    expect(await overflow(page)).toBe(0)

    await press(page, 'Send my sign-up')
    await page.getByRole('link', { name: 'Tick the box to agree' }).waitFor()
    await page.getByLabel('I agree').check()
    await press(page, 'Send my sign-up')
    await at(page, 'check-your-email')
    await postbox.wait(email, /Confirm/)
    await page.goBack()
    await page.getByText('If you have just sent your sign-up').waitFor()
    await context.close()
  }, 120_000)
})

it('opens on another device by a mailed link', async () => {
  const email = 'omar.elsewhere@example.org'
  const { context, page } = await open({ viewport: PHONE })
  await fillTo(page, 'your-background', email)
  await page.getByLabel('Year').fill('2026')
  await press(page, 'Save and return later')
  await at(page, 'save')
  await press(page, 'Email me the link')
  await page.getByRole('heading', { name: /Check your email/ }).waitFor()
  const { text } = await postbox.wait(email, /Continue your sign-up/)
  await context.close()

  const laptop = await open()
  await laptop.page.goto(/http\S+\/sign-up\/continue\/\S+/.exec(text ?? '')![0])
  expect(laptop.page.url()).toBe(`${server.url}/sign-up/continue/`)
  await press(laptop.page, 'Continue here')
  await at(laptop.page, 'your-background')
  expect(await laptop.page.getByLabel('Year').inputValue()).toBe('2026')
  await laptop.context.close()
}, 60_000)

it('keeps what is typed before it is sent on: a tab that is lost loses nothing', async () => {
  const { context, page } = await open()
  await fillTo(page, 'about-you', '')
  const kept = page.waitForResponse((response) => response.status() === 204)
  await page.getByLabel('Full name').fill('Omar Idris')
  await kept
  await page.close()
  const again = await newPage(context)
  await again.goto(`${server.url}/sign-up/mentee/`)
  await press(again, 'Start now')
  await at(again, 'about-you')
  expect(await again.getByLabel('Full name').inputValue()).toBe('Omar Idris')
  await context.close()
}, 60_000)

it('says what to do where cookies are refused', async () => {
  const { context, page } = await open()
  await page.goto(`${server.url}/sign-up/mentee/`)
  await press(page, 'Start now')
  await at(page, 'about-you')
  await context.clearCookies()
  await page.reload()
  await page.getByRole('heading', { name: /Your answers are not here/ }).waitFor()
  await page.getByRole('link', { name: 'answer all questions on one page' }).click()
  await at(page, 'all')
  await page.getByRole('button', { name: 'Check your answers' }).waitFor()
  await context.close()
}, 60_000)

it('is heard and gone through by keyboard in the order in which it is seen', async () => {
  const { context, page } = await open({ viewport: PHONE })
  await fillTo(page, 'about-you', '')
  const heard = await page.locator('main').ariaSnapshot()
  const parts = [
    /heading "[^"]*About you" \[level=1\]/,
    /textbox "Full name/,
    /textbox "Email address/,
    /textbox "Phone number/,
    /button "Continue"/,
    /button "Save and return later"/,
  ]
  const places = parts.map((part) => heard.search(part))
  expect(places, heard).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))

  for (const [name, fill] of Object.entries(PAGES)) {
    await at(page, name)
    const stops = await tabStops(page)
    expect(stops.length, name).toBeGreaterThan(3)
    expect(stops, name).toEqual(stops.toSorted((one, other) => one - other))
    await fill(page, 'omar.keys@example.org')
    await press(page, 'Continue')
  }
  await at(page, 'check')
  await context.close()
}, 120_000)

/** How far down each place is at which the Tab key stops in the main part of a page. */
const tabStops = async (page: Page): Promise<number[]> => {
  const stops: number[] = []
  await page.evaluate(() => document.querySelector('main')!.scrollIntoView())
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const now = document.activeElement
      if (now === document.body || now?.closest('footer')) return 'end'
      return now?.closest('main') ? now.getBoundingClientRect().top + window.scrollY : 'before'
    })
    if (stop === 'end') return stops
    if (stop !== 'before') stops.push(Math.round(stop))
  }
}

it('has no accessibility violation on any page, right or wrong', async () => {
  const { context, page } = await open({ bypassCSP: true, viewport: PHONE })
  const found: string[] = []
  const look = async () => {
    const path = new URL(page.url()).pathname
    found.push(...(await violations(page, 'html')).map((one) => `${path}: ${one}`))
    const pixels = await overflow(page)
    if (pixels > 0) found.push(`${path} is ${pixels} pixels too wide`)
  }
  await page.goto(`${server.url}/sign-up/mentee/`)
  await look()
  await press(page, 'Start now')
  for (const [name, fill] of Object.entries(PAGES)) {
    await at(page, name)
    await look()
    await press(page, 'Continue')
    await page.locator('.nhsuk-error-summary').waitFor()
    await look()
    await fill(page, 'omar.axe@example.org')
    await press(page, 'Continue')
  }
  await at(page, 'check')
  await look()
  await press(page, 'Send my sign-up')
  await page.locator('.nhsuk-error-summary').waitFor()
  await look()
  for (const name of ['save', 'clear']) {
    await page.goto(`${server.url}/sign-up/mentee/${name}/`)
    await look()
  }
  expect(found).toEqual([])
  await context.close()
}, 180_000)

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
