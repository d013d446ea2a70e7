import { readdir, readlink } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { JSONBody } from '../helpers/boot.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

/** The server is killed while it builds, and while an earlier publication is put back. */

let server: RunningServer
let link: string
beforeAll(async () => {
  server = await startServer()
  await save('First')
  await shows('First')
  await save('Second')
  await shows('Second')
})
afterAll(() => server?.stop())

const save = async (title: string) => {
  const body = {
    title,
    url: 'https://example.org/',
    audience: 'Everyone',
    description: 'What to know',
    _status: 'published',
  }
  if (link) await server.api('comms', 'PATCH', `/resource-links/${link}`, body)
  else link = (await server.api('comms', 'POST', '/resource-links', body)).doc.id
}
const site = async () =>
  /First|Second|Third/.exec(await (await fetch(`${server.url}/resources/`)).text())?.[0]
const shows = (title: string) =>
  vi.waitFor(async () => expect(await site()).toBe(title), { timeout: 60_000, interval: 250 })
const rows = async (): Promise<JSONBody[]> =>
  (await server.api('comms', 'GET', '/publications?limit=0&sort=-number')).docs
const standing = () => server.api('comms', 'GET', '/publications/latest')
/** Until nothing is being built. */
const atRest = () =>
  expect
    .poll(async () => (await standing()).state, { timeout: 60_000, interval: 250 })
    .not.toBe('building')

describe('a server that is killed', () => {
  it('while it builds says so at the next start, and builds what was published', async () => {
    await save('Third')
    await expect
      .poll(async () => (await rows())[0].status, { timeout: 60_000, interval: 20 })
      .toBe('building')
    const [building] = await rows()
    await server.kill()
    await server.restart()
    await shows('Third')
    await atRest()
    const after = await rows()
    expect(after.find(({ id }) => id === building.id)).toMatchObject({
      // It may have gone up in the last moment.
      status: expect.stringMatching(/failed|kept/),
    })
    expect(after[0]).toMatchObject({ status: 'live', cause: 'start' })
    expect(after.filter(({ status }) => ['building', 'live'].includes(status))).toHaveLength(1)
    const builds = await readdir(path.join(server.dataDir, 'site', 'builds'))
    expect(builds).toHaveLength(
      new Set(after.filter(({ status }) => /live|kept/.test(status)).map(({ number }) => number))
        .size,
    )
  }, 180_000)

  it.each([0, 15, 40])(
    'while one is put back (%i ms after it was asked to) shows one or the other, and says which',
    async (milliseconds) => {
      if ((await standing()).isHeld) {
        await server.api('comms', 'POST', '/publish/go-on')
        await shows('Third')
        await atRest()
      }
      const [, ...earlier] = await rows()
      const one = earlier.find(
        ({ changes, status }) => status === 'kept' && changes?.[0]?.title === 'First',
      )
      const asked = server.api('comms', 'POST', `/publications/${one.id}/put-back`).catch(() => {})
      await sleep(milliseconds)
      await server.kill()
      await asked
      await server.restart()
      await atRest()
      const { isHeld } = await standing()
      expect(await site()).toBe(isHeld ? 'First' : 'Third')
      const target = await readlink(path.join(server.dataDir, 'site', 'current'))
      expect(target === 'put-back').toBe(isHeld)
      const live = (await rows()).filter(({ status }) => status === 'live')
      expect(live.map(({ cause }) => cause)).toEqual([isHeld ? 'rollback' : 'start'])
    },
    180_000,
  )
})
