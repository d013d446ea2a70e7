import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy } from '../helpers/browser.ts'
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
    await page.goto(`${server.url}/admin/collections/choices/create`)
    await page.getByLabel('Name', { exact: false }).first().fill('Leeds Dental Institute')
    await choose(page.locator('#field-list'), 'Hospital sites')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('List “Hospital sites”: “Leeds Dental Institute” is new.').waitFor()
    expect(await violations(page, '.forms-panel')).toEqual([])
    await publish(page, 2)
    await formWith(server, 'Leeds Dental Institute')

    await page.goto(`${server.url}/admin/collections/questions`)
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
