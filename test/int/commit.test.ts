import { inTransaction } from '@mentoring/kit/in-transaction'
import { commitTransaction, initTransaction } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { asMongoDB, asSQLite } from '../../database/adapters.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { mentorForm } from '../helpers/people.ts'

/**
 * A COMMIT that fails, by a driver that fails; `database/sqlite-client.test.ts` and `test/faults` have
 * a disk that is full.
 */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app?.close())
afterEach(() => vi.restoreAllMocks())

/** What both drivers give: something that commits. */
type Driver = { commitTransaction: () => Promise<unknown>; commit: () => Promise<void> }

type Begin = (...args: unknown[]) => Driver | Promise<Driver>

/** Puts something in the place of the driver's own commit. */
const commitBy = (how: (own: () => Promise<unknown>) => Promise<unknown>) => {
  const { db } = app.payload
  const [client, begin, commit] =
    db.name === 'mongoose'
      ? ([asMongoDB(db).connection.getClient(), 'startSession', 'commitTransaction'] as const)
      : ([asSQLite(db).client, 'transaction', 'commit'] as const)
  // As far as both are alike.
  const owner = client as unknown as Record<string, Begin>
  const original = owner[begin]!.bind(owner)
  const change = (driver: Driver) => {
    const own = driver[commit].bind(driver)
    driver[commit] = () => how(own) as Promise<never>
    return driver
  }
  vi.spyOn(owner, begin).mockImplementation((...args: unknown[]) => {
    const driver = original(...args)
    return driver instanceof Promise ? driver.then(change) : change(driver)
  })
}

const fail = async () => {
  throw Object.assign(new Error('disk full; params: amina@example.org'), { code: 'DISK_FULL' })
}

const link = (title: string) => ({
  title,
  url: 'https://example.org/',
  audience: 'Doctors',
  description: 'A page',
})

const countMentors = async () =>
  (await app.payload.count({ collection: 'mentors', overrideAccess: true })).totalDocs

describe('a commit that fails', () => {
  it('is an error of the sign-up, which keeps the answers and nothing else', async () => {
    const log = vi.spyOn(app.payload.logger, 'error')
    const mails = await app.payload.count({ collection: 'mails', overrideAccess: true })
    commitBy(fail)
    const form = { ...mentorForm(), email: 'lost@example.org' }
    const { status, text } = await app.rest('POST', '/sign-up/mentor', { form })
    expect(status).toBe(500)
    expect(text).toContain('we could not save your answers')
    expect(text).toContain('lost@example.org')
    expect(JSON.stringify(log.mock.calls)).toContain('DISK_FULL')
    expect(JSON.stringify(log.mock.calls)).not.toContain('example.org')
    vi.restoreAllMocks()
    expect(await countMentors()).toBe(0)
    expect(await app.payload.count({ collection: 'mails', overrideAccess: true })).toEqual(mails)
    expect((await app.rest('POST', '/sign-up/mentor', { form })).status).toBe(303)
    expect(await countMentors()).toBe(1)
  })

  it.each([
    ['POST', '/resource-links', link('Lost')],
    ['POST', '/pages', { title: 'Lost' }],
    ['POST', '/publish', undefined],
  ] as const)('is an error of %s %s', async (method, route, body) => {
    if (route === '/publish' && app.payload.db.name === 'mongoose') return
    commitBy(fail)
    const { status, text } = await app.rest(method, route, { as: 'admin', body })
    expect([status, text]).toEqual([
      500,
      expect.stringMatching(/Nothing was (saved|changed)|went wrong/),
    ])
    expect(text).not.toContain('amina')
  })

  it('whose answer was lost is asked for again', async () => {
    if (app.payload.db.name !== 'mongoose') return
    let asked = 0
    commitBy(async (own) => {
      await own()
      asked += 1
      if (asked < 3) {
        throw Object.assign(new Error('lost'), {
          hasErrorLabel: (label: string) => label === 'UnknownTransactionCommitResult',
        })
      }
    })
    const { status } = await app.rest('POST', '/resource-links', {
      as: 'admin',
      body: link('Kept'),
    })
    expect([status, asked]).toEqual([201, 3])
  })
})

describe('a transaction that a caught error has rolled back', () => {
  it('can’t be committed', async () => {
    const req = await app.reqAs('admin')
    const lost = inTransaction(req, async () => {
      const { payload } = req
      await payload.create({
        collection: 'resource-links',
        data: link('Lost'),
        overrideAccess: true,
        req,
      })
      // Payload rolls back for whoever begins a transaction and then fails in it.
      await payload
        .update({ collection: 'users', id: 'nobody', data: {}, overrideAccess: true, req })
        .catch(() => undefined)
    })
    await expect(lost).rejects.toThrow('Nothing was saved: the transaction was rolled back before')
    const query = { title: { equals: 'Lost' } }
    const { totalDocs } = await app.payload.count({
      collection: 'resource-links',
      where: query,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  it('is one only once', async () => {
    const req = await app.reqAs('admin')
    await initTransaction(req)
    await commitTransaction(req)
    await expect(commitTransaction(req)).rejects.toThrow('Nothing was saved')
  })
})
