import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'

import { createClient } from '@libsql/client'
import { type Db, MongoClient } from 'mongodb'
import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { holdDataFolder } from '../../database/hold.ts'
import { writeMarker } from '../../database/move/marker.ts'
import type * as Database from '../../database/index.ts'
import type * as MoveInstallation from '../../database/move/move-installation.ts'
import type { LastCheck, MoveOptions } from '../../database/move/types.ts'
import { tsx } from '../../scripts/run.ts'
import type { Installation } from '../helpers/boot.ts'
import { hiddenInputs, pathIn } from '../helpers/links.ts'
import { dropMongo, mongoServer, newMongoURL, onMongoDB } from '../helpers/mongodb.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'
import {
  type CMS,
  environment,
  fillUp,
  type InHand,
  makeDemo,
  PASSWORD,
  startCMS,
} from '../helpers/to-move.ts'
import { openBrowser } from '../helpers/visitor.ts'

const everything = { overrideAccess: true, depth: 0, pagination: false } as const

describe.skipIf(!mongoServer)(onMongoDB('moving an installation to MongoDB'), () => {
  let dataDir: string
  /** Where the database is. */
  let home: string
  let config: SanitizedConfig
  let databaseAdapter: (typeof Database)['databaseAdapter']
  let moveInstallation: (typeof MoveInstallation)['moveInstallation']
  let PACKED_FIELDS: MoveOptions['packed']
  let MOVE_CHECKS: MoveOptions['checks']
  let inHand: InHand
  let postbox: Postbox
  let before: { file: string; hash: string }[]
  const urls: string[] = []
  const newURL = () => {
    urls.push(newMongoURL())
    return urls.at(-1)!
  }

  /** Every file that belongs to the database, by its content. */
  const filesOf = async (folder: string) => {
    const names = (await readdir(folder)).filter((name) => /^mentoring\.db(-\w+)?$/.test(name))
    return Promise.all(
      names.sort().map(async (file) => ({
        file,
        hash: createHash('sha256')
          .update(await readFile(path.join(folder, file)))
          .digest('hex'),
      })),
    )
  }

  const fileIn = (folder: string) => path.join(folder, 'mentoring.db')

  /** The command, as a process of its own. */
  const start = (to: string) => {
    const [program, ...args] = tsx('scripts/move.ts', '--to', to)
    const child = spawn(program, args, {
      env: { ...environment(dataDir), DATABASE_URL: `file:${fileIn(home)}` },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    }
    const end = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
    return { child, end, says: () => output }
  }

  /** The same in this process, with what was said. */
  const move = async (options: Partial<MoveOptions> & { to: string }) => {
    const said: string[] = []
    const result = await moveInstallation({
      from: fileIn(home),
      config,
      packed: PACKED_FIELDS,
      checks: MOVE_CHECKS,
      say: (line) => said.push(line),
      ...options,
    })
    return { ...result, said: said.join('\n') }
  }
  const copyTo = async (folder: string) => {
    await mkdir(folder)
    for (const { file } of before) await copyFile(path.join(home, file), path.join(folder, file))
  }

  const inTarget = async <T>(url: string, use: (db: Db) => Promise<T>): Promise<T> => {
    const client = await MongoClient.connect(url)
    try {
      return await use(client.db())
    } finally {
      await client.close()
    }
  }
  const namesIn = (url: string) =>
    inTarget(url, async (db) => (await db.listCollections().toArray()).map(({ name }) => name))

  /** Documents by collection of MongoDB. */
  const countDocuments = (url: string) =>
    inTarget(url, async (db) => {
      const counts: Record<string, number> = {}
      for (const { name } of await db.listCollections().toArray()) {
        counts[name] = await db.collection(name).countDocuments()
      }
      return counts
    })

  /** Rows of the file by collection. */
  const countRows = async () => {
    const copy = await mkdtemp(path.join(dataDir, 'count-'))
    for (const { file } of before) await copyFile(path.join(home, file), path.join(copy, file))
    const client = createClient({ url: `file:${fileIn(copy)}` })
    const counts: Record<string, number> = {}
    for (const { slug } of config.collections) {
      const table = slug.replaceAll('-', '_')
      const { rows } = await client.execute(`SELECT count(*) AS n FROM "${table}"`)
      counts[slug] = Number(rows[0]!.n)
    }
    client.close()
    return counts
  }

  beforeAll(async () => {
    dataDir = await makeDemo()
    postbox = await openPostbox()
    Object.assign(process.env, { ...environment(dataDir), NODE_ENV: 'test' })
    process.env.SMTP_URL = postbox.url
    process.env.DISABLE_LOGGING = 'true'
    config = await (await import('../../payload.config.ts')).default
    // After the environment is set, which the settings are read from.
    ;({ databaseAdapter } = await import('../../database/index.ts'))
    ;({ moveInstallation } = await import('../../database/move/move-installation.ts'))
    ;({ MOVE_CHECKS, PACKED_FIELDS } = await import('../../programme/moving.ts'))
    const source = await startCMS(config, databaseAdapter(process.env.DATABASE_URL!))
    inHand = await fillUp(source, postbox)
    // As a killed server leaves them: nearly all is in the write-ahead log. In a folder of their own,
    // because Payload never closes all that it has opened.
    // With what means something in an address.
    home = path.join(dataDir, 'a home #1 100%25')
    await mkdir(home)
    for (const name of ['mentoring.db', 'mentoring.db-wal']) {
      await copyFile(path.join(dataDir, name), path.join(home, name))
    }
    await source.close()
    before = await filesOf(home)
  })

  afterAll(async () => {
    for (const url of urls) await dropMongo(url)
    await postbox.close()
    await rm(dataDir, { recursive: true })
  })

  it('in a dry run reads everything and writes nothing', async () => {
    const url = newURL()
    const { documents, pictures, problems } = await move({ to: url, isDryRun: true })
    expect({ pictures, problems }).toEqual({ pictures: 8, problems: [] })
    expect(documents).toBeGreaterThan(300)
    expect(await namesIn(url)).toEqual([])
    expect(await filesOf(home)).toEqual(before)
  })

  it('is refused while a server uses the installation', async () => {
    const release = holdDataFolder(dataDir)
    const { code, output } = await start(newURL()).end
    release()
    expect(output).toContain(`is in use by process ${process.pid}`)
    expect(code).toBe(1)
  })

  it('goes on after it was killed in the middle, and leaves the file as it was', async () => {
    const url = newURL()
    const killed = start(url)
    while (!killed.says().includes('mentees:')) await once(killed.child.stdout, 'data')
    killed.child.kill('SIGKILL')
    expect((await killed.end).code).toBeNull()
    expect(await namesIn(url)).toContain('unfinished-move')
    await expect(startCMS(config, databaseAdapter(url))).rejects.toThrow('unfinished move')

    const again = await start(url).end
    expect(again.output).toContain('Going on with the unfinished move')
    expect(again.output).toContain('Moved and compared')
    expect(again.code).toBe(0)
    expect(await namesIn(url)).not.toContain('unfinished-move')
    expect(await filesOf(home)).toEqual(before)
    // The copies that it read from are gone.
    expect((await readdir(home)).filter((name) => name.startsWith('.move'))).toEqual([])
    await expect(move({ to: url })).rejects.toThrow('is not empty')
  })

  it('begins anew when the file has changed since it was broken off', async () => {
    const folder = path.join(dataDir, 'changed')
    await copyTo(folder)
    const from = fileIn(folder)
    const to = newURL()
    const brokenOff = move({
      from,
      to,
      say: (line) => {
        if (line.startsWith('mentees')) throw new Error('pulled the plug')
      },
    })
    await expect(brokenOff).rejects.toThrow('pulled the plug')
    await expect(move({ to })).rejects.toThrow('unfinished move of another installation')

    const client = createClient({ url: `file:${from}` })
    await client.execute(
      "UPDATE mentors SET name = 'Somebody Else' WHERE id IN (SELECT id FROM mentors LIMIT 1)",
    )
    client.close()
    const { problems, said } = await move({ from, to })
    expect(said).toContain('begins anew')
    expect(problems).toEqual([])
    const found = await inTarget(to, (db) =>
      db.collection('mentors').countDocuments({ name: 'Somebody Else' }),
    )
    expect(found).toBe(1)
  })

  it('finds whatever is not the same afterwards, and then is not finished', async () => {
    const to = newURL()
    const ids: string[] = []
    const spoil: LastCheck = {
      name: 'nothing is spoilt',
      check: async (source) => {
        const { docs } = await source.find({ ...everything, collection: 'mentors' })
        await inTarget(to, async (db) => {
          const all = await db.collection('mentors').find().sort({ email: 1 }).toArray()
          ids.push(...all.slice(0, 2).map(({ _id }) => String(_id)))
          await db.collection('mentors').updateOne({ _id: all[0]!._id }, { $set: { capacity: 77 } })
          await db.collection('mentors').deleteOne({ _id: all[1]!._id })
          await db.collection('mentors').dropIndex('email_1')
          await db.collection('mails').updateOne({}, { $set: { subject: `About ${docs[0]!.id}` } })
        })
        return undefined
      },
    }
    expect((await move({ to, checks: [spoil] })).problems).toEqual([])
    // As a move that was broken off there.
    await inTarget(to, async (db) => {
      const file = fileIn(home)
      const fingerprint = createHash('sha256')
      for (const ending of ['', '-wal']) fingerprint.update(await readFile(file + ending))
      const claim = { file, host: hostname(), fingerprint: fingerprint.digest('hex') }
      await writeMarker(db, claim)
      await db.collection('mentors').insertOne({ name: 'Nobody' })
    })
    const { problems } = await move({ to })
    expect(problems).toContain(`mentors ${ids[0]}: is not the same`)
    expect(problems).toContainEqual(
      expect.stringMatching(/^mentors: there are 62 .* should be 61$/),
    )
    expect(problems).toContainEqual(expect.stringMatching(/^mails \w+: is not the same$/))
    expect(problems).toContainEqual(
      expect.stringMatching(/^mails \w+: "subject" still has an old id/),
    )
    expect(await namesIn(to)).toContain('unfinished-move')
  })

  it('is refused for a file of another version, a damaged one, and one whose pictures are missing', async () => {
    const folder = path.join(dataDir, 'older')
    const from = fileIn(folder)
    const to = newURL()
    const refusal = () =>
      move({ from, to }).then(
        () => 'was moved',
        ({ message, name }: Error) => `${name}: ${message}`,
      )
    expect(await refusal()).toContain('MoveRefused: There is no database at')
    await copyTo(folder)
    const media = path.join(dataDir, 'media')
    await rename(media, `${media}-away`)
    expect(await refusal()).toMatch(/MoveRefused: Pictures are missing[^]*hospital.jpg/)
    await rename(`${media}-away`, media)

    const client = createClient({ url: `file:${from}` })
    await client.execute('CREATE TABLE left_over (x)')
    await client.execute('INSERT INTO left_over VALUES (1)')
    expect(await refusal()).toContain('"left_over"')
    await client.execute('DROP TABLE left_over')
    await client.execute(
      'DELETE FROM payload_migrations WHERE name = (SELECT max(name) FROM payload_migrations)',
    )
    expect(await refusal()).toContain('from an earlier version')
    client.close()
    const bytes = await readFile(from)
    bytes.fill(7, 4096, 200_000)
    await writeFile(from, bytes)
    expect(await refusal()).toMatch(/MoveRefused: .*(damaged|malformed)/)
    expect(await namesIn(to)).toEqual([])
  })

  describe('afterwards', () => {
    let moved: CMS
    let counts: Record<string, number>
    let url: string

    beforeAll(async () => {
      url = newURL()
      expect((await move({ to: url })).problems).toEqual([])
      // Counted before the start, which does what was left to do.
      counts = await countDocuments(url)
      moved = await startCMS(config, databaseAdapter(url))
    })
    afterAll(() => moved.close())

    it('everything is there', async () => {
      const { collections } = asMongoDB(moved.payload.db)
      for (const [slug, count] of Object.entries(await countRows())) {
        expect([slug, counts[collections[slug]!.collection.collectionName]]).toEqual([slug, count])
      }
      const { docs } = await moved.payload.find({
        ...everything,
        collection: 'matches',
        where: { status: { not_equals: 'proposed' } },
        depth: 1,
      })
      expect(docs.length).toBeGreaterThan(5)
      for (const { decidedBy, mentee, mentor } of docs) {
        for (const record of [mentee, mentor, decidedBy]) expect(record).toHaveProperty('email')
      }
    })

    it('staff log in with the password they had, and with a new one that was asked for before', async () => {
      await moved.logIn('admin')
      const { status } = await moved.rest('POST', '/users/reset-password', {
        body: { token: inHand.reset, password: `new ${PASSWORD}` },
      })
      expect(status).toBe(200)
    })

    it('a log-in of before goes on, is refreshed, and ends when it is logged out', async () => {
      const me = async (token: string) =>
        (await moved.rest('GET', '/users/me', { token })).json.user?.email
      expect(await me(inHand.session)).toBe('coordinator@example.org')
      const { json } = await moved.rest('POST', '/users/refresh-token', { token: inHand.session })
      expect(await me(json.refreshedToken)).toBe('coordinator@example.org')
      const list = await moved.rest('GET', '/mentees?limit=1', { token: inHand.session })
      expect(list.json.docs).toHaveLength(1)
      await moved.rest('POST', '/users/logout', { token: json.refreshedToken })
      expect(await me(inHand.session)).toBeUndefined()
    })

    it('an address is confirmed by the link that was mailed before', async () => {
      const browser = openBrowser(moved.rest as Installation['rest'])
      const shown = await browser('GET', inHand.confirm)
      expect(shown.status).toBe(200)
      const [route] = inHand.confirm.split('?')
      const answer = await browser('POST', route!, { form: hiddenInputs(shown.text) })
      expect(answer.status).toBeLessThan(400)
      const { docs } = await moved.payload.find({
        ...everything,
        collection: 'mentors',
        where: { email: { equals: 'new.mentor@example.org' } },
      })
      expect(docs[0]!.status).toBe('active')
    })

    it('a personal page opens by the link that was mailed before', async () => {
      const browser = openBrowser(moved.rest as Installation['rest'])
      const shown = await browser('GET', inHand.page)
      expect(shown.status).toBe(200)
      expect(shown.text).toContain('Your mentor')
    })

    it('what waited to be sent is sent', async () => {
      await moved.runMail()
      expect(pathIn(await postbox.wait(inHand.waiting))).toMatch(/^\/my\?token=/)
    })

    it('what named a record still does: lists, preferences, locks, notes, proposals', async () => {
      const { payload } = moved
      const preference = (
        await payload.find({ ...everything, collection: 'payload-preferences' })
      ).docs.find(({ key }) => key?.startsWith('collection-mentors-'))!
      const id = preference.key!.replace('collection-mentors-', '')
      const mentor = await payload.findByID({ ...everything, collection: 'mentors', id })
      expect(mentor.name).toBeTruthy()
      expect(preference.value).toEqual({ fields: { open: [id] } })
      const locks = await payload.find({ ...everything, collection: 'payload-locked-documents' })
      expect(locks.docs[0]!.document).toEqual({ relationTo: 'mentors', value: id })
      const days = await payload.find({ ...everything, collection: 'training-days' })
      expect(days.docs[0]!.details).toContain(`/mentors/${id}?tab=2`)
      const mentees = await payload.find({
        ...everything,
        collection: 'mentees',
        where: { keepApartFrom: { in: [id] } },
      })
      expect(mentees.docs[0]!.keepApartFrom).toHaveLength(2)
      expect((mentees.docs[0]!.keepApartFrom as string[])[1]).toBe(id)
    })

    it('the draft is a draft, the picture is shown, and the last run repeats', async () => {
      const comms = await moved.logIn('coordinator')
      const { docs: links } = await moved.payload.find({
        ...everything,
        collection: 'resource-links',
        draft: true,
      })
      const draft = links.find(({ title }) => title === 'A draft that nobody has published')!
      expect(draft._status).toBe('draft')
      const live = await moved.payload.findByID({
        ...everything,
        collection: 'resource-links',
        id: draft.id,
      })
      expect(live.title).not.toBe(draft.title)
      expect(
        (await moved.rest('GET', `/media/file/${inHand.picture}`, { token: comms })).status,
      ).toBe(200)
      const { docs: runs } = await moved.payload.find({
        ...everything,
        collection: 'matching-runs',
      })
      const { json } = await moved.rest('POST', '/matching/repeat', {
        token: comms,
        body: { run: runs[0]!.id },
      })
      expect(json).toMatchObject({ isSame: true })
      expect(json.pairs).toBeGreaterThan(5)
    })

    it('the programme goes on: a proposal is confirmed and both are written to', async () => {
      const token = await moved.logIn('coordinator')
      const { docs: proposals } = await moved.payload.find({
        ...everything,
        collection: 'matches',
        where: { status: { equals: 'proposed' } },
        depth: 1,
      })
      const [proposal] = proposals
      const answer = await moved.rest('POST', '/matching/confirm', {
        token,
        body: { matches: [proposal!.id] },
      })
      expect(answer.status, answer.text).toBe(200)
      await moved.runMail()
      for (const person of [proposal!.mentee, proposal!.mentor] as { email: string }[]) {
        await postbox.wait(person.email, /./, 5000)
      }
    })
  })
})
