import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderFault } from '../../site/render.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type Build, buildSite, pagesOf } from './build-site.ts'
import { emptyFixture, fixture, oddFixture } from './fixture.ts'
import { serve } from './serve.ts'
import { serverPages } from './server-pages.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  { content: 'full', snapshot: fixture(), isLooked: () => true },
  {
    content: 'empty',
    snapshot: emptyFixture(),
    isLooked: (address: string) => ['/', '/resources/'].includes(address),
  },
  {
    content: 'odd',
    snapshot: oddFixture(),
    isLooked: (address: string) =>
      ['/', '/privacy/', '/resources/', '/sign-up/mentee/', '/sign-up/mentee/all/'].includes(
        address,
      ),
  },
])('the site of a $content snapshot in a browser', ({ snapshot, isLooked }) => {
  let build: Build
  let site: Awaited<ReturnType<typeof serve>>
  let addresses: string[]

  beforeAll(async () => {
    build = await buildSite(snapshot)
    const rendered = { ...serverPages(snapshot), '/server/fault': renderFault() }
    site = await serve(build.folder, rendered)
    addresses = [...Object.keys(await pagesOf(build.folder)), ...Object.keys(rendered)].filter(
      isLooked,
    )
  })
  afterAll(async () => {
    await site.stop()
    await build.remove()
  })

  // A browser that is set to the dark is shown the same: none may darken a part of it.
  it.each([
    ['phone in the dark', { viewport: SIZES.phone, colorScheme: 'dark' as const }],
    ['laptop', { viewport: SIZES.laptop }],
  ])(
    'has no accessibility violation on a %s',
    async (_, look) => {
      const context = await browser.newContext({ ...look, bypassCSP: true })
      const page = await context.newPage()
      const script = await readFile(axe, 'utf8')
      const found: string[] = []
      for (const address of addresses) {
        await page.goto(site.origin + address)
        await page.evaluate(script)
        for (const { id, nodes } of await violations(page)) {
          found.push(`${address}: ${id} at ${nodes}`)
        }
      }
      await context.close()
      expect(found).toEqual([])
    },
    180_000,
  )

  it.each(Object.entries(SIZES))(
    'obeys a strict content policy, asks no other host and fits its width at %s size',
    async (_, viewport) => {
      const context = await browser.newContext({ viewport })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) complaints.push(request.url())
      })
      for (const address of addresses) {
        await page.goto(site.origin + address)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (overflow > 0) complaints.push(`${address} is ${overflow} pixels too wide`)
      }
      await context.close()
      expect(complaints).toEqual([])
    },
  )
})

it('text from right to left begins at the right, in whatever it stands', async () => {
  const build = await buildSite(oddFixture())
  const site = await serve(build.folder)
  const page = await browser.newPage({ viewport: SIZES.phone })
  await page.goto(site.origin)
  const gaps = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li)')]
      .filter(({ textContent }) => /^\s*[\u0600-\u06ff]/.test(textContent))
      .map((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        // The first line of the text, and the box it stands in.
        const [line] = range.getClientRects()
        return Math.round(element.getBoundingClientRect().right - line!.right)
      }),
  )
  expect(gaps.length).toBeGreaterThan(2)
  for (const gap of gaps) expect(gap).toBeLessThanOrEqual(40)
  await page.close()
  await site.stop()
  await build.remove()
})

describe('the sign-up form in a browser', () => {
  let build: Build
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    build = await buildSite(fixture())
    site = await serve(build.folder, serverPages(fixture()))
  })
  afterAll(async () => {
    await site.stop()
    await build.remove()
  })

  const open = async (address: string, options: Parameters<Browser['newContext']>[0] = {}) => {
    const context: BrowserContext = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(site.origin + address, { waitUntil: 'networkidle' })
    return { page, close: () => context.close() }
  }

  it('asks for the country once it should count', async () => {
    const { page, close } = await open('/sign-up/mentee/all/')
    expect(await page.locator('#country').isVisible()).toBe(false)
    await page.getByLabel('Yes, use my country').check()
    expect(await page.locator('#country').isVisible()).toBe(true)
    await page.getByLabel('Prefer not to say').last().check()
    expect(await page.locator('#country').isVisible()).toBe(false)
    await close()
  })

  it('asks for the country plainly where scripts do not run', async () => {
    const { page, close } = await open('/sign-up/mentee/all/', { javaScriptEnabled: false })
    expect(await page.locator('#country').isVisible()).toBe(true)
    await close()
  })

  it('gives the focus to the error summary, whose links lead to the answers', async () => {
    const { page, close } = await open('/server/mentor/errors')
    expect(await focusedElement(page)).toContain('nhsuk-error-summary')
    await page.getByRole('link', { name: /month and year/ }).click()
    expect(await focusedElement(page)).toContain('#arrival-month')
    await close()
  })

  it('opens at the answer that is to be changed, scripts or not', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await open('/server/mentor/change', { javaScriptEnabled })
      const focused = page.locator('#arrival-month:focus')
      expect(await focused.count()).toBe(1)
      await close()
    }
  })

  it('counts the characters that are left', async () => {
    const { page, close } = await open('/sign-up/mentor/all/')
    await page.locator('#about').fill('Twelve chars')
    await expect.poll(() => page.locator('.nhsuk-character-count').innerText()).toContain('588')
    await close()
  })

  it('sends the answers to be changed, with the question, without a script', async () => {
    const { page, close } = await open('/server/mentor/check', { javaScriptEnabled: false })
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByRole('button', { name: /Full name/ }).click()
    const body = new URLSearchParams((await sent).postData() ?? '')
    expect((await sent).url()).toBe(`${site.origin}/api/sign-up/mentor`)
    expect(body.get('step')).toBe('change')
    expect(body.get('change')).toBe('name')
    expect(body.getAll('topics')).toEqual(['housing', 'exams'])
    expect(body.get('about')).toMatch(/^I like long walks\.\r?\nI am learning to cook\.$/)
    await close()
  })

  it('sends once, however often the button is pressed', async () => {
    const { page, close } = await open('/server/mentor/check')
    let sent = 0
    await page.route('**/api/sign-up/mentor', async (route) => {
      sent += 1
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.fulfill({ status: 204 })
    })
    await page.getByRole('button', { name: 'Send my sign-up' }).dblclick()
    await page.waitForTimeout(600)
    expect(sent).toBe(1)
    await close()
  })

  it('puts what does not fit a phone into a menu that opens', async () => {
    const { page, close } = await open('/', { viewport: SIZES.phone })
    await page.getByRole('button', { name: 'Browse More' }).click()
    expect(await page.getByRole('link', { name: 'Resources', exact: true }).isVisible()).toBe(true)
    await close()
  })
})

const violations = (page: Page): Promise<{ id: string; nodes: string }[]> =>
  page.evaluate(async () => {
    type Found = { id: string; nodes: { target: unknown[] }[] }
    // Put there by its script.
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }
    const result = await axe.run()
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target }) => String(target)).join(', '),
    }))
  })

const focusedElement = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.className} #${document.activeElement?.id}`)
