import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { renderSignUpForm } from '../../site/render.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type Build, buildSite } from './build-site.ts'
import { fixture } from './fixture.ts'
import { serve } from './serve.ts'

const FORM = '/sign-up/mentee/all/'
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What the server sends back, with answers as they were typed and what is wrong with them. */
const sentBack = {
  '/server/typed': renderSignUpForm({
    snapshot: fixture(),
    kind: 'mentee',
    values: { originChoice: 'count', country: 'Atlantis', languages: ['', 'panjabi', 'Elvish'] },
    errors: [
      { field: 'country', message: 'Select a country from the list' },
      { field: 'languages', message: 'Select up to 10 languages from the list' },
    ],
  }),
  '/server/change': renderSignUpForm({
    snapshot: fixture(),
    kind: 'mentee',
    values: { originChoice: 'count', country: 'burma' },
    focus: 'languages',
  }),
}

let browser: Browser
let build: Build
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  browser = await launchBrowser()
  build = await buildSite(fixture())
  site = await serve(build.folder, {
    ...sentBack,
    // The script runs before the first frame, with which browsers move the focus.
    '/server/script-first': sentBack['/server/change'].replace(
      '<script type="module"',
      '$& blocking="render"',
    ),
  })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await build.remove()
})

const open = async (address: string, options: Parameters<Browser['newContext']>[0] = {}) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  await page.goto(site.origin + address, { waitUntil: 'networkidle' })
  const country = page.getByRole('combobox', { name: /call home/ })
  const language = page.getByRole('combobox', { name: 'Add a language' })
  return { page, country, language, close: () => context.close() }
}

/** The options that are shown. */
const offered = (page: Page) =>
  page.locator('.app-combobox [role=option]').filter({ visible: true }).allInnerTexts()

/** What the form sends under a name. */
const answersOf = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (asked) =>
      new FormData(document.querySelector<HTMLFormElement>('main form')!)
        .getAll(asked)
        .map(String)
        .filter(Boolean),
    name,
  )

const said = (page: Page) => page.locator('.app-combobox [role=status]').allInnerTexts()

describe('a country', () => {
  const openAtCountry = async (options?: Parameters<Browser['newContext']>[0]) => {
    const opened = await open(FORM, options)
    await opened.page.getByLabel('Yes, use my country').check()
    return opened
  }

  it('is found by the name people type, and chosen with the keyboard alone', async () => {
    const { page, country, close } = await openAtCountry()
    await country.focus()
    await page.keyboard.type('burma')
    expect(await offered(page)).toEqual(['Myanmar (Burma)'])
    expect(await country.getAttribute('aria-expanded')).toBe('true')
    expect(await answersOf(page, 'country')).toEqual([])

    await page.keyboard.press('ArrowDown')
    const active = await country.getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await country.inputValue()).toBe('Myanmar')
    expect(await country.getAttribute('aria-expanded')).toBe('false')
    expect(await country.getAttribute('aria-activedescendant')).toBeNull()
    expect(await answersOf(page, 'country')).toEqual(['MM'])
    await close()
  })

  it('is found by a finger', async () => {
    const { page, country, close } = await openAtCountry({
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    })
    await country.tap()
    expect((await offered(page)).length).toBeGreaterThan(200)
    await country.fill('uae')
    await page.getByRole('option', { name: 'United Arab Emirates (UAE)' }).tap()
    expect(await country.inputValue()).toBe('United Arab Emirates')
    expect(await answersOf(page, 'country')).toEqual(['AE'])

    await page.getByRole('button', { name: 'Show all' }).first().tap()
    expect((await offered(page)).length).toBeGreaterThan(200)
    await page.getByRole('heading', { level: 1 }).tap()
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await answersOf(page, 'country')).toEqual(['AE'])
    await close()
  })

  it('goes round the list with the arrows, opens it at what is chosen, and closes with Escape', async () => {
    const { page, country, close } = await openAtCountry()
    const activeText = async () =>
      page.locator(`#${await country.getAttribute('aria-activedescendant')}`).innerText()
    await country.focus()
    await page.keyboard.press('ArrowUp')
    expect(await activeText()).toBe('Zimbabwe')
    await page.keyboard.press('ArrowDown')
    expect(await activeText()).toBe('Afghanistan')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)

    await page.keyboard.type('nepal')
    await page.keyboard.press('Tab')
    expect(await country.inputValue()).toBe('Nepal')
    await country.focus()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await activeText()).toBe('Nepal')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await country.inputValue()).toBe('')
    await page.keyboard.press('Tab')
    expect(await answersOf(page, 'country')).toEqual([])
    await close()
  })

  it('typed in full counts, even when the form is sent with the Enter key', async () => {
    const { page, country, close } = await openAtCountry()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await country.fill('cote d’ivoire')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    expect(new URLSearchParams((await sent).postData() ?? '').get('country')).toBe('CI')
    await close()
  })

  it('that is none is sent as it was typed, and stands there again', async () => {
    const { page, country, language, close } = await openAtCountry()
    await country.fill('Atlantis')
    expect(await page.getByText('Nothing found.').first().isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await answersOf(page, 'country')).toEqual(['Atlantis'])

    await page.goto(`${site.origin}/server/typed`, { waitUntil: 'networkidle' })
    expect(await country.inputValue()).toBe('Atlantis')
    expect(await answersOf(page, 'country')).toEqual(['Atlantis'])
    expect(await language.inputValue()).toBe('Elvish')
    expect(await answersOf(page, 'languages')).toEqual(['Elvish', 'pa'])
    await page.getByRole('link', { name: 'Select a country from the list' }).click()
    expect(await country.evaluate((input) => input === document.activeElement)).toBe(true)
    const described = (await country.getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`#${described.trim()}`).innerText()).toContain('Select a country')
    await close()
  })

  it('is announced: how many are found, after a pause', async () => {
    const { page, country, close } = await openAtCountry()
    await country.fill('guinea')
    await expect.poll(() => said(page)).toContain('4 found')
    await country.fill('guineaaa')
    await expect
      .poll(() => said(page))
      .toContain('Nothing found. Check the spelling, or try another name.')
    await close()
  })
})

