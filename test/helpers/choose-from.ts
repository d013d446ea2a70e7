import type { Page } from 'playwright-core'

/** Answers from a long list: by typing, or from the plain list where scripts do not run. */
export const chooseFrom = async (
  page: Page,
  { option, question }: { question: RegExp; option: string },
): Promise<void> => {
  const input = page.getByRole('combobox', { name: question })
  if ((await input.getAttribute('role')) !== 'combobox') {
    await input.selectOption({ label: option })
    return
  }
  await input.fill(option)
  await page.getByRole('option', { name: option, exact: true }).click()
}
