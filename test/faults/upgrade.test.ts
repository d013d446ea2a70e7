import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import { freePort, launchServer } from '../helpers/server.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'
import { STORY_MENTORS, STORY_PASSWORD, STORY_SECRET } from '../upgrade/story-people.ts'

/**
 * The production server on the database of an installation of the first version, as whoever runs it does an
 * upgrade. What becomes of every row of every version is in `test/upgrade`.
 */

const FIRST_VERSION = '20261122_202703_initial'

let dataDir: string
let postbox: Postbox
let server: Awaited<ReturnType<typeof launchServer>>
let url: string
let log = ''

beforeAll(async () => {
  postbox = await openPostbox()
  dataDir = await mkdtemp(path.join(tmpdir(), 'mentoring-upgrade-'))
  const fixture = path.join(import.meta.dirname, `../upgrade/fixtures/${FIRST_VERSION}.db.gz`)
  await writeFile(path.join(dataDir, 'mentoring.db'), gunzipSync(await readFile(fixture)))
  const port = await freePort()
  url = `http://localhost:${port}`
  const env = {
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: STORY_SECRET,
    SERVER_URL: '',
    SMTP_URL: postbox.url,
  }
  server = await launchServer(port, env, (text) => (log += text))
})
afterAll(async () => {
  server?.kill('SIGKILL')
  await postbox?.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

describe('a server of this version on a database of the first one', () => {
  it('upgrades it, says so, and keeps a copy', () => {
    expect(log).toContain('Migrating the database')
    expect(log).toContain('before-upgrade')
  })

  it('shows the site', async () => {
    const page = await fetch(`${url}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<h1')
  })

  it('lets staff in who had an account, and shows them who was there', async () => {
    const login = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'coordinator@example.org', password: STORY_PASSWORD }),
    })
    const { token } = (await login.json()) as { token: string }
    const list = await fetch(`${url}/api/mentors?limit=0&depth=0`, {
      headers: { authorization: `JWT ${token}` },
    })
    const { docs } = (await list.json()) as { docs: { name: string }[] }
    expect(docs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(STORY_MENTORS.map(({ name }) => name)),
    )
    expect((await fetch(`${url}/admin/login`)).status).toBe(200)
  })

  it('takes a sign-up and mails its link', async () => {
    const email = 'nadia.new@example.org'
    // Its form asks for the name of the team and for one country, as it always did.
    const {
      'arrival-month': _month,
      'arrival-year': _year,
      qualifiedIn: _country,
      team: _team,
      ...answers
    } = menteeForm({ email })
    const answer = await fetch(`${url}/api/sign-up/mentee`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...answers, arrival: '2024-08', name: 'Nadia New' }),
    })
    expect(answer.status).toBe(202)
    const { text } = await postbox.wait(email)
    expect(text).toContain('/sign-up/confirm/?token=')
  })
})
