import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { BasePayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'
import { readDocuments, restore, unpack } from './documents.ts'
import { GONE_DOCUMENTS, GONE_FIELDS } from './gone.ts'
import type { Mailed } from './story.ts'
import { type Before, walkInstallation } from './walk-installation.ts'

type Documents = Awaited<ReturnType<typeof readDocuments>>

/**
 * Takes an installation of an older version on MongoDB, kept in `fixtures/`, to this version and walks
 * through it: every document has the values it had, and everything works.
 */
export const walkMongoDB = (name: string): void => {
  describe.runIf(process.env.DATABASE_URL?.startsWith('mongodb'))(`an upgrade from ${name}`, () => {
    let app: Installation
    let postbox: Postbox
    let told: { madeAt: string; mailed: Mailed[] }
    let before: Before
    let kept: Documents
    let migrated: Documents

    beforeAll(async () => {
      told = JSON.parse(await readFile(path.join(FIXTURES, `${name}.json`), 'utf8'))
      const packed = await readFile(path.join(FIXTURES, `${name}.json.gz`))
      before = new Map(
        Object.entries(unpack(packed)).map(([table, documents]) => [
          table,
          new Map(documents.map((document) => [String(document._id), document])),
        ]),
      )
      postbox = await openPostbox()
      process.env.SMTP_URL = postbox.url
      app = await boot({
        before: async ({ url }) => {
          await restore(packed, url)
          kept = await readDocuments(url)
          // The upgrade alone, without what a start writes.
          const config = await (await import('../../payload.config.ts')).default
          const bare = await new BasePayload().init({ config, disableOnInit: true })
          await bare.destroy()
          migrated = await readDocuments(url)
        },
      })
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(told.madeAt) + 60 * 60 * 1000 })
    })
    afterAll(async () => {
      vi.useRealTimers()
      await app?.close()
      await postbox.close()
    })

    it('keeps every document and every value', () => {
      const lost: Record<string, string> = {}
      for (const [collection, documents] of kept) {
        if (collection in GONE_DOCUMENTS) continue
        for (const [id, document] of documents) {
          if (globalOf(document) in GONE_DOCUMENTS) continue
          const now = migrated.get(collection)?.get(id)
          for (const [field, value] of Object.entries(document)) {
            const named = `${collection}.${field}`
            if (named in GONE_FIELDS || now?.[field] === value) continue
            lost[named] = `${value} became ${now?.[field]}`
          }
        }
      }
      expect(lost).toEqual({})
    })

    walkInstallation(() => ({ app, postbox, before, ...told }))
  })
}

/** All globals are in one collection, told apart by this field. */
const globalOf = ({ globalType }: Record<string, string>): string =>
  globalType ? JSON.parse(globalType).value : ''

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
