import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { violations } from '../helpers/axe.ts'
import { launchBrowser, logInBy, openAdmin } from '../helpers/browser.ts'
import { heicFile, heldUpright } from '../helpers/heic.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** An editor uploads photographs in the admin of the production build. */

let browser: Browser
let server: RunningServer
let folder: string
let page: Page
beforeAll(async () => {
  ;[browser, server, folder] = await Promise.all([
    launchBrowser(),
    startServer({}),
    mkdtemp(path.join(tmpdir(), 'photographs-')),
  ])
  page = await logInBy(browser, server, 'comms')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await rm(folder, { recursive: true })
})

const open = () => openAdmin(page, `${server.url}/admin/collections/media/create`)
const choose = async (name: string, data: Buffer) => {
  const file = path.join(folder, name)
  await writeFile(file, data)
  await page.locator('.file-field input[type=file]').setInputFiles(file)
  await page.locator('#field-alt').fill('A red field with a white corner')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}
const LIMITS = 'at most 20 MB and 65 megapixels'

describe('a photograph of a phone', () => {
  it('can be chosen, with the limits beside the button, and is shown upright as a JPEG', async () => {
    await open()
    await page.locator('.file-field').getByText(LIMITS).waitFor()
    const accepted = await page.locator('.file-field input[type=file]').getAttribute('accept')
    for (const kind of ['image/heic', 'image/heif', '.heic', '.heif', 'image/jpeg']) {
      expect(accepted).toContain(kind)
    }
    expect(await violations(page, '.file-field')).toEqual([])
    await choose('IMG 1.HEIC', heldUpright())
    await page.getByText('img-1.jpg').first().waitFor()
    const { docs } = await server.api('comms', 'GET', '/media?where[filename][equals]=img-1.jpg')
    expect(docs[0]).toMatchObject({ mimeType: 'image/jpeg', width: 64, height: 96 })
    const shown = page.locator('.file-field img, .file-details img').first()
    await expect
      .poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalHeight > img.naturalWidth))
      .toBe(true)
  })

  it.each([
    ['is damaged', 'broken.heic', () => heicFile().subarray(0, 1_100), 'cannot be read'],
    ['is too large', 'large.jpg', () => Buffer.alloc(21 * 1024 * 1024, '\xff\xd8\xff'), LIMITS],
  ])(
    'that %s is refused, and the reason stays beside the file',
    async (_what, name, data, words) => {
      await open()
      await choose(name, data())
      const error = page.locator('.file-field > .field-error').getByText(words)
      await error.waitFor()
      // Longer than a notice stays.
      await new Promise((resolve) => setTimeout(resolve, 7_000))
      expect(await error.isVisible()).toBe(true)
    },
  )

  it('of 48 megapixels keeps no other visitor waiting while it is made smaller', async () => {
    await open()
    const photo = await sharp({
      create: {
        ...{ width: 8064, height: 6048, channels: 3 as const, background: '#808080' },
        noise: { type: 'gaussian', mean: 128, sigma: 14 },
      },
    })
      .jpeg({ quality: 80 })
      .toBuffer()
    expect(photo.length).toBeGreaterThan(8e6)
    await choose('IMG 48.jpg', photo)
    let isDone = false
    const saved = page
      .getByText('img-48.jpg')
      .first()
      .waitFor({ timeout: 60_000 })
      .then(() => (isDone = true))
    let answers = 0
    while (!isDone) {
      expect((await fetch(`${server.url}/api/health`)).ok).toBe(true)
      answers += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await saved
    expect(answers).toBeGreaterThan(10)
    const { docs } = await server.api('comms', 'GET', '/media?where[filename][equals]=img-48.jpg')
    expect(docs[0]).toMatchObject({ width: 2400, height: 1800 })
  }, 120_000)
})
