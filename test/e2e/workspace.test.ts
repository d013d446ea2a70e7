import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { menteeForm, mentorForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** The coordinators' workspace in a browser: by mouse, by keyboard, on a phone, and by two at once. */

let browser: Browser
let postbox: Postbox
let server: RunningServer
let page: Page
beforeAll(async () => {
  postbox = await openPostbox()
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ SMTP_URL: postbox.url })])
  await signUp('mentor', {
    name: 'Amina Yusuf',
    email: 'amina@example.org',
    country: 'SD',
    capacity: '3',
  })
  await signUp('mentor', {
    name: 'Bilal Khan',
    email: 'bilal@example.org',
    country: 'PK',
    capacity: '1',
  })
  await signUp('mentee', { name: 'Omar Idris', email: 'omar@example.org', country: 'SD' })
  await signUp('mentee', { name: 'Hala Osman', email: 'hala@example.org', country: 'EG' })
  await signUp('mentee', { name: 'Sana Malik', email: 'sana@example.org', country: 'PK' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postbox?.close()
})
beforeEach(async () => {
  page = await logIn()
})

/** Signs somebody up and confirms, as they would, without a browser. */
const signUp = async (kind: 'mentee' | 'mentor', changes: Record<string, string>) => {
  const {
    'arrival-month': _m,
    'arrival-year': _y,
    ...form
  } = kind === 'mentor' ? mentorForm() : menteeForm()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ ...form, arrival: '2024-08', ...changes })
  await fetch(`${server.url}/api/sign-up/${kind}`, { method: 'POST', headers, body })
  const { text } = await postbox.wait(changes.email!, /Confirm/)
  const token = /token=([\w-]+)/.exec(text ?? '')![1]
  await fetch(`${server.url}/sign-up/confirm/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
    redirect: 'manual',
  })
}

const logIn = async (viewport = { width: 1280, height: 900 }): Promise<Page> => {
  const context = await browser.newContext({ viewport })
  await context.request.post(`${server.url}/api/users/login`, {
    data: { email: 'coordinator@example.org', password: server.password },
  })
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(20_000)
  await fresh.goto(`${server.url}/admin/matching`)
  await fresh.getByRole('heading', { level: 1, name: 'Matching' }).waitFor()
  return fresh
}

const agree = (on: Page) => on.locator('.confirmation-modal').getByRole('button').last().click()

describe('the matching workspace', () => {
  it('proposes for all who wait, says that it is proved, and tells nobody', async () => {
    const mailsBefore = postbox.messages.length
    await page.getByText('3 mentees waiting. 2 mentors with 4 free places.').waitFor()
    await page.getByRole('button', { name: 'Match all who wait' }).click()
    await page.getByRole('heading', { name: '3 proposals' }).waitFor()
    await page.getByText(/Proved to be the best/).waitFor()
    await page.getByRole('button', { name: 'Introduce Omar Idris and Amina Yusuf' }).waitFor()
    await page.getByRole('button', { name: 'Introduce Sana Malik and Bilal Khan' }).waitFor()
    expect(postbox.messages.length).toBe(mailsBefore)
  })

  it('passes axe, in light and dark, with proposals and with suggestions open', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.reload()
      await page.getByRole('button', { name: 'Suggest mentors for Hala Osman' }).click()
      await page.getByRole('list', { name: 'Mentors for Hala Osman, best first' }).waitFor()
      expect(await violations(page, '.matching')).toEqual([])
    }
  })

  it('fits a phone and a tablet without scrolling sideways', async () => {
    for (const width of [390, 820]) {
      const small = await logIn({ width, height: 800 })
      const overflow = await small.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${width}px`).toBeLessThanOrEqual(0)
      await small.context().close()
    }
  })

  it('tells the second coordinator when a proposal was decided already', async () => {
    const second = await logIn()
    await page.getByRole('button', { name: 'Reject Hala Osman and Amina Yusuf' }).click()
    await agree(page)
    await page.getByText('Proposal rejected.').waitFor()

    await second.getByRole('button', { name: 'Introduce Hala Osman and Amina Yusuf' }).click()
    await agree(second)
    await second.getByText('This proposal was decided already. Look at the list again.').waitFor()
    await second.getByRole('heading', { name: '2 proposals' }).waitFor()
  })

  it('introduces the selected pairs and puts a pair back that is undone', async () => {
    await page.getByText('Select all').click()
    await page.getByRole('button', { name: 'Introduce 2 selected' }).click()
    await agree(page)
    await page.getByText('2 pairs introduced. The emails are on their way.').waitFor()
    await postbox.wait('omar@example.org', /Meet your mentor/)
    await postbox.wait('bilal@example.org', /Meet your mentee/)

    await page
      .getByRole('button', { name: 'Undo the match of Omar Idris with Amina Yusuf' })
      .click()
    await agree(page)
    await page.getByText('Match undone. Omar Idris is back on the waiting list.').waitFor()
    await page.getByRole('button', { name: 'Suggest mentors for Omar Idris' }).waitFor()
    await postbox.wait('omar@example.org', /A change to your introduction/)
  })

  it('works by keyboard alone, from a suggestion to the introduction', async () => {
    await signUp('mentee', { name: 'Noor Saleh', email: 'noor@example.org', country: 'SD' })
    await page.reload()
    await page.getByRole('button', { name: 'Suggest mentors for Noor Saleh' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Introduce Noor Saleh and Amina Yusuf' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Introduce Noor Saleh and Amina Yusuf',
    )
    await page.keyboard.press('Enter')
    await page.locator('.confirmation-modal').waitFor()
    for (let i = 0; i < 5; i += 1) {
      const focused = await page.evaluate(() => document.activeElement?.textContent)
      if (focused === 'Introduce') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('Noor Saleh with Amina Yusuf').waitFor()
  })

  it('matches by hand, and says which rule a choice would break', async () => {
    await page.getByRole('button', { name: 'Suggest mentors for Hala Osman' }).click()
    await page.getByText('1 mentor: no free place.').waitFor()
    await page.getByText('1 mentor: A coordinator rejected or undid this pair before.').waitFor()
    const choose = async (name: string) => {
      await page.getByLabel('Match by hand with any mentor').fill(name)
      await page.keyboard.press('Enter')
      await page.locator('.matching__by-hand').getByRole('button', { name: 'Introduce' }).click()
      await agree(page)
    }
    await choose('Bilal')
    await page.getByText('This mentor’s only place is taken.').waitFor()
    await choose('Amina')
    await page.getByText('Hala Osman with Amina Yusuf').waitFor()
  })
})

describe('the first page', () => {
  it.each(['coordinator', 'comms', 'admin'])('of %s passes axe in light and dark', async (role) => {
    await page.context().request.post(`${server.url}/api/users/login`, {
      data: { email: `${role}@example.org`, password: server.password },
    })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${server.url}/admin`)
      await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor()
      expect(await violations(page, '.start')).toEqual([])
    }
  })
})
