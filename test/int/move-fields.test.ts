import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { BSON, ObjectId } from 'mongodb'
import {
  BasePayload,
  buildConfig,
  type CollectionConfig,
  type Config,
  type Field,
  type Payload,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { copyAll } from '../../database/move/copy.ts'
import { newId } from '../../database/move/ids.ts'
import { planMove } from '../../database/move/plan.ts'
import { compareAll } from '../../database/move/verify.ts'
import { dropMongo, mongoServer, newMongoURL, onMongoDB } from '../helpers/mongodb.ts'
import { createIn } from '../helpers/store.ts'

// The types know the slugs of this project's config only.
const OTHERS = 'others' as 'users'
const NAMED = 'named' as 'users'

/** Every kind of field that Payload stores, with a value for it that may name the id of another record. */
const KINDS: [Field, (other: string) => unknown][] = [
  [{ name: 'text', type: 'text' }, () => 'Öz—1'],
  [{ name: 'texts', type: 'text', hasMany: true }, () => ['b', 'a']],
  [{ name: 'textWithDefault', type: 'text', defaultValue: 'x' }, () => null],
  [{ name: 'unique', type: 'text', unique: true }, () => 'only one'],
  [{ name: 'uniqueLeftOut', type: 'text', unique: true }, () => undefined],
  [{ name: 'textarea', type: 'textarea' }, (other) => `See /admin/collections/others/${other}.`],
  [{ name: 'email', type: 'email' }, () => 'a@example.org'],
  [{ name: 'code', type: 'code' }, () => '{}'],
  [{ name: 'number', type: 'number' }, () => 1.5],
  [{ name: 'zero', type: 'number' }, () => 0],
  [{ name: 'numbers', type: 'number', hasMany: true }, () => [3, 1, 2]],
  [{ name: 'checkbox', type: 'checkbox' }, () => false],
  [{ name: 'date', type: 'date' }, () => '2026-03-29T01:30:00.000Z'],
  [{ name: 'point', type: 'point' }, () => [-1.55, 53.8]],
  [{ name: 'select', type: 'select', options: ['a', 'b'] }, () => 'b'],
  [{ name: 'selects', type: 'select', hasMany: true, options: ['a', 'b'] }, () => ['b', 'a']],
  [{ name: 'radio', type: 'radio', options: ['a', 'b'] }, () => 'a'],
  [
    { name: 'json', type: 'json' },
    (other) => ({ [other]: [null, { id: other, deep: `x:${other}` }], n: 1, none: null }),
  ],
  [
    { name: 'richText', type: 'richText' },
    (other) => ({
      root: {
        type: 'root',
        children: [{ type: 'relationship', relationTo: 'others', value: other, version: 2 }],
        version: 1,
      },
    }),
  ],
  [{ name: 'one', type: 'relationship', relationTo: OTHERS }, (other) => other],
  [{ name: 'many', type: 'relationship', relationTo: OTHERS, hasMany: true }, (other) => [other]],
  [
    { name: 'oneOfSome', type: 'relationship', relationTo: [OTHERS, NAMED] },
    (other) => ({ relationTo: 'others', value: other }),
  ],
  [
    { name: 'manyOfSome', type: 'relationship', relationTo: [OTHERS, NAMED], hasMany: true },
    (other) => [
      { relationTo: 'named', value: 'its-own-id' },
      { relationTo: 'others', value: other },
    ],
  ],
  [{ name: 'own', type: 'relationship', relationTo: NAMED }, () => 'its-own-id'],
  [
    {
      name: 'group',
      type: 'group',
      fields: [
        { name: 'other', type: 'relationship', relationTo: OTHERS },
        { name: 'left', type: 'text' },
      ],
    },
    (other) => ({ other }),
  ],
  [
    {
      name: 'array',
      type: 'array',
      fields: [
        { name: 'others', type: 'relationship', relationTo: OTHERS, hasMany: true },
        { name: 'at', type: 'date' },
        { name: 'inside', type: 'array', fields: [{ name: 'n', type: 'number' }] },
      ],
    },
    (other) => [
      { id: '64b000000000000000000001', others: [other], at: '2026-01-01T00:00:00.000Z' },
      { id: '64b000000000000000000002', inside: [{ id: '64b000000000000000000003', n: 1 }] },
    ],
  ],
  [
    {
      name: 'blocks',
      type: 'blocks',
      blocks: [
        { slug: 'quote', fields: [{ name: 'by', type: 'relationship', relationTo: OTHERS }] },
        { slug: 'break', fields: [] },
      ],
    },
    (other) => [
      { id: '64b000000000000000000004', blockType: 'quote', by: other },
      { id: '64b000000000000000000005', blockType: 'break' },
    ],
  ],
]

const DRAFTS = { versions: { drafts: true } } as const

const THINGS: CollectionConfig = {
  slug: 'things',
  ...DRAFTS,
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: 'Some', fields: KINDS.slice(0, 5).map(([field]) => field) },
        { name: 'tab', fields: [{ name: 'other', type: 'relationship', relationTo: OTHERS }] },
      ],
    },
    { type: 'row', fields: KINDS.slice(5).map(([field]) => field) },
  ],
}

