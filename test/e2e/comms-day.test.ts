import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { mentorForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** A day of a comms editor, without a developer: a new page, from its first word to a visitor who reads it. */

const NAME = 'Questions and answers'
/** Of somebody who has signed up: nothing that comms get may hold it. */
const PERSON = 'Zuhayra Quillfeather'
/** Milliseconds a key stroke may take to the preview at the very most, on a busy machine. */
const LONGEST = 10_000

let browser: Browser
let server: RunningServer
let page: Page
let visitors: BrowserContext
const leaks: string[] = []
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({})])
  const signedUp = await fetch(`${server.url}/api/sign-up/mentor`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(signUp()),
  })
  expect(signedUp.status, await signedUp.text()).toBeLessThan(300)
  page = await logInBy(browser, server, 'comms')
  page.on('response', (response) => {
    void response.text().then(
      (text) => text.includes(PERSON) && leaks.push(response.url()),
      () => undefined,
    )
  })
  visitors = await browser.newContext({ locale: 'en-GB' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const signUp = () => {
  const { 'arrival-month': month, 'arrival-year': year, ...answers } = mentorForm({ name: PERSON })
  return { ...answers, arrival: `${String(year)}-${String(month).padStart(2, '0')}`, consent: true }
}

const admin = (path: string) => `${server.url}/admin${path}`
const part = (row: number) => page.locator(`#layout-row-${row}`)
const preview = () => page.frameLocator('.live-preview-window iframe')
const said = (text: string) => page.getByText(text).first().waitFor()

const addPart = async (kind: string) => {
  await page.getByRole('button', { name: 'Add Part' }).click()
  await page.locator(`.thumbnail-card[title="${kind}"]`).click()
}

/** Publishes what is open, and waits until the state beside the form says that it is on the site. */
const publish = async () => {
  await page.getByRole('button', { name: 'Publish changes' }).click()
  const state = page.locator('.publication-state')
  await state.getByText('Building…').waitFor()
  await state.getByText(/^Live at \d\d:\d\d\./).waitFor()
}

const write = async (field: Locator, text: string) => {
  await field.locator('[contenteditable=true]').click()
  await page.keyboard.type(text)
}

describe('a comms editor', () => {
  it('puts a page together from parts, and sees it as it will be while typing', async () => {
    await openAdmin(page, admin('/collections/pages/create'))
    await page.locator('#field-title').fill(NAME)
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await said('successfully')
    await page.waitForURL(/\/pages\/(?!create)[\w-]+$/)
    await openAdmin(page, page.url())

    await addPart('Questions and answers')
    await page.locator('#field-layout__0__title').fill('Before you come')
    await part(0).getByRole('button', { name: 'Add Question' }).click()
    await page.locator('#field-layout__0__questions__0__title').fill('Where do I park?')
    await write(part(0), 'Park behind the chapel.')

    await addPart('Picture')
    await part(1).getByRole('button', { name: 'Create New' }).click()
    const upload = page.locator('.drawer--is-open').last()
    const data = await sharp({
      create: { width: 640, height: 360, channels: 3, background: '#00a499' },
    })
      .png()
      .toBuffer()
    await upload
      .locator('input[type=file]')
      .setInputFiles({ name: 'The way in.png', mimeType: 'image/png', buffer: data })
    await upload.locator('#field-alt').fill('The door of the education centre')
    await upload.locator('#action-save').click()
    await part(1).getByText('the-way-in').first().waitFor()

    await addPart('Text')
    await page.locator('#field-layout__2__title').fill('Still not sure?')
    await write(part(2), 'Come and ask us.')

    await page.locator('#live-preview-toggler').click()
    await preview().getByRole('heading', { level: 1, name: NAME }).waitFor()
    await preview().getByText('Come and ask us.').waitFor()
    await preview().getByAltText('The door of the education centre').waitFor()

    const typed = performance.now()
    await part(2).locator('[contenteditable=true]').press('End')
    await page.keyboard.type(' Any day.')
    await preview().getByText('Come and ask us. Any day.').waitFor({ timeout: LONGEST })
    console.log(`From the first key to the preview: ${Math.round(performance.now() - typed)} ms`)

    // A closed part is known by its kind and its heading.
    await part(0).locator('.part-label').getByText('Before you come').waitFor()
    expect(await part(2).locator('.part-label').innerText()).toMatch(
      /3\s*Text\s*:?\s*Still not sure\?/,
    )
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await said('Draft saved successfully')
    expect((await fetch(`${server.url}/questions-and-answers/`)).status).toBe(404)
  })

  it('publishes it, sees beside the form that it is live, and puts it into the menu', async () => {
    await publish()
    const address = page.url()
    await openAdmin(page, admin('/collections/site-parts'))
    await page.getByRole('link', { name: 'Menu', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Menu' }).waitFor()
    // Nothing of the other parts is asked for here.
    expect(await page.locator('#field-branding__programmeName, #field-contact__team').count()).toBe(
      0,
    )
    await page.getByRole('button', { name: 'Add Link' }).click()
    const row = page.locator('#navigation-links-row-4')
    await row.locator('#field-navigation__links__4__title').fill('Questions')
    await row.locator('.rs__control').click()
    await page.locator('.rs__option').getByText(NAME, { exact: true }).click()
    await publish()
    await openAdmin(page, address)
  })

  it('is read by a visitor, who finds the page by the menu', async () => {
    const visitor = await visitors.newPage()
    await visitor.goto(`${server.url}/`)
    await visitor.getByRole('navigation', { name: 'Menu' }).getByText('Questions').click()
    await visitor.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await visitor.getByText('Where do I park?').click()
    expect(await visitor.getByText('Park behind the chapel.').isVisible()).toBe(true)
    const picture = visitor.getByAltText('The door of the education centre')
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(640)
    expect(await violations(visitor, 'html')).toEqual([])
    await visitor.close()
  })

  it('plans a change for a date, and finds it on the first page', async () => {
    const address = page.url()
    await page.locator('#field-lead').fill('New from spring on.')
    await page.getByRole('button', { name: 'Save Draft' }).click()
    await said('Draft saved successfully')
    await page.locator('.form-submit .popup-button').first().click()
    await page.locator('#schedule-publish').click()
    const dialogue = page.locator('.schedule-publish')
    await dialogue.getByText('London').first().waitFor()
    const time = dialogue.locator('.date-time-picker input')
    await time.fill('1 March 2031, 09:00')
    await time.press('Enter')
    await dialogue.locator('#scheduled-publish-save').click()
    await dialogue.getByText('1 March 2031, 09:00').first().waitFor()
    await openAdmin(page, admin(''))
    await page
      .locator('.start__card', { hasText: 'Planned' })
      .getByText(/Questions and answers goes on the site Saturday 1 March 2031, 9:00am/)
      .waitFor()
    await openAdmin(page, address)
  })

  it('shows the draft to a colleague without an account, until the link is ended', async () => {
    const title = page.locator('#field-title')
    const saved = await title.inputValue()
    await title.fill('Typed and not saved')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.getByLabel('Link to the draft').inputValue()
    const colleague = await visitors.newPage()
    await colleague.goto(link)
    await colleague.getByText('New from spring on.').waitFor()
    expect(await title.inputValue()).toBe('Typed and not saved')
    await title.fill(saved)
    expect(await (await fetch(`${server.url}/questions-and-answers/`)).text()).not.toContain(
      'New from spring on.',
    )
    await page.getByRole('button', { name: 'End all links' }).click()
    await said('All links to this draft have ended.')
    const ended = await colleague.reload()
    expect(ended!.status()).toBeGreaterThanOrEqual(400)
    expect(await colleague.getByText('New from spring on.').count()).toBe(0)
  })

  it('has met nobody on the way', async () => {
    expect(leaks).toEqual([])
    const { docs } = await server.api('coordinator', 'GET', '/mentors')
    expect(docs.map(({ name }: { name: string }) => name)).toEqual([PERSON])
    for (const people of ['mentors', 'mentees', 'matches'])
      await expect(server.api('comms', 'GET', `/${people}`)).rejects.toThrow('403')
  })
})
