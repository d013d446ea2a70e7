import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { JSONBody } from '../helpers/boot.ts'
import { dropMongo, mongoServer, newMongoURL, onMongoDB } from '../helpers/mongodb.ts'
import { findSolver } from '../helpers/solver.ts'
import { add, type Call, logIn } from './people.ts'
import { startPostgres } from './postgres.ts'
import { makeProject, type Project } from './project.ts'
import { writeForm } from './volunteers.ts'

/**
 * Somebody else's project: blank, in a folder outside this one, with the packed packages installed,
 * matching and forms added as their READMEs say. It is built once; the environment names the database.
 */

let project: Project
let postgres: Awaited<ReturnType<typeof startPostgres>>
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  ends.push(postgres.stop)
  project = await makeProject()
  ends.push(project.remove)
})
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

/** Makes a database of its own, with the tables as the README says; ends with what drops it. */
type Make = () => Promise<{ env: Record<string, string>; drop: () => Promise<unknown> }>

const migrated = async (env: Record<string, string>) => {
  const kind = env.DATABASE_URL!.startsWith('postgres') ? 'postgres' : 'sqlite'
  const { folder, run } = project
  if (!(await readFile(path.join(folder, `migrations-${kind}/index.ts`)).catch(() => undefined)))
    await run('npx', ['payload', 'migrate:create', 'packages', '--skip-empty'], env)
  await run('npx', ['payload', 'migrate'], env)
  return env
}

const onSQLite: Make = async () => ({
  env: await migrated({ DATABASE_URL: `file:${randomUUID()}.db` }),
  drop: async () => {},
})

const onPostgres =
  (name: string, more: Record<string, string> = {}): Make =>
  async () => {
    await query(`CREATE DATABASE ${name}`)
    const url = postgres.url.replace(/postgres$/, name)
    return { env: await migrated({ DATABASE_URL: url, ...more }), drop: async () => {} }
  }

const onMongo: Make = async () => {
  const url = newMongoURL()
  return { env: { DATABASE_URL: url }, drop: () => dropMongo(url) }
}

const DATABASES: [name: string, make: Make, isThere?: boolean][] = [
  ['on SQLite', onSQLite],
  ['on PostgreSQL', onPostgres('usual')],
  ['on PostgreSQL, serializable', onPostgres('strict', { ISOLATION: 'serializable' })],
  [onMongoDB('on MongoDB'), onMongo, mongoServer !== undefined],
]

type Client = { query: (text: string) => Promise<unknown>; end: () => Promise<void> }

/** A connection of one's own, by the driver that the project has. */
const connect = async (url: string): Promise<Client> => {
  const fromProject = createRequire(
    path.join(project.folder, 'node_modules/@payloadcms/db-postgres/'),
  )
  const { Client } = fromProject('pg') as {
    Client: new (url: string) => Client & { connect(): unknown }
  }
  const client = new Client(url)
  await client.connect()
  return client
}

const query = async (text: string): Promise<void> => {
  const client = await connect(postgres.url)
  await client.query(text)
  await client.end()
}

describe('the built project', () => {
  it('finds the components of the plugins by the names of their packages', async () => {
    const file = path.join(project.folder, 'app/(payload)/admin/importMap.js')
    const map = await readFile(file, 'utf8')
    expect(map).toContain("from '@mentoring/matching/rsc'")
    expect(map).toContain("from '@mentoring/matching/client'")
    expect(map).toContain("from '@mentoring/forms/rsc'")
    expect(map).toContain("from '@mentoring/forms/client'")
    expect(map).toContain("from '@mentoring/publication/rsc'")
    expect(map).toContain("from '@mentoring/publication/client'")
    expect(map).not.toContain('plugins/')
  })
})

