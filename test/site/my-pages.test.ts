import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { type Build, buildSite } from './build-site.ts'
import { attributes, parse, textOf } from './dom.ts'
import { fixture } from './fixture.ts'
import { myPages } from './my-pages.ts'
import { serve } from './serve.ts'

const pages = myPages(fixture())
/** Somebody's own page, in each of its states. */
const own = Object.entries(pages).filter(([, html]) => html.includes('id="next"'))

describe('somebody’s own page', () => {
  it('asks for one thing at a time', () => {
    expect(own.length).toBeGreaterThan(10)
    for (const [address, html] of own) {
      const main = html.slice(html.indexOf('<main'))
      const buttons = main.match(/class="nhsuk-button( nhsuk-button--warning)?"/g) ?? []
      expect(buttons.length, address).toBeLessThanOrEqual(1)
    }
  })

  it('says in words what is done, what is due now, and what comes', () => {
    const html = pages['/server/my/introduced']!
    const moments = parse(html).querySelectorAll('ol.app-timeline > li')
    expect(moments.length).toBeGreaterThan(4)
    for (const moment of moments) expect(textOf(moment)).toMatch(/Done|Now|To come/)
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  })

  it('has ended matches short: neither how to reach somebody nor why they were matched', () => {
    const html = pages['/server/my/over']!
    expect(html).toContain('Earlier matches')
    expect(html).not.toContain('omar@example.org')
    expect(html).not.toContain('Why we matched you')
  })

  it('has the ways out at its end, and none is a red button', () => {
    const html = pages['/server/my/introduced']!
    const links = attributes(
      parse(html).querySelector('section[aria-labelledby="stopping"]')!,
      'href',
    )
    expect(links.map((link) => link.split('?')[0])).toEqual([
      '/my/leave/',
      '/my/withdraw/',
      '/my/erase/',
    ])
    expect(html).not.toContain('nhsuk-button--warning')
    const leave = pages['/server/my/leave']!
    expect(leave).toContain('nhsuk-button--secondary')
    expect(leave).not.toContain('nhsuk-button--warning')
  })
})

describe('the personal pages on a narrow phone', () => {
  let browser: Browser
  let build: Build
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    browser = await launchBrowser()
    build = await buildSite(fixture())
    site = await serve(build.folder, pages)
  })
  afterAll(async () => {
    await browser.close()
    await site.stop()
    await build.remove()
  })

  it.each([
    [
      'wide spaces',
      320,
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    ],
    ['text twice as large', 390, ':root { font-size: 200% !important }'],
  ])(
    'keep what they say inside with %s',
    async (_, width, style) => {
      const page = await browser.newPage({ viewport: { width, height: 640 } })
      const outside: string[] = []
      for (const address of Object.keys(pages)) {
        await page.goto(site.origin + address)
        outside.push(
          ...(await page.evaluate((css) => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync(css)
            document.adoptedStyleSheets = [sheet]
            const edge = window.innerWidth + 1
            return [...document.querySelectorAll('main *')]
              .filter((element) => element.getBoundingClientRect().right > edge)
              .map((element) => `${location.pathname}: ${element.outerHTML.slice(0, 150)}`)
          }, style)),
        )
      }
      await page.close()
      expect(outside).toEqual([])
    },
    120_000,
  )
})
