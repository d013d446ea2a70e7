import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { fill } from '../../bench/fill-people.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { findSolver } from '../helpers/solver.ts'

/** A matching run of many people in the workspace, while the process that solves stands still. */

let browser: Browser
let server: RunningServer
let solver: number
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
  await server.end('SIGTERM')
  await fill(server.dataDir, { mentees: 240, mentors: 230 })
  await server.restart()
  // From now on there is a process that solves, and it is kept for a while.
  await server.api('coordinator', 'POST', '/matching/run', {})
  solver = await findSolver(server.pid())
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const logIn = async (
  role: 'admin' | 'coordinator' = 'coordinator',
  viewport = { width: 1280, height: 900 },
): Promise<Page> => {
  const context = await browser.newContext({ viewport })
  await context.request.post(`${server.url}/api/users/login`, {
    data: { email: `${role}@example.org`, password: server.password },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${server.url}/admin/matching`)
  await page.getByRole('heading', { level: 1, name: 'Matching' }).waitFor()
  return page
}

const going = (page: Page) => page.getByRole('list', { name: 'Going on now' })
const stopButton = (page: Page) =>
  page.getByRole('button', { name: 'Stop: A matching run is going on' })
const toast = (page: Page, text: RegExp) =>
  page.locator('[data-sonner-toast]').filter({ hasText: text })
/** Pictures to look at, when a folder for them is named. */
const picture = async (page: Page, name: string) => {
  const { PICTURES } = process.env
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
}
/** Starts a run that gets nowhere. */
const startStuck = async (page: Page) => {
  process.kill(solver, 'SIGSTOP')
  await page.getByRole('button', { name: 'Match again' }).click()
  await going(page).getByText('A matching run is going on.').waitFor()
}
const proposals = async () =>
  (
    (await server.api('coordinator', 'GET', '/matches?limit=0&depth=0')) as {
      docs: { id: string; updatedAt: string }[]
    }
  ).docs
    .map(({ id, updatedAt }) => `${id} ${updatedAt}`)
    .sort()

describe('a run that goes on', () => {
  it('is shown to whoever started it and to everybody else, who go on meanwhile', async () => {
    const page = await logIn()
    const other = await logIn('admin')
    await startStuck(page)
    await going(page)
      .getByText(/Started by coordinator@example\.org at \d\d:\d\d/)
      .waitFor()
    await going(page).getByText('You can go on meanwhile.').waitFor()
    expect(await page.getByRole('button', { name: 'Match again' }).isDisabled()).toBe(true)
    // Somebody whose page was there before, and somebody who comes now.
    await going(other).getByText('A matching run is going on.').waitFor()
    const phone = await logIn('admin', { width: 390, height: 844 })
    await going(phone).getByText('A matching run is going on.').waitFor()
    // The menu is over the page until its script has closed it.
    const overflow = () =>
      phone.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await expect.poll(overflow, { timeout: 10_000 }).toBeLessThanOrEqual(0)
    await picture(page, 'running-laptop')
    await picture(phone, 'running-phone')
    expect(await violations(page, '.desk')).toEqual([])

    await other.getByRole('tab', { name: /^Waiting list/ }).click()
    await other
      .getByRole('tabpanel')
      .getByText(/^Mentee \d+/)
      .first()
      .waitFor()
    const [proposal] = (
      (await server.api('coordinator', 'GET', '/matches?limit=1&depth=0')) as {
        docs: { id: string }[]
      }
    ).docs
    await server.api('coordinator', 'POST', '/matching/lock', {
      matches: [proposal!.id],
      isLocked: true,
    })

    process.kill(solver, 'SIGCONT')
    await toast(page, /proposals for/).waitFor()
    await going(page).waitFor({ state: 'detached' })
    await going(other).waitFor({ state: 'detached' })
    await page
      .getByText(/^Next best: /)
      .first()
      .waitFor()
    // The lock was set while it went on, and holds.
    expect(
      (
        (await server.api('coordinator', 'GET', `/matches/${proposal!.id}`)) as {
          isLocked: boolean
        }
      ).isLocked,
    ).toBe(true)
  })

  it('is stopped by the keyboard, and the draft is as it was', async () => {
    const page = await logIn()
    const before = await proposals()
    await startStuck(page)
    await stopButton(page).focus()
    await page.keyboard.press('Enter')
    await toast(page, /^Stopped\. The draft is as it was\./).waitFor()
    await picture(page, 'stopped-laptop')
    await going(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
    expect(await proposals()).toEqual(before)
    await page.getByRole('button', { name: 'Match again' }).waitFor()
    expect(await page.getByRole('button', { name: 'Match again' }).isEnabled()).toBe(true)
    // It was killed; the next run starts another one.
    await server.api('coordinator', 'POST', '/matching/run', {})
    solver = await findSolver(server.pid())
  })

  it('says so when the process that solves is killed, and the draft is as it was', async () => {
    const page = await logIn()
    const before = await proposals()
    await startStuck(page)
    // It is taken before people are read.
    await going(page)
      .getByText(/Comparing everybody|Finding the best/)
      .waitFor()
    process.kill(solver, 'SIGKILL')
    await toast(page, /^This was ended before it was done/).waitFor()
    await picture(page, 'killed-laptop')
    expect(await proposals()).toEqual(before)
  })
})
