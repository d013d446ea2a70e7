import type { InArgs } from '@libsql/client'
import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB, asSQLite } from '../../database/adapters.ts'
import { OPEN } from '../../programme/clock/states.ts'
import { PUBLICATION_QUEUE } from '../../plugins/publication/publish.ts'
import { MATCHING } from '../../programme/matches/matching.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/**
 * What is asked with each look at a page and each round of the clock, with the first field of the index
 * that answers it. SQLite says itself how it would find the rows; of the other database the indexes
 * are listed.
 */
const QUERIES: Record<string, [collection: string, where: Where, index: string, sort?: string][]> =
  {
    'the first page': [
      ['mentees', MATCHING.mentees.available, 'status'],
      ['mentors', MATCHING.mentors.available, 'status'],
      ['matches', { status: { equals: 'proposed' } }, 'status'],
      ['matches', { status: { in: OPEN } }, 'status'],
      ['mails', { status: { in: ['failed', 'bounced'] } }, 'status'],
    ],
    'the workspace and its decisions': [
      ['matches', { and: [{ mentee: { equals: 'x' } }, { status: { in: OPEN } }] }, 'mentee'],
      ['matches', { and: [{ mentor: { equals: 'x' } }, { status: { in: OPEN } }] }, 'mentor'],
    ],
    'the page of a match': [
      ['match-steps', { match: { equals: 'x' } }, 'match'],
      ['agreements', { match: { equals: 'x' } }, 'match'],
      ['meetings', { match: { equals: 'x' } }, 'match'],
      ['surveys', { match: { equals: 'x' } }, 'match'],
      ['mails', { match: { equals: 'x' } }, 'match'],
    ],
    'the clock and the outbox': [
      ['matches', { status: { in: OPEN } }, 'status'],
      [
        'match-steps',
        { and: [{ match: { equals: 'x' } }, { what: { equals: 'remind' } }] },
        'match',
      ],
      ['mails', { status: { in: ['queued', 'sending'] } }, 'status'],
      ['mails', { status: { equals: 'queued' } }, 'status', 'nextTryAt'],
      ['mails', { key: { equals: 'x' } }, 'key'],
      ['mails', { to: { equals: 'x@example.org' } }, 'to'],
      [
        'personal-links',
        { expiresAt: { less_than: '2026-01-01T00:00:00.000Z' } },
        'expiresAt',
        'expiresAt',
      ],
      ['training-places', { day: { equals: 'x' } }, 'day'],
    ],
    'a mailed link': [
      ['personal-links', { hash: { equals: 'x' } }, 'hash'],
      ['personal-links', { mentee: { equals: 'x' } }, 'mentee'],
      ['personal-links', { mentor: { equals: 'x' } }, 'mentor'],
      ['visits', { name: { in: ['x'] } }, 'name'],
      ['visits', { link: { equals: 'x' } }, 'link'],
      ['known-devices', { mentee: { equals: 'x' } }, 'mentee'],
      ['mailed-codes', { visit: { equals: 'x' } }, 'visit'],
    ],
    'what strangers ask': [['limits', { key: { equals: 'x' } }, 'key']],
    'erasing somebody': [
      ['mails', { mentee: { equals: 'x' } }, 'mentee'],
      ['mails', { mentor: { equals: 'x' } }, 'mentor'],
    ],
    people: [
      ['mentors', { email: { equals: 'x@example.org' } }, 'email'],
      ['mentees', { email: { equals: 'x@example.org' } }, 'email'],
      ['mentees', { name: { equals: 'x' } }, 'name'],
      ['users', { email: { equals: 'x@example.org' } }, 'email'],
    ],
    jobs: [['payload-jobs', { queue: { equals: PUBLICATION_QUEUE } }, 'queue']],
  }

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

type Statement = { sql: string; args: InArgs }

/** The statements that the database is given while `work` runs. */
const statementsOf = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  const { client } = asSQLite(app.payload.db)
  const execute = client.execute.bind(client)
  const statements: Statement[] = []
  client.execute = (statement: Statement) => {
    statements.push(statement)
    return execute(statement)
  }
  try {
    await work()
  } finally {
    client.execute = execute
  }
  return statements.filter(({ sql }) => /^select/i.test(sql))
}

describe.each(Object.entries(QUERIES))('%s', (_, queries) => {
  it.each(queries)('%s by %j is found by an index', async (collection, where, index, sort) => {
    const slug = collection as CollectionSlug
    const ask = () =>
      app.payload.db.find({ collection: slug, where, sort, limit: 5, pagination: false })
    if (app.payload.db.name === 'mongoose') {
      const { collections } = asMongoDB(app.payload.db)
      const indexes = await collections[slug]!.collection.indexes()
      expect(indexes.map(({ key }) => Object.keys(key)[0])).toContain(index)
      return
    }
    const statements = await statementsOf(ask)
    expect(statements.length).toBeGreaterThan(0)
    const { client } = asSQLite(app.payload.db)
    const table = slug.replaceAll('-', '_')
    for (const { args, sql } of statements) {
      const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
      const steps = rows.map(({ detail }) => String(detail)).join('\n')
      expect(steps).toMatch(new RegExp(`SEARCH ${table} USING (COVERING )?INDEX`))
      // What is found by its index is then gone through, row by row, under the same name.
      const found = (name: string) => new RegExp(`SEARCH ${name} USING`).test(steps)
      const gone = [...steps.matchAll(/^SCAN (\w+)$/gm)].map(([, name]) => name!)
      expect(gone.filter((name) => !found(name))).toEqual([])
    }
  })
})
