import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { typedMessages } from '../../database/changes/typed-messages.ts'
import { migrations } from '../../migrations/index.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { migrate } from '../helpers/migrate.ts'

/** Messages and words as an earlier version kept them become what this one needs, on both databases. */

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb')

const ID = {
  mentor: '64b7f0c0a1b2c3d4e5f60701',
  mentee: '64b7f0c0a1b2c3d4e5f60702',
  match: '64b7f0c0a1b2c3d4e5f60703',
  day: '64b7f0c0a1b2c3d4e5f60704',
}
const LINKS = { page: { purpose: 'page', about: `mentors:${ID.mentor}`, nonce: 'n' } }
const TEXT = 'Hello Amina,\n\nhttps://evil.example/?t={{page}}\n\nYour page: {{page}}.'

/** Every kind of key there was, with what it said. */
const KEYS: [string, Partial<typeof ID>][] = [
  [`confirm:mentees:${ID.mentee}:nonce`, { mentee: ID.mentee }],
  [`already:${ID.mentor}:1764360000000`, { mentor: ID.mentor }],
  [`introduction:${ID.match}:mentor`, { match: ID.match, mentor: ID.mentor }],
  [`withdrawn:${ID.match}:mentee`, { match: ID.match, mentee: ID.mentee }],
  [`agreementToSign:${ID.match}:2:mentee`, { match: ID.match, mentee: ID.mentee }],
  [`contactGentle:${ID.match}:reminder:mentor`, { match: ID.match, mentor: ID.mentor }],
  [
    `trainingPlace:${ID.day}:${ID.mentor}:2026-11-20T09:30:00.000Z`,
    { day: ID.day, mentor: ID.mentor },
  ],
  [`personalLink:mentors:${ID.mentor}:nonce`, { mentor: ID.mentor }],
  [`partnerLeft:mentees:${ID.mentee}:nonce`, { mentee: ID.mentee }],
  ['partnerLeft:mentees:gone:nonce', {}],
  ['of no kind there was', {}],
]

const WORDS = { subject: 'Ours: {{other}}', body: 'Hello {{name}}\n\nYour page: {{page}}' }

type Row = Record<string, unknown>

const checkMails = (rows: Row[]) => {
  for (const [key, about] of KEYS) {
    const row = rows.find((one) => one.key === key)!
    const found = { mentor: row.mentor, mentee: row.mentee, match: row.match, day: row.training }
    const known = Object.entries(found).flatMap(([name, id]) => (id ? [[name, String(id)]] : []))
    expect([key, Object.fromEntries(known)]).toEqual([key, about])
  }
  const unsent = rows.find(({ status }) => status === 'queued')!
  expect(unsent.text ?? null).toBeNull()
  expect(unsent.values).toEqual({
    subject: 'Hello',
    part0: 'Hello Amina,\n\nhttps://evil.example/?t=',
    part2: 'Your page:',
  })
  expect(unsent.words).toEqual({
    subject: '{{subject}}',
    body: '{{part0}}\n\n{{page}}\n\n{{part2}}\n\n{{page}}',
  })
  expect(rows.find(({ status }) => status === 'sent')!.text).toBe(TEXT)
}

describe.skipIf(isMongoDB)('on SQLite', () => {
  it('columns are filled from the keys, and words become rows with a version', async () => {
    const client = createClient({ url: ':memory:' })
    const upTo = migrations.findIndex(({ name }) => name.endsWith('_typed_messages'))
    await migrate(client, migrations.slice(0, upTo))
    const insert = (table: string, row: Row) =>
      client.execute({
        sql: `INSERT INTO ${table} (${Object.keys(row).map((name) => `"${name}"`)}) VALUES (${Object.keys(row).map(() => '?')})`,
        args: Object.values(row) as string[],
      })
    await client.execute('PRAGMA foreign_keys=OFF')
    const required = async (table: string) =>
      Object.fromEntries(
        (await client.execute(`PRAGMA table_info(${table})`)).rows
          .filter((column) => column.notnull && column.dflt_value === null)
          .map((column) => [String(column.name), '1']),
      )
    await insert('mentors', { ...(await required('mentors')), id: ID.mentor })
    await insert('mentees', { ...(await required('mentees')), id: ID.mentee })
    await insert('training_days', { ...(await required('training_days')), id: ID.day })
    const pair = { mentor_id: ID.mentor, mentee_id: ID.mentee }
    await insert('matches', { ...(await required('matches')), id: ID.match, ...pair })
    for (const [place, [key]] of KEYS.entries()) {
      await insert('mails', {
        ...{
          id: `mail-${place}`,
          key,
          to: 'a@example.org',
          subject: 'Hello',
          text: TEXT,
          html: 'x',
        },
        ...{ template: 'x', status: place === 0 ? 'queued' : 'sent', links: JSON.stringify(LINKS) },
      })
    }
    await insert('match_steps', {
      ...(await required('match_steps')),
      ...{ id: 'step', what: 'remind', detail: 'contactOverdue:mentee' },
    })
    await insert('mail_wording', {
      ...(await required('mail_wording')),
      ...{ id: 'w', meeting_missing_subject: WORDS.subject, meeting_missing_body: WORDS.body },
      ...{ match_ended_subject: '', match_ended_body: '' },
    })
    await insert('payload_jobs', { id: 'job', task_slug: 'sendMail' })

    await migrate(client, migrations.slice(upTo, upTo + 1))

    const read = async (query: string) => (await client.execute(query)).rows as Row[]
    checkMails(
      (await read('SELECT * FROM mails')).map((row) => ({
        ...row,
        ...{ mentor: row.mentor_id, mentee: row.mentee_id, match: row.match_id },
        training: row.training_id,
        values: JSON.parse(String(row.values)),
        words: JSON.parse(String(row.words)),
      })),
    )
    expect(await read('SELECT message, "to", detail FROM match_steps')).toMatchObject([
      { message: 'contactOverdueToMentee', to: 'mentee', detail: null },
    ])
    expect(
      await read(
        `SELECT w.name, version_name, w.body, version_body, w._status, version__status, latest FROM mail_words w
         JOIN _mail_words_v ON parent_id = w.id WHERE subject = '${WORDS.subject}'`,
      ),
    ).toMatchObject([
      {
        ...{ name: 'meetingMissing', version_name: 'meetingMissing' },
        ...{
          body: 'Hello {{name}}\n\nYour page:\n\n{{page}}',
          version_body: 'Hello {{name}}\n\nYour page:\n\n{{page}}',
        },
        ...{ _status: 'published', version__status: 'published', latest: 1 },
      },
    ])
    // Words that were empty are written by the start that follows.
    expect(await read("SELECT * FROM mail_words WHERE name = 'matchEnded'")).toEqual([])
    expect(await read('SELECT * FROM payload_jobs')).toEqual([])
  })
})

