import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type Axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong inside `within`, one line for each kind, with the first place. */
export const violations = async (page: Page, within: string): Promise<string[]> => {
  await page.evaluate(await source)
  // A button that has just been enabled again is still on its way to its colour.
  await page.evaluate(() => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.allSettled(passing.map(({ finished }) => finished))
  })
  return page.evaluate(async (selector) => {
    // Payload's own select has a focusable button in a hidden part; it is not ours to mend.
    const context = { include: [[selector]], exclude: [['.dropdown-indicator']] }
    // Put there by its script.
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(context, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(
      ({ id, nodes: [node] }) => `${id}: ${node!.html.slice(0, 200)}: ${node!.failureSummary}`,
    )
  }, within)
}
