import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB, asSQLite } from '../../database/adapters.ts'
import type { ChangeOfData } from '../../database/changes/types.ts'
import { upgradeMongoDB } from '../../database/upgrade/mongodb.ts'
import { upgradeSQLite } from '../../database/upgrade/sqlite.ts'
import { migrations } from '../../migrations/index.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentor } from '../helpers/people.ts'

/**
 * Upgrades by migrations that do not exist, on the database under test: what is promised to those
 * who write the next one. What real installations become is in `test/upgrade`.
 */

let installation: Installation
beforeAll(async () => {
  installation = await boot()
  await createMentor(installation.payload, { name: 'Amina Yusuf' })
})
afterAll(() => installation.close())

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb')

const recorded = async (): Promise<string[]> => {
  const { docs } = await installation.payload.find({
    collection: 'payload-migrations',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ name }) => name!)
}

const people = async () =>
  (await installation.payload.find({ collection: 'mentors', overrideAccess: true })).docs

it('a new installation has recorded every migration once', async () => {
  expect((await recorded()).sort()).toEqual(migrations.map(({ name }) => name).sort())
})

describe.skipIf(isMongoDB)('on SQLite', () => {
  const adapter = () => asSQLite(installation.payload.db)
  const upgrade = (...ups: ((args: MigrateUpArgs) => Promise<void>)[]) =>
    upgradeSQLite(adapter(), [
      ...migrations,
      ...ups.map((up, place) => ({ name: `2999010${place}_test`, up })),
    ])
  const schema = async () =>
    (await adapter().client.execute('SELECT sql FROM sqlite_master ORDER BY name')).rows.map(
      (row) => row.sql,
    )

  it('all pending migrations are kept, or none', async () => {
    const [namesBefore, schemaBefore, peopleBefore] = [
      await recorded(),
      await schema(),
      await people(),
    ]
    await expect(
      upgrade(
        async ({ db }) => {
          await db.run(sql`ALTER TABLE mentors ADD shoe_size text`)
          await db.run(sql`UPDATE mentors SET name = 'changed'`)
        },
        async ({ payload, req }) => {
          await payload.update({
            collection: 'mentors',
            where: {},
            data: { name: 'changed by the Local API' },
            overrideAccess: true,
            req,
          })
          throw new Error('the second is at fault')
        },
      ),
    ).rejects.toThrow('the second is at fault')
    expect(await schema()).toEqual(schemaBefore)
    expect(await people()).toEqual(peopleBefore)
    expect(await recorded()).toEqual(namesBefore)
  })

  it('a table is made anew without touching what points to it', async () => {
    const languages = async () =>
      (await adapter().client.execute('SELECT * FROM mentors_texts')).rows.length
    const before = await languages()
    expect(before).toBeGreaterThan(0)
    await upgrade(async ({ db }) => {
      const { rows } = await db.run(sql`SELECT sql FROM sqlite_master WHERE name = 'mentors'`)
      await db.run(sql.raw(String(rows[0]!.sql).replace('`mentors`', '`__new_mentors`')))
      await db.run(sql`INSERT INTO __new_mentors SELECT * FROM mentors`)
      await db.run(sql`DROP TABLE mentors`)
      await db.run(sql`ALTER TABLE __new_mentors RENAME TO mentors`)
    })
    expect(await languages()).toBe(before)
    expect(await people()).toHaveLength(1)
    await adapter().client.execute("DELETE FROM payload_migrations WHERE name = '29990100_test'")
  })

  it('records that would point nowhere are not kept, and foreign keys hold again afterwards', async () => {
    await expect(
      upgrade(async ({ db }) => {
        await db.run(sql`DELETE FROM mentors`)
      }),
    ).rejects.toThrow('point to others which are gone')
    expect(await people()).toHaveLength(1)
    const { rows } = await adapter().client.execute('PRAGMA foreign_keys')
    expect(rows[0]!.foreign_keys).toBe(1)
  })

  it('a newer version’s database is left alone', async () => {
    const names = migrations.slice(0, -1)
    await expect(upgradeSQLite(adapter(), names)).rejects.toThrow('newer version')
  })
})

describe.runIf(isMongoDB)('on MongoDB', () => {
  const adapter = () => asMongoDB(installation.payload.db)
  const upgrade = (...changes: ChangeOfData[]) => {
    const names = changes.map((_, place) => `2999010${place}_test`)
    return upgradeMongoDB(
      adapter(),
      [...migrations.map(({ name }) => name), ...names],
      Object.fromEntries(names.map((name, place) => [name, changes[place]!])),
    )
  }

  it('all pending changes of data are kept, or none', async () => {
    const [namesBefore, peopleBefore] = [await recorded(), await people()]
    await expect(
      upgrade(
        async ({ database, session }) => {
          await database.collection('mentors').updateMany({}, { $set: { name: 'x' } }, { session })
        },
        async () => {
          throw new Error('the second is at fault')
        },
      ),
    ).rejects.toThrow('the second is at fault')
    expect(await people()).toEqual(peopleBefore)
    expect(await recorded()).toEqual(namesBefore)
  })

  it('a change runs once and is recorded, and an index that no field has is in nobody’s way', async () => {
    const mentors = adapter().connection.db!.collection('mentors')
    await mentors.createIndex({ badge: 1 }, { unique: true })
    await mentors.insertOne({ name: 'Ömer Şahin', email: 'omer@example.org', badge: 2 })
    let runs = 0
    const change: ChangeOfData = async ({ database, session }) => {
      runs += 1
      await database
        .collection('mentors')
        .updateMany({}, { $set: { place: 'Leeds' }, $unset: { badge: '' } }, { session })
    }
    await upgrade(change)
    await upgrade(change)
    expect(runs).toBe(1)
    expect((await recorded()).filter((name) => name === '29990100_test')).toHaveLength(1)
    expect(Object.keys(await mentors.indexInformation())).not.toContain('badge_1')
    const docs = await mentors.find().toArray()
    expect(docs.map(({ place }) => place)).toEqual(docs.map(() => 'Leeds'))
  })

  it('a newer version’s database is left alone', async () => {
    const names = migrations.slice(0, -1).map(({ name }) => name)
    await expect(upgradeMongoDB(adapter(), names)).rejects.toThrow('newer version')
  })

  it('a message of the first version keeps its link', async () => {
    const { linksOfMails } = await import('../../database/changes/links-of-mails.ts')
    const database = adapter().connection.db!
    const link = { purpose: 'confirm', about: 'mentors:1', nonce: 'n' }
    const mails = database.collection('mails')
    await mails.insertOne({ key: 'old', secretLink: link })
    await mails.insertOne({ key: 'older', secretLink: null })
    const client = adapter().connection.getClient()
    const run = () =>
      client.withSession((session) =>
        session.withTransaction(() =>
          linksOfMails({ database, session } as Parameters<typeof linksOfMails>[0]),
        ),
      )
    await run()
    await run()
    expect(await mails.findOne({ key: 'old' })).toMatchObject({ links: { link } })
    expect(await mails.findOne({ key: 'old' })).not.toHaveProperty('secretLink')
    expect(await mails.findOne({ key: 'older' })).not.toHaveProperty('secretLink')
  })
})
