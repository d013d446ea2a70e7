import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeEach, expect, it, vi } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'

/** A data folder that was used before, and a database without anything in it, on whichever it is. */

let app: Installation | undefined
afterAll(() => app?.close())
// Each start reads its settings anew.
beforeEach(() => void vi.resetModules())

it.each([
  ['installation.json', async (folder: string) => writeFile(marker(folder), '{}')],
  [
    'site',
    async (folder: string) =>
      void (await mkdir(path.join(folder, 'site/builds'), { recursive: true })),
  ],
])('does not start as new where there is %s', async (sign, use) => {
  let folder = ''
  const start = boot({
    before: async ({ dataDir }) => {
      folder = dataDir
      await use(dataDir)
    },
  })
  await expect(start).rejects.toThrow(
    new RegExp(`was used before \\(it holds ${sign}\\), but .+ is missing or empty. Nothing was`),
  )
  await rm(folder, { recursive: true })
})

it('starts in a folder that is new, and marks it', async () => {
  app = await boot()
  expect(existsSync(marker(app.dataDir))).toBe(true)
})

const marker = (folder: string) => path.join(folder, 'installation.json')
