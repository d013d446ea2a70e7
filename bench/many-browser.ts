import type { Page } from 'playwright-core'

import { launchBrowser } from '../test/helpers/browser.ts'

type Introduced = { first: number; all: number; meanwhile: string }

/**
 * Introduces everybody of the draft from the workspace in Chromium: after how many milliseconds the
 * first pair has gone from the page, and after how many the page says that all are introduced.
 */
export const introduceInBrowser = async ({
  password,
  probe,
  url,
}: {
  url: string
  password: string
  probe: () => { stop: () => Promise<string> }
}): Promise<Introduced> => {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.request.post(`${url}/api/users/login`, {
      data: { email: 'coordinator@example.org', password },
    })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`${url}/admin/matching`)
    await page.getByLabel('Name', { exact: true }).fill('Mentor ')
    await page.getByText('Select all').click()
    await page.getByRole('button', { name: /^Introduce \d+ selected/ }).click()
    // Nobody answers a question they have not read.
    await page.waitForTimeout(1000)
    await watch(page)
    const others = probe()
    await page.locator('.confirmation-modal').getByRole('button').last().click()
    // The page has it from `watch`.
    const { all, first } = await page.evaluate(() => (window as unknown as Watched).introduced)
    return { first: Math.round(first), all: Math.round(all), meanwhile: await others.stop() }
  } finally {
    await browser.close()
  }
}

type Watched = { introduced: Promise<{ all: number; first: number }> }

/**
 * Times, from the next click on, until the first of the cards that are on the page now has gone, and until the
 * page says that all are introduced. The page does it by itself: whoever asks it again and again slows it down.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const cards = document.getElementsByClassName('desk__card')
    const heading = document.getElementById('matching-proposals')
    const [many, said] = [cards.length, heading?.textContent]
    let start = 0
    let first = 0
    addEventListener('click', () => (start ||= performance.now()), { capture: true, once: true })
    // What stands alone: a function with a name would need what the loader adds to it.
    const introduced = new Promise((resolve) => {
      new MutationObserver(() => {
        const since = performance.now() - start
        if (cards.length < many || heading?.textContent !== said) first ||= since
        const toasts = document.querySelector('[data-sonner-toaster]')
        if (/pairs introduced/.test(toasts?.textContent ?? '')) resolve({ first, all: since })
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    Object.assign(window, { introduced })
  })
