import type { InArgs } from '@libsql/client'
import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB, asSQLite } from '../../database/adapters.ts'
import { dutiesAt } from '../../programme/clock/duties.ts'
import { DEFAULT_PERIOD } from '../../programme/clock/facts.ts'
import { OPEN } from '../../programme/clock/states.ts'
import { attentionQueries } from '../../programme/coordinators/attention.ts'
import { COLUMNS, whereDue } from '../../programme/matches/find-due.ts'
import { comesAfter } from '../../programme/matches/portions.ts'
import { REMINDERS } from '../../programme/messages/index.ts'
import { PUBLICATION_QUEUE } from '@mentoring/publication'
import { MATCHING } from '../../programme/matches/matching.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/** Of an index the first field, or the two of one over both. */
type Query = [collection: string, where: Where, index: string, sort?: string]

const NOW = new Date('2026-10-26T10:00:00.000Z')
const PLACE = { at: NOW.toISOString(), id: '0'.repeat(24) }

/** Matches in the order of a date: the first portion, and one that goes on. */
const portionsBy = (date: string, where: Where): Query[] => [
  ['matches', where, `status ${date}`, date],
  ['matches', { and: [where, comesAfter(date, PLACE)] }, `status ${date}`, date],
]

/**
 * What is asked with each look at a page and each round of the clock, with the first field of the index
 * that answers it. SQLite says itself how it would find the rows; of the other database the indexes
 * are listed.
 */
const QUERIES: Record<string, Query[]> = {
  'the first page': [
    ['mentees', MATCHING.mentees.available, 'status'],
    ['mentors', MATCHING.mentors.available, 'status'],
    ['matches', { status: { equals: 'proposed' } }, 'status'],
    ['matches', { status: { in: OPEN } }, 'status'],
    ['mails', { status: { in: ['failed', 'bounced'] } }, 'status'],
  ],
  'the attention list': Object.values(attentionQueries(NOW)).flatMap(({ date, where }) =>
    portionsBy(date, where),
  ),
  'what is due': dutiesAt(REMINDERS, DEFAULT_PERIOD, NOW).flatMap((duty) =>
    portionsBy(COLUMNS[duty.date], whereDue(duty)),
  ),
  'the figures': [
    ['matches', { confirmedAt: { exists: true } }, 'createdAt', 'createdAt'],
    ['mentees', MATCHING.mentees.available, 'status', 'createdAt'],
    ['surveys', comesAfter('createdAt', PLACE), 'createdAt', 'createdAt'],
  ],
  'the workspace and its decisions': [
    ['matches', { and: [{ mentee: { equals: 'x' } }, { status: { in: OPEN } }] }, 'mentee'],
    ['matches', { and: [{ mentor: { equals: 'x' } }, { status: { in: OPEN } }] }, 'mentor'],
    ['matches', { status: { equals: 'introduced' } }, 'status confirmedAt', '-confirmedAt'],
    ['matching-introductions', { finishedAt: { exists: false } }, 'finishedAt'],
    ['matching-runs', {}, 'createdAt', '-createdAt'],
  ],
  'the page of a match': [
    ['match-steps', { match: { equals: 'x' } }, 'match'],
    ['agreements', { match: { equals: 'x' } }, 'match'],
    ['meetings', { match: { equals: 'x' } }, 'match'],
    ['surveys', { match: { equals: 'x' } }, 'match'],
    ['mails', { match: { equals: 'x' } }, 'match'],
  ],
  'the clock and the outbox': [
    [
      'match-steps',
      { and: [{ match: { in: ['x', 'y'] } }, { what: { equals: 'remind' } }] },
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
  'what strangers ask': [
    ['limits', { key: { equals: 'x' } }, 'key'],
    ['sign-up-drafts', { tokenHash: { equals: 'x' } }, 'tokenHash'],
    ['sign-up-drafts', { linkHash: { equals: 'x' } }, 'linkHash'],
    [
      'sign-up-drafts',
      { expiresAt: { less_than_equal: '2026-01-01T00:00:00.000Z' } },
      'expiresAt',
      'expiresAt',
    ],
  ],
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
      const kept = indexes.map(({ key }) => Object.keys(key).join(' '))
      expect(kept.filter((keys) => `${keys} `.startsWith(`${index} `))).not.toEqual([])
      return
    }
    const statements = await statementsOf(ask)
    expect(statements.length).toBeGreaterThan(0)
    const { client } = asSQLite(app.payload.db)
    const table = slug.replaceAll('-', '_')
    for (const { args, sql } of statements) {
      const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
      const steps = rows.map(({ detail }) => String(detail)).join('\n')
      // A portion is read in the order of its index.
      const way = sort?.endsWith(index) ? '(SEARCH|SCAN)' : 'SEARCH'
      const name = index.includes(' ') ? index.replace(' ', '_') : ''
      expect(steps).toMatch(new RegExp(`${way} ${table} USING (COVERING )?INDEX ${name}`))
      // What is found by its index is then gone through, row by row, under the same name.
      const found = (name: string) => new RegExp(`SEARCH ${name} USING`).test(steps)
      const gone = [...steps.matchAll(/^SCAN (\w+)$/gm)].map(([, name]) => name!)
      expect(gone.filter((name) => !found(name))).toEqual([])
    }
  })
})
