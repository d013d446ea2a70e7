import { launchBrowser, logInBy, openAdmin } from '../test/helpers/browser.ts'
import type { RunningServer } from '../test/helpers/server.ts'

const WORDS = 'to be seen'

/** How long each key typed into a page's lead takes until the preview beside the form shows it, in milliseconds. */
export const timeKeys = async (server: RunningServer, page: string): Promise<number[]> => {
  const browser = await launchBrowser()
  try {
    const tab = await logInBy(browser, server, 'comms')
    await tab.setViewportSize({ width: 1440, height: 900 })
    await openAdmin(tab, `${server.url}/admin/collections/pages/${page}`)
    // It is open already for whoever had it open the last time.
    const isOpen = await tab.locator('.live-preview-window--is-live-previewing').count()
    if (isOpen === 0) await tab.locator('#live-preview-toggler').click()
    const frame = tab.frameLocator('.live-preview-window iframe')
    const lead = tab.locator('#field-lead')
    const shown = (words: string) => frame.locator('main').getByText(words).first().waitFor()
    await lead.fill('Words ')
    await shown('Words')
    const times: number[] = []
    for (let typed = 'Words '; typed.length < 'Words '.length + WORDS.length;) {
      await lead.press('End')
      // As somebody who looks at it after each key.
      await tab.waitForTimeout(700)
      const key = WORDS[typed.length - 'Words '.length]!
      typed += key
      const start = performance.now()
      await tab.keyboard.type(key)
      if (key === ' ') continue
      await shown(typed)
      times.push(performance.now() - start)
    }
    return times
  } finally {
    await browser.close()
  }
}