for (const [name, make, isThere = true] of DATABASES)
  describe.skipIf(!isThere)(name, () => {
    let url: string
    let call: Call
    let token: string
    let address: string
    let drop: () => Promise<unknown>
    let stop: () => Promise<void>
    let pid: number
    let site: string

    const act = (action: string, body: object) => call('POST', `/matching/${action}`, body)
    const pairs = async (status: string): Promise<JSONBody[]> =>
      (await call('GET', `/pairs?depth=0&limit=100&where[status][equals]=${status}`)).json.docs

    beforeAll(async () => {
      const made = await make()
      drop = made.drop
      address = made.env.DATABASE_URL!
      site = `site-${randomUUID()}`
      ;({ pid, stop, url } = await project.start({ ...made.env, SITE: site }))
      ;({ call, token } = await logIn(url))
    })
    afterAll(async () => {
      await stop?.()
      await drop?.()
    })
    afterEach(async () => {
      for (const { id } of await pairs('introduced')) await act('undo', { match: id })
      for (const who of ['students', 'tutors'])
        await call('DELETE', `/${who}?where[name][exists]=true`)
    })

    it('a run proposes, and what is confirmed is a match', async () => {
      const ada = await add(call, 'tutors', { name: 'Ada' })
      const bob = await add(call, 'tutors', { name: 'Bob', subjects: ['art'] })
      const sam = await add(call, 'students', { name: 'Sam' })
      const joy = await add(call, 'students', { name: 'Joy', subjects: ['art'] })

      expect(await act('run', {})).toMatchObject({ status: 200, json: { mentees: 2, proposed: 2 } })
      const draft = await pairs('proposed')
      expect(draft.map(({ mentee, mentor, tier }) => [mentee, mentor, tier])).toEqual(
        expect.arrayContaining([
          [sam.id, ada.id, 'subject'],
          [joy.id, bob.id, 'subject'],
        ]),
      )
      const matches = draft.map(({ id }) => id)
      expect(await act('confirm', { matches })).toMatchObject({
        status: 200,
        json: { confirmed: matches.map(String), refused: [] },
      })
      expect(await pairs('introduced')).toHaveLength(2)
      expect((await call('GET', `/students/${sam.id}`)).json.state).toBe('matched')
      expect((await act('match', { mentee: sam.id, mentor: bob.id })).json.rule).toBe(
        'oneOpenMatch',
      )
      expect((await act('match', { mentee: 'nobody', mentor: bob.id })).status).toBe(404)
    })

    it('eight confirmations at once on one place give one match, and seven sentences', async () => {
      const tutor = await add(call, 'tutors', { name: 'Ada', places: 8 })
      for (let n = 0; n < 8; n += 1) await add(call, 'students', { name: `S${n}` })
      expect((await act('run', {})).json.proposed).toBe(8)
      await call('PATCH', `/tutors/${tutor.id}`, { places: 1 })
      const proposals = await pairs('proposed')

      const answers = await Promise.all(
        proposals.map(({ id }) => act('confirm', { matches: [id] })),
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ json }) => json.rule === 'capacity')).toHaveLength(7)
      expect(await pairs('introduced')).toHaveLength(1)
      expect(await pairs('proposed')).toHaveLength(7)
    })

    it.runIf(name.includes('PostgreSQL'))('a deadlock is tried again', async () => {
      const tutor = await add(call, 'tutors', { name: 'Ada' })
      const student = await add(call, 'students', { name: 'Sam' })
      const other = await connect(address)
      // The other one never gives way: the database ends the plugin's transaction.
      await other.query(`SET deadlock_timeout = '1h'`)
      await other.query('BEGIN')
      await other.query(`UPDATE tutors SET level = 3 WHERE id = ${tutor.id}`)
      const match = act('match', { mentee: student.id, mentor: tutor.id })
      // It holds the student now and waits for the tutor.
      await waiting(other)
      await other.query(`UPDATE students SET level = 3 WHERE id = ${student.id}`)
      await other.query('COMMIT')
      await other.end()
      expect(await match).toMatchObject({ status: 200 })
      expect(await pairs('introduced')).toHaveLength(1)
    })

    it('a large pool is matched beside the server', { timeout: 300_000 }, async () => {
      for (let n = 0; n < 230; n += 1) {
        await add(call, 'tutors', { name: `T${n}`, level: n % 7 })
        await add(call, 'students', { name: `S${n}`, level: n % 5 })
      }
      expect(await act('run', {})).toMatchObject({
        status: 200,
        json: { mentees: 230, proposed: 230 },
      })
      expect(await findSolver(pid)).toBeGreaterThan(0)
      const [run] = (await call('GET', '/pair-runs?limit=1&depth=0')).json.docs as JSONBody[]
      expect(run.record).toMatchObject({ possiblePairs: 230 * 230, isExplained: true })
      expect((await act('repeat', { run: run.id })).json).toEqual({ isSame: true, pairs: 230 })
    })

    it('an undone match frees the place, and they can be erased', async () => {
      const tutor = await add(call, 'tutors', { name: 'Ada' })
      const student = await add(call, 'students', { name: 'Sam' })
      const { json } = await act('match', { mentee: student.id, mentor: tutor.id })
      expect((await call('DELETE', `/students/${student.id}`)).status).toBe(409)
      expect((await act('undo', { match: json.match })).status).toBe(200)
      expect((await call('DELETE', `/students/${student.id}`)).status).toBe(200)
      expect(await pairs('undone')).toHaveLength(0)
    })

    it('a form is published, asks its own questions, and what people answer is checked and kept', async () => {
      await writeForm(call)
      const publish = () => call('POST', '/forms/publish', {})
      const changes = ['The first edition.']
      expect(await publish()).toEqual({ status: 200, json: { number: 1, changes } })
      // What is read from the database is what was written, on each of them.
      expect(await publish()).toMatchObject({
        json: { message: 'There is nothing new to publish.' },
      })

      const { json: form } = await call('GET', '/volunteer')
      const asked = (form.sections as JSONBody[]).map(({ fields, title }) => [title, fields.length])
      expect(asked).toEqual([
        ['You', 2],
        ['Your time', 2],
        ['Agree', 1],
      ])
      expect(form.sections[1].fields[0].options).toEqual([
        { value: 'weekdays', label: 'Weekdays', hint: 'From 9 to 5' },
        { value: 'weekends', label: 'Weekends', synonyms: ['Saturday'] },
      ])

      const answers = { name: 'Noor', email: 'noor@example.org', hours: 4, consent: true }
      const send = (more: object) => call('POST', '/volunteer', { ...answers, ...more })
      expect(await send({ hours: 41, days: ['never'], shoes: 'red', consent: false })).toEqual({
        status: 422,
        json: {
          errors: [
            { field: 'days', message: 'This can’t be used' },
            { field: 'hours', message: 'This can’t be used' },
            { field: 'consent', message: 'Tick the box' },
            { field: '', message: 'The form does not ask “shoes”' },
          ],
        },
      })
      expect(await send({ days: ['saturday'] })).toMatchObject({ status: 201 })
      const { docs } = (await call('GET', '/volunteers')).json
      const days = ['weekends']
      expect(docs).toMatchObject([
        { name: 'Noor', email: 'noor@example.org', answers: { days, hours: 4 } },
      ])
      const correct = (own: object) =>
        call('PATCH', `/volunteers/${docs[0].id}`, { answers: { days, ...own } })
      expect((await correct({ hours: 50 })).status).toBe(400)
      expect((await correct({ hours: 5 })).json.doc.answers).toEqual({ days, hours: 5 })
    })

    it('a note is published, its editor hears of it, and an earlier publication is put back', async () => {
      const page = () =>
        readFile(path.join(project.folder, site, 'current/public/index.html'), 'utf8')
      const isLive = (id: string | number) =>
        expect
          .poll(
            async () => (await call('GET', `/publications/latest?for=notes:${id}`)).json.state,
            {
              timeout: 60_000,
            },
          )
          .toBe('live')
      const note = { title: 'Open on Monday', _status: 'published' }
      const { id } = (await call('POST', '/notes', note)).json.doc
      await isLive(id)
      expect(await page()).toBe('<h1>Open on Monday</h1>')
      await call('PATCH', `/notes/${id}`, { ...note, title: 'Closed for ever' })
      await isLive(id)
      expect(await page()).toBe('<h1>Closed for ever</h1>')

      const [last, first] = (await call('GET', '/publications')).json.docs as JSONBody[]
      expect([last.status, first.status]).toEqual(['live', 'kept'])
      expect(last.changes).toMatchObject([{ collection: 'notes', title: 'Closed for ever' }])
      expect((await call('POST', `/publications/${first.id}/put-back`, {})).status).toBe(200)
      expect(await page()).toBe('<h1>Open on Monday</h1>')
      await call('PATCH', `/notes/${id}`, { ...note, title: 'Open on Tuesday' })
      expect((await call('GET', `/publications/latest?for=notes:${id}`)).json.state).toBe('held')
      expect((await call('POST', '/publish/go-on', {})).status).toBe(202)
      await isLive(id)
      expect(await page()).toBe('<h1>Open on Tuesday</h1>')
      const list = await fetch(`${url}/admin/collections/publications/${last.id}`, {
        headers: { authorization: `JWT ${token}` },
      })
      expect(list.status).toBe(200)
    })

    it('a form is changed in the admin', async () => {
      const { docs } = (await call('GET', '/sign-up-forms')).json
      for (const place of ['sign-up-forms', `sign-up-forms/${docs[0].id}`, 'volunteers']) {
        const page = await fetch(`${url}/admin/collections/${place}`, {
          headers: { authorization: `JWT ${token}` },
        })
        expect({ place, status: page.status }).toEqual({ place, status: 200 })
      }
    })

    it('the workspace is a page of the admin, and looks as it should', async () => {
      const authorization = `JWT ${token}`
      const response = await fetch(`${url}/admin/matching`, { headers: { authorization } })
      expect(response.status).toBe(200)
      const page = await response.text()
      expect(page).toContain('role="tablist"')
      const styles = [...page.matchAll(/href="(\/[^"]+\.css[^"]*)"/g)].map(async ([, file]) =>
        (await fetch(`${url}${file}`)).text(),
      )
      const all = (await Promise.all(styles)).join('')
      for (const part of ['.desk__tab', '.matching__pair']) expect(all).toContain(part)
    })
  })

/** Until somebody waits for a row that this connection holds. */
const waiting = async (client: Client): Promise<void> => {
  for (;;) {
    const { rows } = (await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
    )) as { rows: unknown[] }
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
