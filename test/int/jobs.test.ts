import { freeLeftJobs, wakeJobs } from '@mentoring/kit/jobs'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { PUBLICATION_QUEUE, PUBLISH_SITE } from '@mentoring/publication'
import { boot, type Installation } from '../helpers/boot.ts'

/** Jobs that a process, a wrong clock or a transaction has left behind. */

const DAY = 24 * 60 * 60_000

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(() => app.payload.db.deleteMany({ collection: 'payload-jobs', where: {} }))

const queue = (data: object = {}) =>
  app.payload.db.create({
    collection: 'payload-jobs',
    data: {
      taskSlug: PUBLISH_SITE,
      queue: PUBLICATION_QUEUE,
      input: { isForced: false },
      processing: false,
      hasError: false,
      totalTried: 0,
      ...data,
    },
  }) as Promise<{ id: string }>

const jobs = async () =>
  (
    await app.payload.find({
      collection: 'payload-jobs',
      pagination: false,
      sort: 'id',
      overrideAccess: true,
    })
  ).docs

const run = () =>
  app.payload.jobs.run({ queue: PUBLICATION_QUEUE, limit: 9, silent: true, overrideAccess: true })

describe('a job', () => {
  it('that was running when its process died runs after the next start', async () => {
    await queue({ processing: true })
    await queue({ processing: true })
    await run()
    expect(await jobs()).toHaveLength(2)
    await freeLeftJobs(app.payload)
    await run()
    expect(await jobs()).toEqual([])
  })

  it.each([
    ['months ahead', { updatedAt: at(190 * DAY), waitUntil: at(190 * DAY + 60_000) }],
    ['hours ahead', { updatedAt: at(DAY / 12), waitUntil: at(DAY / 12 + 60_000) }],
    ['for longer than any job waits', { updatedAt: at(0), waitUntil: at(2 * DAY) }],
  ])('that a clock that was wrong has put off runs: %s', async (_what, times) => {
    await queue(times)
    await run()
    expect(await jobs()).toHaveLength(1)
    await wakeJobs(app.payload, new Date())
    await run()
    expect(await jobs()).toEqual([])
  })

  it('that waits for its time goes on waiting', async () => {
    const waitUntil = at(DAY / 2)
    await queue({ waitUntil })
    await wakeJobs(app.payload, new Date())
    await run()
    expect(await jobs()).toMatchObject([{ waitUntil }])
  })
})

describe('a change of jobs', () => {
  const change = (data: Record<string, unknown>, req: PayloadRequest, id: string) =>
    app.payload.db.updateJobs({
      where: { id: { equals: id } },
      data,
      limit: 0,
      req,
      returning: false,
    })

  it('inside a transaction that is rolled back is not kept, and one that is committed is', async () => {
    const { id } = await queue()
    const req = await app.reqAs('admin')
    await initTransaction(req)
    await change({ processing: true }, req, id)
    await killTransaction(req)
    expect(await jobs()).toMatchObject([{ processing: false }])

    await initTransaction(req)
    await change({ processing: true }, req, id)
    await commitTransaction(req)
    expect(await jobs()).toMatchObject([{ processing: true }])
  })

  it('that fails leaves nobody waiting for a turn, and keeps nothing of its transaction', async () => {
    const { id } = await queue()
    const req = await app.reqAs('admin')
    await initTransaction(req)
    await createLink('Lost', req)
    await expect(
      change({ taskSlug: { no: 'text' }, input: undefined, waitUntil: 'no date' }, req, id),
    ).rejects.toThrow()
    if (app.payload.db.name !== 'sqlite') await killTransaction(req)
    // Payload leaves such a transaction open for ever: without its end this would wait.
    await createLink('Next')
    const { docs } = await app.payload.find({
      collection: 'resource-links',
      pagination: false,
      overrideAccess: true,
    })
    expect(docs.map(({ title }) => title)).toEqual(['Next'])
  })

  const createLink = (title: string, req?: PayloadRequest) =>
    app.payload.create({
      collection: 'resource-links',
      data: { title, url: 'https://example.org/', audience: 'Doctors', description: 'A page' },
      overrideAccess: true,
      req,
    })
})

function at(ahead: number): string {
  return new Date(Date.now() + ahead).toISOString()
}
