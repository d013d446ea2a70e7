import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { restore } from './documents.ts'
import { type FrozenView, frozenView } from './frozen-view.ts'

/** What people of an installation see, and whom a run proposes, is what it was in the last version whose forms were code. */

const fixture = (name: string) => readFile(path.join(import.meta.dirname, 'frozen', name))
const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb')

/** Languages that are called by the name their speakers use in the UK since then. */
const RENAMED: Record<string, string> = {
  Divehi: 'Dhivehi',
  Ganda: 'Luganda',
  Haitian: 'Haitian Creole',
  Nauru: 'Nauruan',
  Oriya: 'Odia',
  Panjabi: 'Punjabi',
  Persian: 'Farsi',
  'Southern Sotho': 'Sesotho',
  Swati: 'Swazi',
  Tagalog: 'Filipino',
  Tonga: 'Tongan',
}

const OLD_NAME = new RegExp(`\\b(${Object.keys(RENAMED).join('|')})\\b`, 'g')
const renamed = (text: string) => text.replace(OLD_NAME, (name) => RENAMED[name]!)

let app: Installation
let before: FrozenView
let after: FrozenView
beforeAll(async () => {
  app = await boot({
    before: async ({ url }) => {
      if (isMongoDB) await restore(await fixture('mongodb.json.gz'), url)
      else await writeFile(url.slice('file:'.length), gunzipSync(await fixture('sqlite.db.gz')))
    },
  })
  const kept = await fixture(`${isMongoDB ? 'mongodb' : 'sqlite'}.view.json.gz`)
  before = JSON.parse(gunzipSync(kept).toString()) as FrozenView
  const { token } = await app.payload.login({
    collection: 'users',
    data: { email: 'coordinator@example.org', password: app.password },
  })
  after = await frozenView(app.payload, app.payload.config, token!)
})
afterAll(() => app?.close())

describe('in an installation from before the forms were content', () => {
  it('a run proposes the same pairs, with the same points and reasons', () => {
    const proposals = before.proposals.map((one) => ({
      ...one,
      reasons: one.reasons.map((text) => (text.startsWith('Both speak') ? renamed(text) : text)),
    }))
    expect(after.proposals).toEqual(proposals)
  })

  it('everybody’s data page says the same', () => {
    for (const [email, sections] of Object.entries(before.data)) {
      const asNow = sections.map(({ rows, title }) => ({
        title,
        rows: rows.map(({ label, value }) => ({
          label,
          value: label.startsWith('Languages') ? renamed(value) : value,
        })),
      }))
      expect(after.data[email], email).toEqual(asNow)
    }
  })
})
