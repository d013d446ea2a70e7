import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser, openAdmin } from '../helpers/browser.ts'
import { codeIn, freePort, launchServer } from '../helpers/server.ts'

/** The first account of an installation, as somebody makes it in the browser. */

let browser: Browser
let dataDir: string
let server: Awaited<ReturnType<typeof launchServer>>
let url: string
let log = ''
const password = 'seven lanterns on a quiet canal'
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
  await openAdmin(page, `${url}/admin`)
  await page.locator('#field-email').fill('first@example.org')
  await page.locator('#field-password').fill(password)
  await page.locator('#field-confirm-password').fill(password)
  await page.locator('#field-name').fill('Alex')
  // It is an administrator's whatever one says.
  expect(await page.locator('#field-role').count()).toBe(0)
  await page.locator('#field-code').fill('AAAA-AAAA-AAAA')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByText('This is not the code').first().waitFor()
  await page.locator('#field-code').fill(codeIn(log)!)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { name: 'Hello Alex' }).waitFor()
  const { user } = await page.evaluate(async () => (await fetch('/api/users/me')).json())
  expect(user).toMatchObject({ email: 'first@example.org', role: 'admin' })
})

it('changes its own password, and is told in words what is wrong with one', async () => {
  const page = browser.contexts()[0]!.pages()[0]!
  const better = 'nine quiet boats in winter'
  const change = async (current: string, next: string, status: number, words: string) => {
    // After each save Payload loads the form anew, and drops what somebody has typed before it is there.
    await openAdmin(page, `${url}/admin/account`)
    await page.getByRole('button', { name: 'Change Password' }).click()
    await page.locator('#field-password').fill(next)
    await page.locator('#field-confirm-password').fill(next)
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
    const refused = page.getByText('correct invalid fields').first()
    // Payload takes both new passwords for missing until it has looked at them, a moment after typing:
    // whoever is faster is told so, and can save again once something has changed.
    for (let isSaved = false; !isSaved;) {
      await page.locator('#field-currentPassword').fill('')
      await page.locator('#field-currentPassword').fill(current)
      await page.getByRole('button', { name: 'Save' }).click()
      const isRefused = refused.waitFor().then(
        () => false,
        () => false,
      )
      isSaved = await Promise.race([saved.then(() => true), isRefused])
    }
    expect((await saved).status()).toBe(status)
    await page.locator('[data-sonner-toast]').getByText(words).first().waitFor()
  }
  await change('not the one', better, 400, 'Enter your current password')
  await change(password, 'passwordpassword', 400, 'This password is easy to guess')
  await change(password, better, 200, 'Updated successfully')
  await change(better, 'ten loud trains in summer', 200, 'Updated successfully')
  const logIn = (tried: string) =>
    fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'first@example.org', password: tried }),
    })
  expect((await logIn(better)).status).toBe(401)
  expect((await logIn('ten loud trains in summer')).status).toBe(200)
})
