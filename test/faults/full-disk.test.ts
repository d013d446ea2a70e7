import { spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { mountSmallDisk, type SmallDisk } from '../helpers/small-disk.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * The disk is full: a real file system of a few megabytes, where this user may mount one. The same
 * again by a file-size limit of the process, which the disk refuses in another way.
 */

let disk: SmallDisk | undefined
let postbox: Postbox
let server: RunningServer
const people: Record<string, string> = {}
let match: string
let waitingToken: string
let earlier: string
beforeAll(async () => {
  disk = await mountSmallDisk(48)
  if (!disk)
    console.warn('This user may not mount a file system: only the file-size limit is tried.')
  postbox = await openPostbox()
  const folder = disk?.folder ?? (await mkdtemp(path.join(tmpdir(), 'mentoring-limit-')))
  server = await startServer({ DATA_DIR: path.join(folder, 'data'), SMTP_URL: postbox.url })
  for (const [kind, name] of [
    ['mentor', 'mentor'],
    ['mentor', 'free'],
    ['mentee', 'matched'],
    ['mentee', 'waiting'],
    ['mentee', 'leaving'],
  ] as const) {
    const email = `${name}@example.org`
    await signUp(server, postbox, kind, { email })
    const { docs } = await server.api(
      'coordinator',
      'GET',
      `/${kind}s?where[email][equals]=${email}`,
    )
    people[name] = docs[0].id
  }
  const pair = { mentor: people.mentor, mentee: people.matched }
  match = (await server.api('coordinator', 'POST', '/matching/match', pair)).match
  await server.api('comms', 'POST', '/publish')
  earlier = await vi.waitFor(
    async () => {
      const { docs } = await server.api('comms', 'GET', '/publications?where[status][equals]=kept')
      return docs[0].id
    },
    { timeout: 60_000, interval: 500 },
  )
  await post('/api/sign-up/mentee', { ...jsonForm(), email: 'unconfirmed@example.org' })
  const { text } = await postbox.wait('unconfirmed@example.org', /Confirm/)
  waitingToken = /token=([\w-]+)/.exec(text ?? '')![1]!
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await postbox?.close()
  await disk?.close()
})

const jsonForm = () => {
  const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
  return { ...form, arrival: '2024-08' }
}

const post = (route: string, body: object) =>
  fetch(`${server.url}${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  })

const link = { url: 'https://example.org/', audience: 'Doctors', description: 'A page' }

/** Every kind of door that writes. */
const doors = (): [string, () => Promise<{ status: number }>][] => {
  const staff =
    (role: 'admin' | 'comms' | 'coordinator', method: string, route: string, body?: object) => () =>
      server.api(role, method, route, body).then(
        () => ({ status: 200 }),
        (error: Error) => ({ status: Number(/: (\d{3}) /.exec(error.message)?.[1]) }),
      )
  const pair = { mentor: people.free, mentee: people.waiting }
  return [
    ['a sign-up', () => post('/api/sign-up/mentee', { ...jsonForm(), email: 'lost@example.org' })],
    ['a confirmation', () => post('/sign-up/confirm/', { token: waitingToken })],
    ['an introduction', staff('coordinator', 'POST', '/matching/match', pair)],
    ['a step', staff('coordinator', 'POST', '/mentoring/contact', { match, note: 'They met.' })],
    ['an erasure', staff('coordinator', 'DELETE', `/mentees/${people.leaving}`)],
    ['a publication', staff('comms', 'POST', '/publish')],
    ['an earlier publication', staff('comms', 'POST', `/publications/${earlier}/put-back`)],
    [
      'a setting',
      staff('coordinator', 'POST', '/globals/mentoring-settings', { firstContactDays: 9 }),
    ],
    ['a record', staff('comms', 'POST', '/resource-links', { ...link, title: 'Lost' })],
    [
      'a log-in',
      () => post('/api/users/login', { email: 'comms@example.org', password: server.password }),
    ],
  ]
}

/** Rows of everything that the doors would change. */
const rows = async (): Promise<Record<string, unknown>> => {
  const client = createClient({ url: `file:${path.join(server.dataDir, 'mentoring.db')}` })
  const all: Record<string, unknown> = {}
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
  for (const { name } of (await client.execute(tables)).rows) {
    // The health and the jobs write by themselves.
    if (/payload_(kv|jobs)|limits/.test(String(name))) continue
    all[String(name)] = (await client.execute(`SELECT * FROM "${name}" ORDER BY 1`)).rows.map(
      (row) => Object.values(row),
    )
  }
  client.close()
  return all
}

/** What is in the journal goes into the file, so that the next commit needs space. */
const emptyJournal = async () => {
  const client = createClient({ url: `file:${path.join(server.dataDir, 'mentoring.db')}` })
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  client.close()
}

const health = async () => {
  const response = await fetch(`${server.url}/healthz`)
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

const faults: [string, { begin: () => void; end: () => Promise<void> } | undefined][] = [
  ['a disk that is full', { begin: () => disk!.fill(), end: () => disk!.free() }],
  [
    'files that may not grow',
    {
      begin: () => void limitFiles('1:unlimited'),
      end: async () => limitFiles('unlimited:unlimited'),
    },
  ],
]

const limitFiles = (limit: string) => {
  const { status } = spawnSync('prlimit', ['--pid', String(server.pid()), `--fsize=${limit}`])
  expect(status).toBe(0)
}

describe.each(faults)('%s', (name, fault) => {
  it('makes every door say that nothing was saved, and nothing is; then all goes on', async ({
    skip,
  }) => {
    if (!fault || (name === 'a disk that is full' && !disk)) return skip('No file system to fill.')
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 'ok' })
    await emptyJournal()
    const before = await rows()
    fault.begin()
    try {
      for (const [door, knock] of doors()) {
        const { status } = await knock()
        expect([door, status]).toEqual([door, 500])
      }
      await expect.poll(health, { timeout: 10_000 }).toMatchObject({ status: 'unavailable' })
      expect(await health()).toMatchObject(
        name === 'a disk that is full' ? { disk: false } : { database: false },
      )
    } finally {
      await fault.end()
    }
    expect(await rows()).toEqual(before)
    expect(server.log()).toMatch(/Nothing was saved/)
    expect(server.log()).not.toMatch(/lost@example|unconfirmed@example/)
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 'ok', database: true })
    const email = `${name.replaceAll(' ', '.')}@example.org`
    expect((await post('/api/sign-up/mentee', { ...jsonForm(), email })).status).toBe(202)
    await postbox.wait(email, /Confirm/)
  }, 120_000)
})
