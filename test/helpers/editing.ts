import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

import type { RunningServer } from './server.ts'

/** Chooses in one of Payload's selects. */
export const choose = async (select: Locator, option: string) => {
  await select.locator('.rs__control').click()
  await select.locator('.rs__option').getByText(option, { exact: true }).click()
  await select.getByText(option, { exact: true }).first().waitFor()
}

/** Publishes the forms, by the button beside what is shown. */
export const publish = async (page: Page, edition: number) => {
  await page.getByRole('button', { name: 'Publish the forms' }).click()
  await page.getByText(`Published as edition ${edition}.`).waitFor()
  await page.getByText(`What is saved here is on the public forms (edition ${edition})`).waitFor()
}

/** The mentee form as visitors get it, once it holds what is waited for. */
export const formWith = (server: RunningServer, text: string): Promise<void> =>
  expect
    .poll(async () => (await fetch(`${server.url}/sign-up/mentee/all/`)).text(), {
      timeout: 20_000,
      interval: 500,
    })
    .toContain(text)
