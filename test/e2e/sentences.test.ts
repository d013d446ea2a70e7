import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** Comms change a sentence of the site, in the admin of the production build. */

let browser: Browser
let server: RunningServer
let page: Page
let address: string
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({})])
  page = await logInBy(browser, server, 'comms')
  const { docs } = await server.api('comms', 'GET', '/site-parts?where[part][equals]=words')
  address = `${server.url}/admin/collections/site-parts/${docs[0].id}`
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const input = (name: string) => page.getByRole('textbox', { name, exact: true })
const look = async (text: string) => {
  await page.getByLabel('Find a sentence').fill(text)
  await page.locator('.sentences__count', { hasText: 'found' }).waitFor()
}
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const preview = () => page.frameLocator('.live-preview-window iframe')
const noDraft = async () =>
  (await fetch(`${server.url}/sign-up/mentee/check`, { headers: { accept: 'text/html' } })).text()

describe('a comms editor', () => {
  it('finds a sentence by its words, with what it came with beside it', async () => {
    await openAdmin(page, address)
    await page.getByRole('heading', { level: 1, name: 'Buttons, hints' }).waitFor()
    expect(await input('Sign-up: heading for mentees').count()).toBe(0)
    await page.getByText('Parts of pages').click()
    await said('It came with: “I want a mentor”')
    expect(await violations(page, '.sentences')).toEqual([])
    await look('want a MENTOR')
    expect(await page.locator('.sentence').count()).toBe(1)
    await look('no such words').catch(() => undefined)
    await said('No sentence found.')
  }, 60_000)

  it('is told beside the sentence what is wrong with other words, before anything is kept', async () => {
    await look('how far somebody is')
    await page.getByRole('button', { name: 'Copy it to change it: Questions: how far' }).click()
    expect(await input('Questions: how far somebody is').inputValue()).toBe(
      'Page {{number}} of {{count}}',
    )
    await input('Questions: how far somebody is').fill('Page {{number}}')
    await page.getByLabel('Find a sentence').focus()
    await said('Keep {{count}} in it')
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await said(/invalid/)
    const { docs } = await server.api('comms', 'GET', '/site-parts?where[part][equals]=words')
    expect(docs[0].words?.changed ?? null).toBeNull()
    await page.getByRole('button', { name: 'Use what it came with: Questions: how far' }).click()
    expect(await input('Questions: how far somebody is').inputValue()).toBe('')
  })

  it('sees it on the page where it stands, while typing', async () => {
    await look('No answers here: heading')
    await page.locator('#live-preview-toggler').click()
    await preview().getByText('See it on another page').click()
    await preview().getByRole('link', { name: 'Sign-up: no answers' }).click()
    await preview().getByRole('heading', { level: 1, name: 'Your answers are not here' }).waitFor()
    await input('No answers here: heading').fill('We have lost sight of your answers')
    await preview().getByRole('heading', { level: 1, name: 'We have lost sight' }).waitFor()
    await page.locator('#live-preview-toggler').click()
    await look('Sign-up: heading for mentees')
    await input('Sign-up: heading for mentees').fill('Find me a mentor')
    expect(await noDraft()).toContain('Your answers are not here')
  })

  it('publishes it: visitors read it on built pages, and on those made on request', async () => {
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await page
      .locator('.publication-state')
      .getByText(/^Live at \d\d:\d\d\./)
      .waitFor()
    await expect
      .poll(async () => (await fetch(`${server.url}/sign-up/`)).text(), { timeout: 20_000 })
      .toContain('Find me a mentor')
    expect(await noDraft()).toContain('We have lost sight of your answers')
  })

  it('finds what was changed, and what it was before, under “Versions”', async () => {
    await openAdmin(page, address)
    await page.getByLabel('Only what we have changed').click()
    await said('2 found.')
    await input('No answers here: heading').fill('')
    await said('2 found.')
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await said('Draft saved successfully')
    await openAdmin(page, address)
    await said('1 changed')
    expect(await page.getByText('1 changed').count()).toBe(1)
    await openAdmin(page, `${address}/versions`)
    await page.locator('tbody tr').nth(1).getByRole('link').click()
    await page.getByText('“Parts of pages”, “Sign-up: heading for mentees”').first().waitFor()
    const differences = await page.locator('.field-diff-container').allInnerTexts()
    const shown = differences.join(' ').replace(/\s+/g, ' ')
    expect(shown).toMatch(/I want a mentor.*Find me a mentor/)
    expect(shown).toMatch(/Your answers are not here.*We have lost sight of your answers/)
    expect(shown).not.toContain('parts.wantsMentor')
  })
})
