import { spawnSync } from 'node:child_process'
import { Agent, get } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type RunningServer, startServer } from '../helpers/server.ts'

/** Errors that nobody catches: the server goes on, and its log holds nothing of a record. */

let server: RunningServer
beforeAll(async () => {
  const preload = pathToFileURL(path.resolve('test/helpers/uncaught.js'))
  server = await startServer({ NODE_OPTIONS: `--import ${preload}` })
})
afterAll(() => server?.stop())

const times = (pattern: RegExp) => server.log().match(pattern)?.length ?? 0

it('an error or a record that is thrown where nobody catches it is told without what it holds', async () => {
  for (let each = 1; each <= 4; each += 1) {
    process.kill(server.pid(), 'SIGUSR2')
    await expect
      .poll(() => times(/uncaughtException|unhandledRejection/g), { timeout: 10_000 })
      .toBe(each)
  }
  expect(server.log()).toContain('Failed query: insert')
  expect(server.log()).not.toMatch(/wilhelmina|quetzalcoatl/i)
  const { status, ...parts } = await (await fetch(`${server.url}/healthz`)).json()
  expect([status, parts]).toEqual(['ok', expect.objectContaining({ database: true })])
})

it('a page whose file can’t be read ends its own request, and no other', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const page = () =>
    new Promise<string | number | undefined>((resolve) => {
      get(`${server.url}/`, { agent }, (response) => {
        let size = 0
        response.on('data', (bytes) => (size += bytes.length))
        response.on('end', () => resolve(size > 0 ? response.statusCode : 'empty'))
        response.on('error', () => resolve('broken off'))
      }).on('error', () => resolve('broken off'))
    })
  expect(await page()).toBe(200)
  const limit = (files: string) =>
    spawnSync('prlimit', ['--pid', String(server.pid()), `--nofile=${files}`])
  const before = times(/A page could not be read/g)
  const usual = spawnSync('prlimit', [
    '--pid',
    String(server.pid()),
    '--nofile',
    '-o',
    'SOFT',
    '--noheadings',
  ])
    .stdout.toString()
    .trim()
  limit('1:')
  expect(await page()).toBe('broken off')
  limit(`${usual}:`)
  expect(await page()).toBe(200)
  // What the server prints comes by a pipe, sometimes after its answer.
  await expect.poll(() => times(/A page could not be read/g), { timeout: 10_000 }).toBe(before + 1)
  agent.destroy()
})
