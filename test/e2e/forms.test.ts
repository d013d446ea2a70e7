import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { choose, formWith, publish } from '../helpers/editing.ts'
import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** An editor changes the forms in the admin of the production build, and people find them changed. */

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({})])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const logIn = (role: 'comms' | 'coordinator'): Promise<Page> => logInBy(browser, server, role)

describe('a comms editor', () => {
  it('adds a hospital site and changes a hint; both are on the public form', async () => {
    const page = await logIn('comms')
    await openAdmin(page, `${server.url}/admin/collections/choices/create`)
    await page.getByLabel('Name', { exact: false }).first().fill('Leeds Dental Institute')
    await choose(page.locator('#field-list'), 'Hospital sites')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('List “Hospital sites”: “Leeds Dental Institute” is new.').waitFor()
    expect(await violations(page, '.forms-panel')).toEqual([])
    await publish(page, 2)
    await formWith(server, 'Leeds Dental Institute')

    await openAdmin(page, `${server.url}/admin/collections/questions`)
    await page.getByRole('link', { name: 'Phone number' }).click()
    await page.locator('#field-mentee__hint').fill('Only your mentor sees it')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Phone number”: hint changed.').waitFor()
    // What is typed meanwhile is neither published nor lost.
    await page.locator('#field-mentee__hint').fill('Not even saved')
    await page.getByText('What you have typed and not saved is not published.').waitFor()
    await publish(page, 3)
    expect(await page.locator('#field-mentee__hint').inputValue()).toBe('Not even saved')
    await formWith(server, 'Only your mentor sees it')
    await page.context().close()
  })
})

describe('a coordinator', () => {
  it('finds people by the new choice', async () => {
    const answers = menteeForm({ email: 'dental@example.org', site: 'leedsDentalInstitute' })
    const answer = await fetch(`${server.url}/api/sign-up/mentee`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(
        Object.entries(answers).flatMap(([name, value]) =>
          [value].flat().map((one) => [name, one]),
        ),
      ),
    })
    expect(answer.status, await answer.text()).toBe(202)
    const page = await logIn('coordinator')
    const row = page.getByRole('link', { name: answers.name })
    const filterBy = async (option: string) => {
      await page.goto(`${server.url}/admin/collections/mentees`)
      await row.waitFor()
      await page.getByText('Filter by answers').click()
      const site = page.locator('.forms-filters__inputs > div', { hasText: 'Hospital site' })
      await choose(site, option)
      await page.getByText('Filtered by: Hospital site').waitFor()
    }
    await filterBy('Seacroft Hospital')
    await row.waitFor({ state: 'detached' })
    await filterBy('Leeds Dental Institute')
    await row.waitFor()
    await row.click()
    await page
      .locator('#field-site, [id*=site]')
      .getByText('Leeds Dental Institute')
      .first()
      .waitFor()
    await page.context().close()
  })
})

/** What an editor adds, with an answer as a form sends it and as staff read it. */
const KINDS = [
  { kind: 'Short text', name: 'Nickname', sent: { nickname: 'Asha' }, shown: 'Asha' },
  { kind: 'Long text', name: 'Story', sent: { story: 'I came by sea.' }, shown: 'I came by sea.' },
  {
    kind: 'One choice from a list',
    list: 'Hospital sites',
    name: 'First site',
    sent: { firstSite: 'sjuh' },
    shown: 'St James’s University Hospital',
  },
  {
    kind: 'Several choices from a list',
    list: 'Topics',
    name: 'Helped with',
    sent: { helpedWith: 'exams' },
    shown: 'Exams',
  },
  { kind: 'Yes or no', name: 'Drives', sent: { drives: 'true' }, shown: 'Yes' },
  { kind: 'Number', name: 'Children', sent: { children: '2' }, shown: '2' },
  {
    kind: 'Month and year',
    name: 'First post',
    sent: { 'firstPost-month': '5', 'firstPost-year': '2024' },
    shown: 'May 2024',
  },
  {
    kind: 'Date',
    name: 'Moved in',
    sent: { 'movedIn-day': '31', 'movedIn-month': '5', 'movedIn-year': '2024' },
    shown: '31 May 2024',
  },
  { kind: 'Phone number', name: 'Bleep', sent: { bleep: '0113 496 0000' }, shown: '0113 496 0000' },
]

describe('questions of every kind', () => {
  it('are added by hand and asked on the public form', async () => {
    const page = await logIn('comms')
    for (const { kind, list, name } of KINDS) {
      await openAdmin(page, `${server.url}/admin/collections/questions/create`)
      await page.locator('#field-adminLabel').fill(name)
      await choose(page.locator('#field-kind'), kind)
      if (list) await choose(page.locator('#field-list'), list)
      await page.locator('#field-mentee__label').fill(`What about ${name}?`)
      await page.locator('#field-purpose').fill('To try it.')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.waitForURL(/questions\/(?!create)/)
    }
    await openAdmin(page, `${server.url}/admin/collections/sign-up-forms`)
    await page
      .getByRole('link', { name: /mentee/i })
      .first()
      .click()
    await page.locator('#pages-row-3').waitFor()
    await page.locator('#pages-row-3 .collapsible__toggle').first().click()
    const rows = page.locator('#field-pages__3__questions')
    const before = await rows.locator('[id^=pages-3-questions-row-]').count()
    for (const [place, { name }] of KINDS.entries()) {
      await rows.getByRole('button', { name: 'Add Question' }).click()
      const row = page.locator(`#pages-3-questions-row-${before + place}`)
      await choose(row.locator(`#field-pages__3__questions__${before + place}__question`), name)
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Bleep” is asked.').waitFor()
    expect(await violations(page, '.forms-panel')).toEqual([])
    await publish(page, 4)
    await formWith(server, 'What about Bleep?')
    const html = await (await fetch(`${server.url}/sign-up/mentee/all/`)).text()
    for (const { name } of KINDS) expect(html).toContain(`What about ${name}?`)
    await page.context().close()
  }, 180_000)
})
