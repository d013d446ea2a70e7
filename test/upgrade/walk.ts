import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { BasePayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { databaseAdapter } from '../../database/index.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'
import { GONE_COLUMNS, GONE_TABLES } from './gone.ts'
import { readSchema, readTables, type Tables } from './tables.ts'
import type { Mailed } from './story.ts'
import { walkInstallation } from './walk-installation.ts'

/**
 * Takes an installation of an older version, kept in `fixtures/`, to this version and walks through
 * it: every value is where it was, the schema is that of a new installation, and everything works.
 */
export const walk = (name: string): void => {
  // What becomes of MongoDB is in `mongodb.test.ts`.
  describe.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))(
    `an upgrade from ${name}`,
    () => {
      let app: Installation
      let postbox: Postbox
      let before: Tables
      let migrated: Tables
      const schemas: Record<'fresh' | 'migrated', Record<string, unknown>> = {
        fresh: {},
        migrated: {},
      }
      let told: { madeAt: string; mailed: Mailed[] }

      beforeAll(async () => {
        told = JSON.parse(await readFile(path.join(FIXTURES, `${name}.json`), 'utf8'))
        postbox = await openPostbox()
        process.env.SMTP_URL = postbox.url
        app = await boot({
          before: async ({ dataDir, url }) => {
            const file = url.slice('file:'.length)
            const packed = await readFile(path.join(FIXTURES, `${name}.db.gz`))
            await writeFile(file, gunzipSync(packed))
            before = await readTables(file)

            // The upgrade alone, without what a start writes.
            const config = await (await import('../../payload.config.ts')).default
            const bare = await new BasePayload().init({ config, disableOnInit: true })
            await bare.destroy()
            migrated = await readTables(file)
            schemas.migrated = await readSchema(file)

            const folder = path.join(dataDir, 'fresh')
            const fresh = path.join(folder, 'mentoring.db')
            const db = databaseAdapter(`file:${fresh}`, folder) as typeof config.db
            const other = { ...config, db }
            await (await new BasePayload().init({ config: other, disableOnInit: true })).destroy()
            schemas.fresh = await readSchema(fresh)
          },
        })
        vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(told.madeAt) + 60 * 60 * 1000 })
      })
      afterAll(async () => {
        vi.useRealTimers()
        await app?.close()
        await postbox.close()
      })

      it('has rows in every table', () => {
        for (const [table, rows] of before) expect(rows.size, table).toBeGreaterThan(0)
      })

      it('keeps every row and every value', () => {
        const lost: Record<string, string> = {}
        for (const [table, rows] of before) {
          if (table in GONE_TABLES) continue
          for (const [id, row] of rows) {
            const now = migrated.get(table)?.get(id)
            for (const [column, value] of Object.entries(row)) {
              const name = `${table}.${column}`
              if (name in GONE_COLUMNS || now?.[column] === value) continue
              lost[name] = `${value} became ${now?.[column]}`
            }
          }
        }
        expect(lost).toEqual({})
      })

      it('keeps the sentences of every match, in their order', () => {
        const said = [...(before.get('matches_texts')?.values() ?? [])]
        const now = said.map(({ order, parent_id: id, path }) => {
          const sentences = migrated.get('matches')?.get(`${id}`)?.[`${path}`]
          return (JSON.parse(`${sentences}`) as string[])[Number(order) - 1]
        })
        expect(now).toEqual(said.map(({ text }) => text))
      })

      it('keeps what people chose, in their order', () => {
        for (const owner of ['mentors', 'mentees']) {
          const now = [...(migrated.get(`${owner}_texts`)?.values() ?? [])]
          for (const path of ['languages', 'topics']) {
            const chosen = [...(before.get(`${owner}_${path}`)?.values() ?? [])]
            const lost = chosen.filter(
              ({ order, parent_id: id, value }) =>
                !now.some(
                  (row) =>
                    row.path === path &&
                    row.parent_id === id &&
                    row.order === order &&
                    row.text === value,
                ),
            )
            expect(lost).toEqual([])
          }
        }
      })

      it('has the schema of a new installation', () => {
        expect(schemas.migrated).toEqual(schemas.fresh)
      })

      walkInstallation(() => ({ app, postbox, before, ...told }))
    },
  )
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
