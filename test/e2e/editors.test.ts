import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** Comms editors in the admin of the production build: two at once, an older version, and a date. */

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({})])
  await server.api('admin', 'POST', '/users', {
    email: 'coordinator2@example.org',
    name: 'Sam Patel',
    role: 'comms',
    password: server.password,
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const logIn = async (email = 'comms@example.org'): Promise<Page> => {
  if (email === 'comms@example.org') return logInBy(browser, server, 'comms')
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  page.setDefaultTimeout(30_000)
  await openAdmin(page, `${server.url}/admin/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(server.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor()
  return page
}

const makeLink = async (title: string, status: 'draft' | 'published' = 'published') => {
  const { doc } = await server.api('comms', 'POST', `/resource-links?draft=${status === 'draft'}`, {
    title,
    url: 'https://example.org/',
    audience: 'Doctors',
    description: 'A page',
    _status: status,
  })
  return {
    id: doc.id as string,
    address: `${server.url}/admin/collections/resource-links/${doc.id}`,
  }
}

const publicPage = async () => (await fetch(`${server.url}/resources/`)).text()
const open = async (page: Page, address: string) => {
  await openAdmin(page, address)
  await page.locator('#field-title').waitFor()
}

describe('two editors of one link', () => {
  it('lose nothing: the second is told who was first, sees what they changed, and goes on', async () => {
    const { address, id } = await makeLink('Before')
    const [robin, sam] = await Promise.all([logIn(), logIn('coordinator2@example.org')])
    await Promise.all([robin, sam].map((page) => open(page, address)))

    // Not by the form: Payload may take Sam for editing again when its last question comes after the save.
    const status = await sam.evaluate(async (link) => {
      const body = JSON.stringify({ title: 'By Sam', _status: 'published' })
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`/api/resource-links/${link}`, { method: 'PATCH', headers, body })).status
    }, id)
    expect(status).toBe(200)

    await robin.locator('#field-description').fill('Words of Robin')
    const publish = robin.getByRole('button', { name: 'Publish changes' })
    const notice = robin.locator('.stale')
    await publish.click()
    await notice
      .getByText(/^Sam Patel published this on \w+ \d+ \w+ \d{4}, .* after you opened it here/)
      .waitFor()
    expect(await robin.locator('#field-description').inputValue()).toBe('Words of Robin')
    expect(await violations(robin, '.stale')).toEqual([])
    // The way to what they have changed.
    const way = notice.getByRole('link', { name: /See what they have changed/ })
    await expect.poll(() => way.getAttribute('href')).toMatch(/\/versions\/[\w-]+$/)
    const compared = await robin.context().newPage()
    await compared.goto(new URL((await way.getAttribute('href'))!, server.url).href)
    await compared.getByText('By Sam').first().waitFor()
    await compared.close()
    // As long as nobody decides, it stays refused; it can be tried again with nothing else typed.
    await publish.click()
    await expect.poll(() => publish.isEnabled()).toBe(true)
    await notice.waitFor()
    await robin.locator('#field-title').fill('By Sam and Robin')
    await notice.getByRole('button', { name: /Keep mine/ }).click()
    await robin.getByRole('button', { name: 'Publish changes' }).click()
    await robin.getByText('Updated successfully').first().waitFor()
    // One save after the other of the same editor is no conflict.
    await robin.locator('#field-joining').fill('Free to use')
    await robin.getByRole('button', { name: 'Save Draft' }).click()
    await robin.getByText('Draft saved successfully').first().waitFor()
    await robin.locator('#field-joining').fill('Free')
    await robin.getByRole('button', { name: 'Publish changes' }).click()
    await robin.getByText('Updated successfully').first().waitFor()
    expect(await notice.count()).toBe(0)
    const now = await server.api('comms', 'GET', `/resource-links/${id}`)
    expect(now).toMatchObject({
      title: 'By Sam and Robin',
      description: 'Words of Robin',
      joining: 'Free',
    })

    await robin.goto(`${address}/versions`)
    const rows = robin.locator('.history tbody tr')
    await rows.first().waitFor()
    const by = await rows.evaluateAll((all) => all.map((row) => row.children[1]!.textContent))
    expect(by).toEqual(['Robin', 'Robin', 'Robin', 'Sam Patel', 'Robin'])
    expect(await violations(robin, '.history')).toEqual([])
    await Promise.all([robin, sam].map((page) => page.context().close()))
  })

  it('are told by name that a colleague has it open', async () => {
    const { address } = await makeLink('Open twice')
    const sam = await logIn('coordinator2@example.org')
    await open(sam, address)
    const locked = sam.waitForResponse((response) => response.request().method() === 'POST')
    await sam.locator('#field-title').fill('Being changed')
    await locked
    const robin = await logIn()
    await openAdmin(robin, address)
    const dialogue = robin.locator('.document-locked')
    await dialogue.getByText('Sam Patel', { exact: true }).waitFor()
    expect(await dialogue.innerText()).not.toMatch(/@|[0-9a-f]{24}|[0-9a-f]{8}-/)
    await Promise.all([robin, sam].map((page) => page.context().close()))
  })
})

describe('an older version', () => {
  it('is put back as a draft; the site stays as it is until it is published', async () => {
    const { address, id } = await makeLink('The first title')
    await server.api('comms', 'PATCH', `/resource-links/${id}`, {
      title: 'The second title',
      _status: 'published',
      changeNote: 'A better title',
    })
    await expect.poll(publicPage, { timeout: 30_000 }).toContain('The second title')
    const page = await logIn()
    await page.goto(`${address}/versions`)
    await page.getByText('A better title').waitFor()
    await page.locator('.history tbody tr').last().getByRole('link').click()
    await page.getByRole('button', { name: 'Put back as a draft' }).first().waitFor()
    expect(await page.locator('.restore-version').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Put back as a draft' }).first().click()
    await page.locator('#confirm-action').click()
    await page.getByText('Put back as a draft. The site has not changed').waitFor()
    await page.waitForURL(address)
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe('The first title')
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(await publicPage()).toContain('The second title')
    await page.goto(`${server.url}/admin`)
    const drafts = page.locator('.start__card', { hasText: 'Drafts' })
    await drafts.getByText(/The first title, resource link\. Saved by Robin/).waitFor()
    expect(await violations(page, '.start')).toEqual([])
    await drafts.getByRole('link', { name: 'The first title' }).click()
    await page.getByRole('button', { name: 'Publish changes' }).click()
    await expect.poll(publicPage, { timeout: 30_000 }).toContain('The first title')
    await page.context().close()
  })
})

describe('a date', () => {
  it('is chosen in the dialogue in UK time, stands on the first page, and can be cancelled there', async () => {
    const { address, id } = await makeLink('Goes up by itself', 'draft')
    const page = await logIn()
    await open(page, address)
    await choose(await openDialogue(page), '25 December 2030, 09:00')
    await page.goto(`${server.url}/admin`)
    const planned = page.locator('.start__card', { hasText: 'Planned' })
    await planned
      .getByText(
        /Goes up by itself goes on the site Wednesday 25 December 2030, 9:00am, planned by Robin/,
      )
      .waitFor()
    await planned.getByRole('button', { name: 'Cancel' }).click()
    await planned.getByText('Nothing goes on the site or comes off it on a date.').waitFor()
    expect(
      (await server.api('admin', 'GET', '/payload-jobs?where[taskSlug][equals]=schedulePublish'))
        .totalDocs,
    ).toBe(0)
    expect((await server.api('comms', 'GET', `/resource-links/${id}?draft=true`))._status).toBe(
      'draft',
    )
    await page.context().close()
  })

  it('that the server refuses is told as refused, and is not planned', async () => {
    const email = 'coordinator2@example.org'
    const { docs } = await server.api('admin', 'GET', `/users?where[email][equals]=${email}`)
    const setRole = (role: string) => server.api('admin', 'PATCH', `/users/${docs[0].id}`, { role })
    const { address } = await makeLink('Not to be planned', 'draft')
    const page = await logIn(email)
    await open(page, address)
    const dialogue = await openDialogue(page)
    const input = dialogue.locator('.date-time-picker input')
    await input.fill('25 December 2030, 09:00')
    await input.press('Enter')
    // Since the dialogue was opened, they may not publish any more.
    await setRole('coordinator')
    await dialogue.locator('#scheduled-publish-save').click()
    await page.getByText('You are not allowed to perform this action.').waitFor()
    expect(await page.getByText('Scheduled successfully').count()).toBe(0)
    await setRole('comms')
    const planned = await server.api(
      'admin',
      'GET',
      '/payload-jobs?where[taskSlug][equals]=schedulePublish',
    )
    expect(planned.totalDocs).toBe(0)
    await page.context().close()
  })

  it('brings the draft on the site within a minute of its time, and what could not be stands out', async () => {
    const lost = await makeLink('In the bin by then', 'draft')
    const { address, id } = await makeLink('Up on time', 'draft')
    const page = await logIn()
    await open(page, lost.address)
    // The next minute but one.
    const at = new Date(Math.ceil(Date.now() / 60_000 + 1) * 60_000)
    await choose(await openDialogue(page), inUK(at))
    await server.api('comms', 'PATCH', `/resource-links/${lost.id}`, {
      deletedAt: new Date().toISOString(),
    })
    await open(page, address)
    await choose(await openDialogue(page), inUK(at))
    await expect
      .poll(publicPage, { timeout: at.getTime() - Date.now() + 60_000, interval: 1000 })
      .toContain('Up on time')
    expect(Date.now()).toBeGreaterThan(at.getTime())
    const { changedBy } = await server.api('comms', 'GET', `/resource-links/${id}`)
    expect(changedBy).toBe('Robin, on a planned date')
    await page.goto(`${server.url}/admin`)
    const missed = page.locator('.start__card', { hasText: 'Not done on its date' })
    const border = missed.evaluate((card) => {
      card.style.color = 'var(--theme-error-500)'
      const { borderLeftColor, borderLeftWidth, color } = getComputedStyle(card)
      return [borderLeftWidth, borderLeftColor === color]
    })
    expect(await border).toEqual(['4px', true])
    await page.context().close()
  }, 240_000)
})

/** Payload’s dialogue for what is to happen on a date. */
const openDialogue = async (page: Page): Promise<Locator> => {
  await page.locator('.form-submit .popup-button').first().click()
  await page.locator('#schedule-publish').click()
  const dialogue = page.locator('.schedule-publish')
  await dialogue.getByText('London').first().waitFor()
  return dialogue
}

const choose = async (dialogue: Locator, time: string) => {
  const input = dialogue.locator('.date-time-picker input')
  await input.fill(time)
  await input.press('Enter')
  await dialogue.locator('#scheduled-publish-save').click()
  await dialogue.getByText(time).first().waitFor()
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })

/** As the admin shows and takes a time. */
const inUK = (date: Date): string => `${DAY.format(date)}, ${TIME.format(date)}`
