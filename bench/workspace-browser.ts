import { once } from 'node:events'
import type { Page, Response } from 'playwright-core'
import { launchBrowser } from '../test/helpers/browser.ts'
import { freePort, launchServer } from '../test/helpers/server.ts'

const WORDS = 'mentees 17'

/**
 * Times the workspace in Chromium, served by the production build from a database: how long the page takes
 * until it can be used, and until it is quiet, and how much is sent for it beside the program itself; what a
 * click or a key takes until the page shows its answer (the Event Timing API of the browser, in steps of
 * 8 ms).
 *
 * @returns rows of a Markdown table: what, and how many milliseconds
 */
export async function timeInBrowser(
  email: string,
  password: string,
  env: Record<string, string>,
): Promise<string[]> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = await launchServer(port, { ...env, SERVER_URL: '' })
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
    const usable: number[] = []
    const quiet: number[] = []
    const sent: number[] = []
    for (let n = 0; n < 5; n++) {
      const answers: Response[] = []
      const note = (answer: Response) => void answers.push(answer)
      page.on('response', note)
      const start = performance.now()
      await page.goto(`${url}/admin/matching`, { waitUntil: 'commit' })
      await page.waitForFunction(isAlive)
      usable.push(performance.now() - start)
      await settled(page)
      quiet.push(performance.now() - start)
      // What the page still asks for would be worked on while the next one is waited for.
      await page.waitForLoadState('networkidle')
      page.off('response', note)
      sent.push(await kilobytesOf(answers))
    }
    note('the page, until it can be used', usable)
    note('the page, until it is quiet', quiet)
    rows.push(`| sent for it as it is sent, KB | ${sent.join(', ')} |`)
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

/** Do the proposals stand there, with buttons that do something? */
const isAlive = (): boolean => {
  const button = document.querySelector('.matching__actions--stacked button')
  // React notes what it has taken over.
  return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))
}

/** Of all that came but the program and its pictures, which the browser keeps, the size as it was sent. */
async function kilobytesOf(answers: Response[]): Promise<number> {
  const data = answers.filter((answer) => !new URL(answer.url()).pathname.startsWith('/_next/'))
  let bytes = 0
  for (const answer of data) {
    const { responseBodySize, responseHeadersSize } = await answer.request().sizes()
    bytes += responseBodySize + responseHeadersSize
  }
  return Math.round(bytes / 1024)
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
