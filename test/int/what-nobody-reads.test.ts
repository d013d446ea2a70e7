import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { whatNobodyReads } from '../../database/changes/what-nobody-reads.ts'
import { migrations } from '../../migrations/index.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { migrate } from '../helpers/migrate.ts'

/**
 * What nobody reads goes with an upgrade, and nothing beside it. Values of rows that stay are looked at
 * by `test/upgrade`.
 */

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb') ?? false

describe.skipIf(isMongoDB)('on SQLite', () => {
  it('notes about what no form opens go, and jobs that a round has replaced', async () => {
    const client = createClient({ url: ':memory:' })
    const upTo = migrations.findIndex(({ name }) => name.endsWith('_what_nobody_reads'))
    await migrate(client, migrations.slice(0, upTo))
    await client.executeMultiple(`
      PRAGMA foreign_keys=OFF;
      INSERT INTO payload_locked_documents (id, global_slug) VALUES ('page', 'site-wording');
      INSERT INTO payload_locked_documents (id) VALUES ('mentor'), ('match'), ('visit');
      INSERT INTO payload_locked_documents_rels (parent_id, path, mentors_id, users_id) VALUES
        ('mentor', 'document', 'm', NULL), ('mentor', 'user', NULL, 'u'), ('page', 'user', NULL, 'u');
      INSERT INTO payload_locked_documents_rels (parent_id, path, matches_id) VALUES ('match', 'document', 'x');
      INSERT INTO payload_locked_documents_rels (parent_id, path, visits_id) VALUES ('visit', 'document', 'v');
      INSERT INTO payload_locked_documents_rels (parent_id, path, users_id) VALUES ('match', 'user', 'u');
      INSERT INTO payload_jobs (id, task_slug) VALUES ('former', 'followMatches'), ('build', 'publishSite');
      INSERT INTO payload_jobs_log (id, _order, _parent_id, executed_at, completed_at, task_slug, task_i_d, state)
        VALUES ('a', 0, 'former', '', '', 'followMatches', 'x', 'failed'), ('b', 0, 'build', '', '', 'publishSite', 'x', 'failed');
    `)

    await migrate(client, migrations.slice(upTo, upTo + 1))

    const read = async (query: string) =>
      (await client.execute(query)).rows.map((row) => Object.values(row).join(' '))
    expect(await read('SELECT id FROM payload_locked_documents ORDER BY id')).toEqual([
      'mentor',
      'page',
    ])
    expect(
      await read('SELECT parent_id, path FROM payload_locked_documents_rels ORDER BY 1, 2'),
    ).toEqual(['mentor document', 'mentor user', 'page user'])
    expect(await read('SELECT id FROM payload_jobs')).toEqual(['build'])
    expect(await read('SELECT id FROM payload_jobs_log')).toEqual(['b'])
  })
})

describe.runIf(isMongoDB)('on MongoDB', () => {
  let app: Installation
  beforeAll(async () => {
    app = await boot()
  })
  afterAll(() => app.close())

  it('fields, notes about what no form opens and jobs that a round has replaced go', async () => {
    const { connection } = asMongoDB(app.payload.db)
    const database = connection.db!
    const of = (name: string) => database.collection<Record<string, unknown>>(name)
    const note = (relationTo: string) => ({ document: { relationTo, value: 'x' } })
    await of('payload-locked-documents').insertMany([
      { globalSlug: 'site-wording' },
      ...['mentors', 'matches', 'visits'].map(note),
    ])
    await of('payload-jobs').deleteMany({})
    await of('payload-jobs').insertMany([
      { taskSlug: 'followMatches' },
      { taskSlug: 'publishSite', meta: { scheduled: true } },
    ])
    await of('globals').insertOne({ globalType: 'payload-jobs-stats', stats: {} })
    await of('meetings').insertOne({ way: 'online', notedBy: 'mentor' })
    await of('agreements').insertOne({ version: 2, writtenBy: 'mentor' })
    await of('matching-runs').insertOne({ proposed: 3, isCertified: true })
    await of('match-steps').insertOne({ what: 'sign', detail: '2', by: 'mentee' })
    const run = () =>
      connection
        .getClient()
        .withSession((session) =>
          session.withTransaction(() =>
            whatNobodyReads({ database, session } as Parameters<typeof whatNobodyReads>[0]),
          ),
        )
    await run()
    await run()

    const read = async (name: string) =>
      (await of(name)
        .find({}, { projection: { _id: 0 } })
        .toArray()) as unknown[]
    expect(await read('payload-locked-documents')).toEqual([
      { globalSlug: 'site-wording' },
      note('mentors'),
    ])
    expect(await read('payload-jobs')).toEqual([{ taskSlug: 'publishSite' }])
    expect(await of('globals').countDocuments({ globalType: 'payload-jobs-stats' })).toBe(0)
    expect(await read('meetings')).toEqual([{ way: 'online' }])
    expect(await read('agreements')).toEqual([{ version: 2 }])
    expect(await read('matching-runs')).toEqual([{ proposed: 3 }])
    expect(await read('match-steps')).toEqual([{ what: 'sign', by: 'mentee' }])
  })
})
