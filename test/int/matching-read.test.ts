import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readAll } from '../../plugins/matching/read.ts'
import { dropMongo, mongoServer, newMongoURL } from '../helpers/mongodb.ts'
import { createIn } from '../helpers/store.ts'

/** Records of a project that is not this one, of which a few fields are read, or all. */

const MANY = 260

const mongoURL = mongoServer && newMongoURL()
let folder: string
let payload: Payload
let req: PayloadRequest
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-'))
  const config = buildConfig({
    secret: 'only for tests',
    telemetry: false,
    logger: { options: { level: 'silent' } },
    db: mongoServer
      ? mongooseAdapter({ url: mongoURL!, transactionOptions: false })
      : sqliteAdapter({ client: { url: `file:${path.join(folder, 'read.db')}` }, push: true }),
    localization: { locales: ['en', 'ar'], defaultLocale: 'en' },
    collections: [
      {
        slug: 'people',
        trash: true,
        access: { read: () => ({ level: { less_than: MANY } }) },
        fields: [
          { name: 'level', type: 'number' },
          { name: 'skills', type: 'text', hasMany: true },
          { name: 'motto', type: 'text', localized: true },
          { name: 'pay', type: 'number', access: { read: () => false } },
          { name: 'desk', type: 'text', access: { read: ({ req }) => req.user === null } },
        ],
      },
    ],
  })
  payload = await getPayload({ config, key: 'read' })
  req = await createLocalReq({}, payload)
  for (let level = 0; level <= MANY; level += 1) {
    await createIn(payload, 'people', {
      level,
      skills: [`skill ${level}`, 'all have it'],
      motto: `motto ${level}`,
      pay: 100,
      desk: `desk ${level}`,
      // Put in the trash, and so not there.
      ...(level === 7 && { deletedAt: new Date().toISOString() }),
    })
  }
})
afterAll(async () => {
  await payload.destroy()
  if (mongoURL) await dropMongo(mongoURL)
  await rm(folder, { recursive: true, force: true })
})

type Somebody = { id: number | string; level: number } & Record<string, unknown>

const read = async (fields?: string[]) => {
  const told: number[] = []
  const reading = { collection: 'people', where: { level: { not_equals: 3 } }, fields }
  const people = await readAll<Somebody>(req, reading, (count) => told.push(count))
  expect(told.at(-1)).toBe(people.length)
  expect(told.length).toBeGreaterThan(1)
  return people
}

describe('what is read of a collection', () => {
  it('is everybody whom the one who asks may see, once, in portions', async () => {
    const all = Array.from({ length: MANY }, (_, level) => level)
    const there = all.filter((level) => level !== 3 && level !== 7)
    for (const fields of [undefined, ['level'], ['level', 'skills', 'desk']]) {
      const levels = (await read(fields)).map(({ level }) => level)
      expect(levels.sort((a, b) => a - b)).toEqual(there)
    }
  })

  it('has the fields that are asked for as Payload would give them', async () => {
    const whole = new Map((await read()).map((one) => [one.id, one]))
    for (const fields of [['skills'], ['motto', 'level'], ['level', 'pay'], ['desk']]) {
      for (const one of await read([...fields, 'level'])) {
        const expected = whole.get(one.id)!
        for (const name of fields) expect(one[name]).toEqual(expected[name])
      }
    }
    const [one] = await read(['motto', 'pay', 'level'])
    expect(one).toMatchObject({ motto: `motto ${one!.level}` })
    expect(one).not.toHaveProperty('pay')
  })
})
