import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin, reloadAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** An editor publishes, sees what became of it, puts an earlier publication back, and goes on. */

let browser: Browser
let server: RunningServer
let page: Page
let link: string
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
  const { doc } = await server.api('comms', 'POST', '/resource-links', {
    title: 'Exams in spring',
    url: 'https://example.org/exams',
    audience: 'Everyone',
    description: 'What to know',
    _status: 'published',
  })
  link = doc.id
  await shows('Exams in spring')
  page = await logInBy(browser, server, 'comms')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const site = async () => (await fetch(`${server.url}/resources/`)).text()
const shows = (text: string) =>
  vi.waitFor(async () => expect(await site()).toContain(text), { timeout: 60_000, interval: 250 })
const admin = (path: string) => `${server.url}/admin${path}`

describe('an editor', () => {
  it('sees beside the document that it is on its way, then since when it is live', async () => {
    await openAdmin(page, admin(`/collections/resource-links/${link}`))
    const state = page.locator('.publication-state')
    await state.getByText(/^Live at \d\d:\d\d\./).waitFor()
    await page.getByLabel('Title').fill('Exams in autumn')
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await state.getByText('Building…').waitFor()
    await state.getByText(/^Live at \d\d:\d\d\./).waitFor()
    expect(await site()).toContain('Exams in autumn')
    expect(await state.getByRole('link', { name: /See it/ }).getAttribute('href')).toBe(
      '/resources/',
    )
    expect(await violations(page, '.publication-state')).toEqual([])
  })

  it('reads what a publication was about, with the way to what differs', async () => {
    await openAdmin(page, admin('/collections/publications'))
    const rows = page.locator('tbody tr')
    await expect.poll(() => rows.first().innerText()).toMatch(/Live[^]*Robin[^]*Exams in autumn/)
    await rows.first().getByRole('link').first().click()
    await page.getByRole('link', { name: 'See the difference' }).waitFor()
    expect(await page.locator('.publication').innerText()).toMatch(
      /Publication 3[^]*Live[^]*Something was published[^]*Robin[^]*pages[^]*Exams in autumn/,
    )
    expect(await violations(page, '.publication')).toEqual([])
    await page.getByRole('link', { name: 'See the difference' }).click()
    await page.getByText('Exams in autumn').first().waitFor()
    await page.getByText('Exams in spring').first().waitFor()
  })

  it('puts the one before back, is asked first, and goes on when it is mended', async () => {
    await openAdmin(page, admin('/collections/publications'))
    await page.locator('tbody tr').nth(1).getByRole('link').first().click()
    await page.getByRole('button', { name: 'Put this one back' }).click()
    const question = page.locator('dialog, [role=dialog], .confirmation-modal').last()
    await question.getByText(/Visitors see the pages, words and pictures/).waitFor()
    await question.getByText(/Sign-up forms do not go back/).waitFor()
    await question.getByRole('button', { name: 'Put this one back' }).click()
    await page
      .getByText(/is live again/)
      .first()
      .waitFor()
    expect(await site()).toContain('Exams in spring')

    await openAdmin(page, admin(`/collections/resource-links/${link}`))
    await page
      .locator('.publication-state')
      .getByText(/an earlier publication was put back/)
      .waitFor()
    await server.kill()
    await server.restart()
    expect(await site()).toContain('Exams in spring')

    await openAdmin(page, admin('/'))
    await page.getByText('An earlier publication was put back').waitFor()
    expect(await violations(page, '.publication-held')).toEqual([])
    await page.getByRole('button', { name: 'Go on publishing' }).click()
    await shows('Exams in autumn')
    await reloadAdmin(page)
    await expect.poll(() => page.getByText('An earlier publication was put back').count()).toBe(0)
  })
})
