import { type Browser, chromium, type Page } from 'playwright-core'

import { findChromium } from '../../scripts/find-chromium.ts'

/** Runs in containers too, and asks no other host for anything of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** A Chromium of its own for a test file; close it when done. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findChromium(), args: FLAGS })

/**
 * Waits until the admin's script has taken over the page that the server wrote. Before, a key or a
 * click reaches nobody; people are slower than that, tests are not.
 */
const whenUsable = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const written = document.querySelector('h1') ?? document.querySelector('[class^="template-"]')
    return Object.keys(written ?? {}).some((key) => key.startsWith('__react'))
  })
}

/** Opens a page of the admin, to be used at once. */
export const openAdmin = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await whenUsable(page)
}

/** Loads a page of the admin again, to be used at once. */
export const reloadAdmin = async (page: Page): Promise<void> => {
  await page.reload()
  await whenUsable(page)
}

/** Logs in at a running server by its form, as somebody of this role, in a window of their own. */
export const logInBy = async (
  browser: Browser,
  { password, url }: { password: string; url: string },
  role: 'comms' | 'coordinator',
): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  page.setDefaultTimeout(30_000)
  await openAdmin(page, `${url}/admin/login`)
  await page.getByLabel('Email').fill(`${role}@example.org`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor()
  return page
}
