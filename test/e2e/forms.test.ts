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

/** Somebody sends the form of one page. @returns what they have answered */
const signUp = async (more: Record<string, string>) => {
  const answers = menteeForm(more)
  const body = new URLSearchParams(
    Object.entries(answers).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  const headers = { accept: 'application/json' }
  const answer = await fetch(`${server.url}/api/sign-up/mentee`, { method: 'POST', headers, body })
  expect(answer.status, await answer.text()).toBe(202)
  return answers
}
const publicForm = async () => (await fetch(`${server.url}/sign-up/mentee/all/`)).text()

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
    const answers = await signUp({ email: 'dental@example.org', site: 'leedsDentalInstitute' })
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
const KINDS: {
  kind: string
  list?: string
  name: string
  sent: Record<string, string>
  shown: string
}[] = [
  { kind: 'Short text', name: 'Nickname', sent: { nickname: 'Asha' }, shown: 'Asha' },
  { kind: 'Long text', name: 'Story', sent: { story: 'I came by sea.' }, shown: 'I came by sea.' },
  {
    kind: 'One choice from a list',
    list: 'Hospital sites',
    name: 'First site',
    sent: { firstSite: 'lgi' },
    shown: 'Leeds General Infirmary',
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
    shown: '2024-05',
  },
  {
    kind: 'Date',
    name: 'Moved in',
    sent: { 'movedIn-day': '31', 'movedIn-month': '5', 'movedIn-year': '2024' },
    shown: '2024-05-31',
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
    await openMenteeForm(page)
    const rows = page.locator('#field-pages__3__questions')
    const before = await rows.locator('[id^=pages-3-questions-row-]').count()
    for (const [place, { name }] of KINDS.entries()) {
      await rows.getByRole('button', { name: 'Add Question' }).click()
      const row = page.locator(`#pages-3-questions-row-${before + place}`)
      await choose(row.locator(`#field-pages__3__questions__${before + place}__question`), name)
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Mentee sign-up form: “Nickname” is asked.').waitFor()
    expect(await violations(page, '.forms-panel')).toEqual([])
    await publish(page, 4)
    await formWith(server, 'What about Bleep?')
    const html = await publicForm()
    for (const { name } of KINDS) expect(html).toContain(`What about ${name}?`)
    await page.context().close()
  }, 180_000)

  it('are answered, and coordinators read the answers', async () => {
    const own = Object.fromEntries(KINDS.flatMap(({ sent }) => Object.entries(sent)))
    await signUp({ email: 'own@example.org', ...own })
    const page = await logIn('coordinator')
    await openPerson(page, 'own@example.org')
    for (const { name, shown } of KINDS) {
      const field = answerTo(page, name)
      const input = field.locator('input:not([role=combobox]), textarea').first()
      const isTyped = (await field.locator('.rs__control').count()) === 0
      if (isTyped) expect(await input.inputValue(), name).toBe(shown)
      else await field.getByText(shown, { exact: true }).waitFor()
    }
    await page.context().close()
  })

  it('and choices that are retired are on no form any more, and with those who answered', async () => {
    const page = await logIn('comms')
    await openAdmin(page, `${server.url}/admin/collections/choices?limit=10&search=Dental`)
    await page.getByRole('link', { name: 'Leeds Dental Institute' }).click()
    await page.locator('#field-isRetired').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Leeds Dental Institute” is no longer offered.').waitFor()
    await openMenteeForm(page)
    const last = page.locator('[id^=pages-3-questions-row-]').last()
    await last.getByText('Bleep').first().waitFor()
    await last.locator('.array-actions__button').click()
    await page.locator('.array-actions__remove').filter({ visible: true }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Bleep” is no longer asked.').waitFor()
    await publish(page, 5)
    await expect.poll(publicForm, { timeout: 20_000, interval: 500 }).not.toMatch(/Bleep|Dental/)
    await page.context().close()

    const asked = await logIn('coordinator')
    await openPerson(asked, 'own@example.org')
    await answerTo(asked, 'Bleep').waitFor()
    expect(await answerTo(asked, 'Bleep').locator('input').inputValue()).toBe('0113 496 0000')
    await openPerson(asked, 'dental@example.org')
    await asked
      .locator('#field-site, [id*=site]')
      .getByText('Leeds Dental Institute')
      .first()
      .waitFor()
    await asked.context().close()
  })
})

/** A person's record, found by what their list is searched for. */
const openPerson = async (page: Page, sought: string) => {
  const search = new URLSearchParams({ search: sought })
  await openAdmin(page, `${server.url}/admin/collections/mentees?${search.toString()}`)
  await page.locator('.table tbody a').first().click()
  await page.locator('.forms-answers').waitFor()
}

/** The field of a record that holds the answer to a question. */
const answerTo = (page: Page, name: string) =>
  page.locator('.forms-answers .field-type', { hasText: new RegExp(`^${name}`) }).first()

/** The mentee form in the admin, at its last page. */
const openMenteeForm = async (page: Page) => {
  await openAdmin(page, `${server.url}/admin/collections/sign-up-forms`)
  await page.getByRole('link', { name: 'Mentee sign-up form', exact: true }).click()
  const last = page.locator('#pages-row-3')
  await last.waitFor()
  // It is open where it was left open.
  const isClosed = (await last.locator('> .collapsible--collapsed').count()) > 0
  if (isClosed) await last.locator('.collapsible__toggle').first().click()
}
