import { readFile } from 'node:fs/promises'
import path from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { createPicture } from '../helpers/pictures.ts'
import { publicationsOf } from '../helpers/publications.ts'

/** Names, colour and logo of the trust, as the messages have them. */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(() => {
  vi.useRealTimers()
})

let ahead = 0
const message = async (): Promise<string> => {
  // How messages look is asked once a minute.
  ahead += 2 * 60_000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead })
  const body = { template: 'personalLink', subject: 'A', body: 'Hello {{name}},\n\n{{page}}' }
  const { json, status, text } = await app.rest('POST', '/mail-words/preview', {
    as: 'comms',
    body,
  })
  expect(status, text).toBe(200)
  return json.html
}

const LOGO =
  /<td class="logo" style="[^"]*background-color:([^;"]+)[^"]*"><img src="([^"]+)" alt="([^"]*)" height="48"/

it('are blue and without a picture at first', async () => {
  await publicationsOf(app).publish()
  const html = await message()
  expect(html).not.toContain('<img')
  expect(html).toContain('background-color:#005eb8')
})

it('follow what editors publish: the colour, and the logo as a file of the site that is up', async () => {
  const logo = (await createPicture(app.payload)).id
  const pages = pagesOf(app)
  const branding = { logo, colour: 'purple', trustName: 'Trust “A”', programmeName: 'Programme' }
  const saved = await pages.savePart('branding', branding)
  expect(saved.status, saved.text).toBe(200)
  await publicationsOf(app).publish()
  const html = await message()
  const [, below, address, words] = LOGO.exec(html)!
  expect([below, words]).toEqual(['#330072', 'Trust “A”'])
  const { serverURL } = await import('../../settings.ts')
  expect(address).toMatch(new RegExp(`^${serverURL}/assets/mail-logo\\.png\\?v=[0-9a-f]{8}$`))
  const file = path.join(app.dataDir, 'site/current/public', new URL(address!).pathname)
  expect(await sharp(await readFile(file)).metadata()).toMatchObject({ format: 'png', height: 96 })
  expect(html).not.toContain('#005eb8')
})