const open = (db: Config['db']): Promise<Payload> =>
  buildConfig({
    secret: 'only for tests',
    telemetry: false,
    editor: lexicalEditor(),
    typescript: { autoGenerate: false },
    collections: [
      { slug: 'others', fields: [{ name: 'title', type: 'text' }] },
      { slug: 'named', fields: [{ name: 'id', type: 'text', required: true }] },
      THINGS,
    ],
    globals: [{ slug: 'page', ...DRAFTS, fields: KINDS.map(([field]) => field) }],
    db,
  }).then((config) => new BasePayload().init({ config, disableOnInit: true }))

const valuesFor = (other: string) => ({
  ...Object.fromEntries(
    KINDS.map(([field, value]) => [(field as { name: string }).name, value(other)]),
  ),
  tab: { other },
})

/** The same things done by Payload in either database. */
const fill = async (payload: Payload): Promise<string> => {
  const common = { overrideAccess: true, depth: 0 } as const
  const { id: other } = await createIn(payload, 'others', { title: 'A' })
  await createIn(payload, 'named', { id: 'its-own-id' })
  const data = valuesFor(String(other))
  const { id } = await createIn(payload, 'things', { ...data, _status: 'draft' })
  const published: object = { _status: 'published', number: 2 }
  await payload.update({ ...common, collection: 'things' as 'users', id, data: published })
  await createIn(payload, 'things', { _status: 'draft' })
  const page: object = { ...data, _status: 'published' }
  await payload.updateGlobal({ ...common, slug: 'page' as 'programme-page', data: page })
  return String(other)
}

const COLLECTIONS = ['others', 'named', 'things', '_things_versions', 'globals', '_page_versions']

/** All that MongoDB holds, as the driver sees it, in types; ids of records and times by name only. */
const rawOf = async ({ db }: Payload, other: string) => {
  const raw = asMongoDB(db).connection.db!
  const all: Record<string, unknown> = {}
  for (const name of COLLECTIONS) {
    const documents = await raw.collection(name).find().sort({ updatedAt: 1 }).toArray()
    all[name] = documents.map((document: object) => withoutRandom(document, other))
  }
  return all
}

const withoutRandom = (document: object, other: string): unknown =>
  JSON.parse(
    BSON.EJSON.stringify(document, { relaxed: false }).replaceAll(other, 'OTHER'),
    (key, value) => {
      if (['_id', 'parent'].includes(key) && value?.$oid) return 'an ObjectId'
      if (['createdAt', 'updatedAt'].includes(key)) return value?.$date ? 'a date' : value
      // The embedded database can't tell these from a value that was never given.
      const isNothing = value === null || (Array.isArray(value) && value.length === 0)
      return isNothing && !['textWithDefault', 'none', '0'].includes(key) ? undefined : value
    },
  )

describe.skipIf(!mongoServer)(onMongoDB('each kind of field'), () => {
  const urls: string[] = []
  const opened: Payload[] = []
  let folder: string
  let native: Payload
  let source: Payload
  let target: Payload

  const openMongo = () => {
    urls.push(newMongoURL())
    // Collections are there before anything is written: two that make one at the same time can fail.
    return open(mongooseAdapter({ url: urls.at(-1)!, ensureIndexes: true }))
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'move-fields-'))
    source = await open(
      sqliteAdapter({ client: { url: `file:${folder}/a.db` }, idType: 'uuid', push: true }),
    )
    native = await openMongo()
    target = await openMongo()
    opened.push(source, native, target)
  })

  afterAll(async () => {
    for (const payload of opened) await payload.destroy()
    for (const url of urls) await dropMongo(url)
    await rm(folder, { recursive: true })
  })

  it('stands in MongoDB as Payload itself would have written it there', async () => {
    const there = await fill(native)
    const here = await fill(source)
    const move = await planMove(source, target, {
      from: '',
      to: '',
      config: source.config,
      packed: [],
      checks: [],
    })
    expect(await copyAll(move)).toBeGreaterThan(8)
    expect(await compareAll(move)).toEqual([])
    expect(await rawOf(target, newId(here))).toEqual(await rawOf(native, there))
    const raw = asMongoDB(target.db).connection.db!
    const thing = await raw.collection('things').findOne({ text: 'Öz—1' })
    expect(thing!.oneOfSome.value).toEqual(new ObjectId(newId(here)))
    expect(thing!.textarea).toContain(newId(here))
  })
})
