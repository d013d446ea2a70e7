import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { numberedPublications } from '../../database/changes/numbered-publications.ts'
import { migrations } from '../../migrations/index.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { migrate } from '../helpers/migrate.ts'

/** Publications of before they had numbers get them by an upgrade; only the last one that went up is live. */

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb') ?? false

const OLD = [
  { status: 'live', startedAt: '2026-11-03T10:00:00.000Z' },
  { status: 'live', startedAt: '2026-11-01T10:00:00.000Z' },
  { status: 'failed', startedAt: '2026-11-04T10:00:00.000Z', problem: 'A reason' },
  { status: 'live', startedAt: '2026-11-02T10:00:00.000Z' },
]
const NEW = [
  [1, 'gone', '2026-11-01T10:00:00.000Z'],
  [2, 'gone', '2026-11-02T10:00:00.000Z'],
  [3, 'live', '2026-11-03T10:00:00.000Z'],
  [4, 'failed', '2026-11-04T10:00:00.000Z'],
]

describe.skipIf(isMongoDB)('on SQLite', () => {
  it('they are numbered by when they began', async () => {
    const client = createClient({ url: ':memory:' })
    // The one that asks by when they began, whatever else it does.
    const upTo = migrations.findIndex(({ up }) =>
      /publications\\?`\.\\?`started_at/.test(String(up)),
    )
    expect(upTo).toBeGreaterThan(0)
    await migrate(client, migrations.slice(0, upTo))
    for (const [i, { startedAt, status }] of OLD.entries())
      await client.execute({
        sql: 'INSERT INTO publications (id, status, started_at) VALUES (?, ?, ?)',
        args: [String(i), status, startedAt],
      })
    await migrate(client, migrations.slice(upTo, upTo + 1))
    const { rows } = await client.execute(
      'SELECT number, status, started_at FROM publications ORDER BY number',
    )
    expect(rows.map((row) => Object.values(row))).toEqual(NEW)
  })
})

describe.skipIf(!isMongoDB)('on MongoDB', () => {
  let app: Installation
  beforeAll(async () => {
    app = await boot()
  })
  afterAll(() => app.close())

  it('they are numbered by when they began, and a second time the same', async () => {
    const { connection } = asMongoDB(app.payload.db)
    const publications = connection.db!.collection('publications')
    const dated = OLD.map((row) => ({ ...row, startedAt: new Date(row.startedAt) }))
    await publications.insertMany(dated)
    for (let time = 0; time < 2; time += 1) {
      const session = await connection.startSession()
      await session.withTransaction(() =>
        numberedPublications({
          database: connection.db!,
          payload: app.payload,
          req: undefined!,
          session,
        }),
      )
      await session.endSession()
      const rows = await publications.find().sort({ number: 1 }).toArray()
      expect(
        rows.map(({ number, startedAt, status }) => [number, status, startedAt.toISOString()]),
      ).toEqual(NEW)
    }
  })
})