describe('languages', () => {
  it('are added one by one and removed, each once, and no more than may be', async () => {
    const { page, language, close } = await open(FORM)
    const typed = ['panjabi', 'cantonese', 'tagalog', 'hindi', 'urdu', 'oriya', 'twi', 'dari']
    for (const name of [...typed, 'krio']) {
      await language.fill(name)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    const nine = ['pa', 'yue', 'tl', 'hi', 'ur', 'or', 'tw', 'prs', 'kri']
    expect(await answersOf(page, 'languages')).toEqual(nine)
    await expect.poll(() => said(page)).toContain('Krio added')
    await language.fill('urdu')
    expect(await offered(page)).toEqual([])
    await page.keyboard.press('Escape')
    await language.fill('bsl')
    await page.getByRole('option', { name: 'British Sign Language (BSL)' }).click()
    expect(await language.count()).toBe(0)
    expect(await page.getByText('You can add no more than 10.').isVisible()).toBe(true)

    await page.getByRole('button', { name: 'Remove Hindi' }).click()
    expect(await answersOf(page, 'languages')).not.toContain('hi')
    expect(await language.isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove Filipino')
    await close()
  })

  it('take the focus where the page opens at them, and know what was chosen by another name', async () => {
    for (const address of ['/server/change', '/server/script-first']) {
      const { country, language, close } = await open(address)
      await expect.poll(() => language.evaluate((at) => at === document.activeElement)).toBe(true)
      expect(await country.inputValue()).toBe('Myanmar')
      await close()
    }
  })
})

describe('what was chosen', () => {
  it('is still there after going on and back', async () => {
    const { page, country, language, close } = await open(FORM)
    await page.getByLabel('Yes, use my country').check()
    await country.fill('burma')
    await language.fill('panjabi')
    await language.press('Tab')
    await page.goto(`${site.origin}/privacy/`)
    await page.goBack({ waitUntil: 'networkidle' })
    expect(await country.inputValue()).toBe('Myanmar')
    expect(await page.getByRole('button', { name: 'Remove Punjabi' }).isVisible()).toBe(true)
    expect(await answersOf(page, 'country')).toEqual(['MM'])
    expect(await answersOf(page, 'languages')).toEqual(['pa'])
    await close()
  })
})

describe('the long lists', () => {
  it('are plain lists where scripts do not run', async () => {
    const { page, country, close } = await open(FORM, { javaScriptEnabled: false })
    expect(await page.locator('select#country').isVisible()).toBe(true)
    expect(await page.getByLabel(/Language \d/).count()).toBe(6)
    const labels = await page.locator('select#languages option').allInnerTexts()
    expect(labels).toEqual(expect.arrayContaining(['Punjabi', 'Cantonese', 'Filipino']))
    expect(labels).not.toContain('Avestan')
    expect(await country.getAttribute('aria-controls')).toBeNull()
    await close()
  })

  it('have no accessibility violation when they are open, and fit a narrow page in large text', async () => {
    const { page, country, language, close } = await open('/server/change', {
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
    })
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    await page.evaluate(await readFile(axe, 'utf8'))
    const findings = () =>
      page.evaluate(async () => {
        // Put there by its script.
        const { axe } = window as unknown as {
          axe: { run(at: string): Promise<{ violations: { id: string }[] }> }
        }
        const { violations } = await axe.run('.app-combobox, .app-chosen')
        return violations.map(({ id }) => id)
      })
    for (const [input, text] of [
      [language, 'panjabi'],
      [country, 'guinea'],
      [country, 'qqq'],
      [country, 'saint'],
    ] as const) {
      await input.fill(text)
      await page.keyboard.press('ArrowDown')
      expect([text, await findings()]).toEqual([text, []])
      const tooWide = await page
        .locator('.app-combobox *, .app-chosen *')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
            .map((one) => one.className),
        )
      expect([text, tooWide]).toEqual([text, []])
    }
    await close()
  })

  it('come by a script of their own, on the pages that have them', async () => {
    const { brotliCompressSync } = await import('node:zlib')
    const folder = `${build.folder}/assets`
    const parts = (await readdir(folder)).filter((file) => /^all\.[0-9A-Z]{8}\.js$/.test(file))
    expect(parts).toHaveLength(1)
    const sizes = [`${folder}/site.js`, `${folder}/${parts[0]!}`].map(async (file) =>
      brotliCompressSync(await readFile(file)),
    )
    const [pages, lists] = (await Promise.all(sizes)).map(({ length }) => length)
    expect(pages).toBeLessThan(7_000)
    expect(lists).toBeLessThan(4_000)
    for (const [address, isAsked] of [
      [FORM, true],
      ['/sign-up/', false],
    ] as const) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.goto(site.origin + address, { waitUntil: 'networkidle' })
      expect(asked.includes(`/assets/${parts[0]!}`), address).toBe(isAsked)
      await context.close()
    }
  })
})
