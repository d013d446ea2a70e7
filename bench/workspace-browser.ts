import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/helpers/browser.ts'
import { freePort, launchServer } from '../test/helpers/server.ts'

const WORDS = 'mentees 17'

/**
 * Times the workspace in Chromium, served by the production build from this process's database: what a
 * click or a key takes until the page shows its answer (the Event Timing API of the browser, in steps of
 * 8 ms).
 *
 * @returns rows of a Markdown table: what, and how many milliseconds
 */
export async function timeInBrowser(email: string, password: string): Promise<string[]> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = await launchServer(port, { SERVER_URL: '' })
  const browser = await launchBrowser().catch((error: unknown) => {
    server.kill('SIGTERM')
    throw error
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.request.post(`${url}/api/users/login`, { data: { email, password } })
    const page = await context.newPage()
    const rows: string[] = []
    const note = (what: string, times: number[]) => {
      rows.push(`| ${what} | ${times.map((ms) => Math.round(ms)).join(', ')} |`)
    }
    const loads: number[] = []
    for (let n = 0; n < 3; n++) {
      const start = performance.now()
      await page.goto(`${url}/admin/matching`)
      await page.getByRole('tab', { name: /^Draft/ }).waitFor()
      await settled(page)
      loads.push(performance.now() - start)
    }
    note('the page, until it is quiet', loads)
    await watch(page)
    await page.getByRole('tab', { name: /^Waiting list/ }).click()
    note('a click on the waiting list', await answered(page))
    await page.getByLabel('Name or background').pressSequentially(WORDS, { delay: 120 })
    note(`each key of “${WORDS}” in its filter`, await answered(page))
    for (const _ of WORDS) await page.keyboard.press('Backspace', { delay: 120 })
    note('each key that takes it out again', await answered(page))
    await page.getByRole('tab', { name: /^Draft/ }).click()
    note('a click on the draft', await answered(page))
    await page.getByText('Select all').click()
    note('a click on “Select all”', await answered(page))
    return rows
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'close')
  }
}

/** Waits until the page has had nothing to do for half a second. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let isQuiet = false; !isQuiet;) {
      const start = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 500))
      isQuiet = performance.now() - start < 550
    }
  })
}

/** Collects how long clicks and keys take until the next picture. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === 'keydown' || name === 'click') taken.push(duration)
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

/** What was collected since it was last asked; less than 16 ms is not noted by the browser. */
async function answered(page: Page): Promise<number[]> {
  await settled(page)
  // Put there by what collects it.
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken.splice(0))
}
