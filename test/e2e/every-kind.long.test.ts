import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { choose, formWith, publish } from '../helpers/editing.ts'
import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** An editor adds a question of every kind by hand, people answer, and it is taken off again. */

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

/** Opens a row of a list. A new one is open until the server has seen it, and may be closed then. */
const openRow = async (page: Page, row: string) => {
  const toggle = page.locator(row).locator('.collapsible__toggle').first()
  for (let isOpenFor = 0; isOpenFor < 4; isOpenFor += 1) {
    await page.waitForTimeout(500)
    if (!(await toggle.getAttribute('class'))?.includes('--collapsed')) continue
    await toggle.click()
    isOpenFor = 0
  }
}

/** A question of each kind that editors may add, and an answer to it as a program sends it. */
const EVERY_KIND: { kind: string; key: string; list?: string; answer: unknown }[] = [
  { kind: 'Short text', key: 'short', answer: 'Chess' },
  { kind: 'Long text', key: 'long', answer: 'I like chess.' },
  {
    kind: 'One choice from a list',
    key: 'one',
    list: 'Hospital sites',
    answer: 'lgi',
  },
  {
    kind: 'Several choices from a list',
    key: 'several',
    list: 'Topics',
    answer: ['housing', 'exams'],
  },
  { kind: 'Yes or no', key: 'whether', answer: true },
  { kind: 'Number', key: 'number', answer: 3 },
  { kind: 'Month and year', key: 'month', answer: '2026-08' },
  { kind: 'Date', key: 'day', answer: '2026-08-31' },
  { kind: 'Phone number', key: 'phoneToo', answer: '07700 900 123' },
  { kind: 'Email address', key: 'emailToo', answer: 'two@example.org' },
  { kind: 'Name', key: 'nickname', answer: 'Omi' },
]
const asked = (kind: string) => `Of the kind ${kind.toLowerCase()}?`

describe('a comms editor, with a question of every kind', () => {
  it('adds them and puts them on a page of their own; visitors are asked them', async () => {
    const page = await logIn('comms')
    for (const { key, kind, list } of EVERY_KIND) {
      await openAdmin(page, `${server.url}/admin/collections/questions/create`)
      await page.locator('#field-adminLabel').fill(`Kind: ${kind}`)
      await choose(page.locator('#field-kind'), kind)
      if (list) await choose(page.locator('#field-list'), list)
      await page.locator('#field-mentee__label').fill(asked(kind))
      await page.locator('#field-purpose').fill('To try it.')
      await page.locator('#field-key').fill(key)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.waitForURL(/questions\/(?!create)/)
    }
    await openAdmin(page, `${server.url}/admin/collections/sign-up-forms`)
    await page.getByRole('link', { name: 'Mentee sign-up form' }).click()
    await page.getByRole('button', { name: 'Add Page' }).click()
    await openRow(page, '#pages-row-4')
    await page.locator('#field-pages__4__title').fill('More about you')
    for (const [place, { kind }] of EVERY_KIND.entries()) {
      await page.locator('#pages-row-4').getByRole('button', { name: 'Add Question' }).click()
      await openRow(page, `#pages-4-questions-row-${place}`)
      const select = page.locator(`#field-pages__4__questions__${place}__question`)
      await choose(select, `Kind: ${kind}`)
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Mentee sign-up form: “Kind: Date” is asked.').waitFor()
    await publish(page, 2)
    for (const { kind } of EVERY_KIND) await formWith(server, asked(kind))
    await page.context().close()
  })

  it('finds nothing of what people answer; a coordinator reads it in words', async () => {
    const { 'arrival-month': _, 'arrival-year': __, ...form } = menteeForm()
    const own = Object.fromEntries(EVERY_KIND.map(({ answer, key }) => [key, answer]))
    const sent = { ...form, name: 'Kim Kinds', arrival: '2026-08', consent: true, ...own }
    const answer = await fetch(`${server.url}/api/sign-up/mentee`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    expect(answer.status, await answer.text()).toBe(202)
    const comms = await logIn('comms')
    await openAdmin(comms, `${server.url}/admin/collections/questions`)
    await comms.getByRole('link', { name: 'Kind: Short text' }).click()
    await comms.locator('#field-purpose').waitFor()
    expect(await comms.locator('body').innerText()).not.toContain('Chess')
    await comms.context().close()

    const page = await logIn('coordinator')
    await openAdmin(page, `${server.url}/admin/collections/mentees`)
    await page.getByRole('link', { name: 'Kim Kinds' }).click()
    await page.getByLabel('Kind: Short text').waitFor()
    const written = await page.locator('.collection-edit__form').innerText()
    const typed = await page
      .locator('.forms-answers input, .forms-answers textarea')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join('\n'))
    for (const { answer: given, kind, list } of EVERY_KIND) {
      expect(written, kind).toContain(`Kind: ${kind}`)
      if (typeof given === 'string' && !list) expect(typed, kind).toContain(given.slice(0, 7))
    }
    await page.context().close()
  })

  it('takes one off again and retires a choice; neither is asked, and no answer is lost', async () => {
    const page = await logIn('comms')
    await openAdmin(page, `${server.url}/admin/collections/sign-up-forms`)
    await page.getByRole('link', { name: 'Mentee sign-up form' }).click()
    await openRow(page, '#pages-row-4')
    const first = page.locator('#pages-4-questions-row-0')
    await first.locator('.array-actions__button').first().click()
    await page.locator('.array-actions__remove:visible').click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Kind: Short text” is no longer asked.').waitFor()

    await openAdmin(page, `${server.url}/admin/collections/choices?search=Seacroft`)
    await page.getByRole('link', { name: 'Seacroft Hospital' }).click()
    await page.locator('#field-isRetired').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('“Seacroft Hospital” is no longer offered.').waitFor()
    await publish(page, 3)
    await expect
      .poll(async () => (await fetch(`${server.url}/sign-up/mentee/all/`)).text(), {
        timeout: 20_000,
        interval: 500,
      })
      .not.toContain(asked('Short text'))
    await page.context().close()

    const coordinator = await logIn('coordinator')
    await openAdmin(coordinator, `${server.url}/admin/collections/mentees`)
    await coordinator.getByRole('link', { name: 'Kim Kinds' }).click()
    const kept = coordinator.getByLabel('Kind: Short text (no longer asked)')
    expect(await kept.inputValue()).toBe('Chess')
    await coordinator.context().close()
  })
})