describe.runIf(isMongoDB)('on MongoDB', () => {
  let app: Installation
  beforeAll(async () => {
    app = await boot()
  })
  afterAll(() => app.close())

  it('fields are filled from the keys, and words become documents with a version', async () => {
    const { connection } = asMongoDB(app.payload.db)
    const database = connection.db!
    const { ObjectId } = connection.base.mongo
    const id = (text: string) => new ObjectId(text)
    await database.collection('mentors').insertOne({ _id: id(ID.mentor), email: 'm@example.org' })
    await database.collection('mentees').insertOne({ _id: id(ID.mentee), email: 'm@example.org' })
    await database.collection('training-days').insertOne({ _id: id(ID.day) })
    await database
      .collection('matches')
      .insertOne({ _id: id(ID.match), mentor: id(ID.mentor), mentee: id(ID.mentee) })
    for (const [place, [key]] of KEYS.entries()) {
      await database.collection('mails').insertOne({
        ...{ key, to: 'a@example.org', subject: 'Hello', text: TEXT, html: 'x', template: 'x' },
        ...{ status: place === 0 ? 'queued' : 'sent', links: LINKS, createdAt: new Date() },
      })
    }
    await database
      .collection('match-steps')
      .insertOne({ what: 'remind', detail: 'contactOverdue:mentee' })
    for (const words of ['mail-words', '_mail-words_versions']) {
      await database.collection(words).deleteMany({})
    }
    await database.collection('globals').insertOne({
      globalType: 'mail-wording',
      meetingMissing: WORDS,
      matchEnded: { subject: '', body: '' },
    })
    const run = () =>
      connection
        .getClient()
        .withSession((session) =>
          session.withTransaction(() =>
            typedMessages({ database, session } as Parameters<typeof typedMessages>[0]),
          ),
        )
    await run()
    await run()

    checkMails(await database.collection('mails').find().toArray())
    expect(await database.collection('match-steps').findOne({ what: 'remind' })).toMatchObject({
      message: 'contactOverdueToMentee',
      to: 'mentee',
    })
    const { docs } = await app.payload.find({ collection: 'mail-words', overrideAccess: true })
    expect(docs.map(({ name }) => name)).toEqual(['meetingMissing'])
    const listed = await app.payload.find({
      collection: 'mail-words',
      draft: true,
      where: { name: { equals: 'meetingMissing' } },
      overrideAccess: true,
    })
    expect(listed.docs).toMatchObject([
      {
        subject: WORDS.subject,
        body: 'Hello {{name}}\n\nYour page:\n\n{{page}}',
        _status: 'published',
      },
    ])
    // As references: found by a query like any other.
    const found = await app.payload.find({
      collection: 'mails',
      where: { match: { equals: ID.match } },
      overrideAccess: true,
      pagination: false,
    })
    expect(found.totalDocs).toBe(KEYS.filter(([, { match }]) => match).length)
    expect(await database.collection('globals').findOne({ globalType: 'mail-wording' })).toBeNull()
    // The next start gives the others their words.
    await app.payload.config.onInit(app.payload)
    const all = await app.payload.count({ collection: 'mail-words', overrideAccess: true })
    expect(all.totalDocs).toBeGreaterThan(20)
  })
})
