import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { codeIn, freePort, launchServer } from '../helpers/server.ts'

/** The first account of an installation, as somebody makes it in the browser. */

let browser: Browser
let dataDir: string
let server: Awaited<ReturnType<typeof launchServer>>
let url: string
let log = ''
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mentoring-first-'))
  const port = await freePort()
  url = `http://localhost:${port}`
  const env = { DATA_DIR: dataDir, DATABASE_URL: '', SERVER_URL: '', PAYLOAD_SECRET: 'for tests' }
  server = await launchServer(port, env, (text) => (log += text))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

it('is made with the code from the log, and refused without', async () => {
  const page = await browser.newPage()
  await page.goto(`${url}/admin`)
  await page.locator('#field-email').fill('first@example.org')
  const password = 'seven lanterns on a quiet canal'
  await page.locator('#field-password').fill(password)
  await page.locator('#field-confirm-password').fill(password)
  await page.locator('#field-name').fill('Alex')
  await page.locator('#field-code').fill('AAAA-AAAA-AAAA')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByText('This is not the code').first().waitFor()
  await page.locator('#field-code').fill(codeIn(log)!)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { name: 'Hello Alex' }).waitFor()
  const { user } = await page.evaluate(async () => (await fetch('/api/users/me')).json())
  expect(user).toMatchObject({ email: 'first@example.org', role: 'admin' })
})
