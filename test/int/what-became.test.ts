import { declareOptions, publishRound, publishSite } from '@mentoring/publication'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { pagesOf } from '../helpers/pages.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { publicationsOf } from '../helpers/publications.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** What became of what was published: in its row, beside the document, and in the mail to the comms team. */

let app: Installation
let site: ReturnType<typeof publicationsOf>
let postbox: Postbox
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  app = await boot()
  site = publicationsOf(app)
  await site.publish()
})
afterAll(async () => {
  await app.close()
  await postbox.close()
  delete process.env.SMTP_URL
})

describe('the row of a publication', () => {
  it('says what changed since the last one, who changed it, and how large the site is', async () => {
    const [{ number: before }] = await site.rows()
    const id = await site.saveLink('Exams')
    await site.publish()
    const [row, earlier] = await site.rows()
    expect(row).toMatchObject({
      number: before + 1,
      status: 'live',
      cause: 'publish',
      by: 'comms',
      changes: [
        {
          collection: 'resource-links',
          id,
          title: 'Exams',
          is: { at: expect.any(String), version: expect.any(String) },
        },
      ],
      fingerprint: expect.stringMatching(/./),
    })
    expect(row.changes[0]).not.toHaveProperty('was')
    expect(row.pages).toBeGreaterThan(5)
    expect(row.bytes).toBeGreaterThan(10_000)
    expect(row).not.toHaveProperty('folder')
    expect(earlier.status).toBe('kept')

    await site.saveLink('Exams again', id)
    await site.saveLink('Exams at last', id)
    await site.publish()
    const [next] = await site.rows()
    expect(next.changes).toMatchObject([
      { id, title: 'Exams at last', was: row.changes[0].is, is: { version: expect.any(String) } },
    ])
    const { version } = next.changes[0].is
    const { json } = await app.rest('GET', `/resource-links/versions/${version}`, { as: 'comms' })
    expect(json.version.title).toBe('Exams at last')

    await app.rest('DELETE', `/resource-links/${id}`, { as: 'admin' })
    await site.publish()
    const [last] = await site.rows()
    expect(last).toMatchObject({ by: 'admin', changes: [{ id, was: { version } }] })
    expect(last.changes[0]).not.toHaveProperty('is')
  })

  it('has no more of whoever caused it than their name, and the job only their id', async () => {
    await site.saveLink('Quietly')
    const jobs = await app.payload.find({ collection: 'payload-jobs', overrideAccess: true })
    const { user } = await app.reqAs('comms')
    expect(jobs.docs.map(({ input }) => input)).toEqual([
      { isForced: false, cause: 'publish', by: user!.id },
    ])
    await site.publish()
    expect(JSON.stringify(await site.rows())).not.toContain('@')
  })
})

describe('what became of a document', () => {
  it('is that it is on its way, then since when it is live; a draft changes nothing', async () => {
    const began = new Date().toISOString()
    const id = await site.saveLink('A ward')
    expect(await site.becameOf(id)).toEqual({ state: 'building' })
    await site.publish()
    const became = await site.becameOf(id)
    expect(became).toEqual({ state: 'live', at: expect.any(String), address: '/resources/' })
    expect(became.at >= began).toBe(true)
    await app.rest('PATCH', `/resource-links/${id}?draft=true`, {
      as: 'comms',
      body: { title: 'Not yet', _status: 'draft' },
    })
    expect(await site.becameOf(id)).toEqual(became)
    await site.saveLink('Another one')
    await site.publish()
    expect(await site.becameOf(id)).toEqual(became)

    await app.rest('PATCH', `/resource-links/${id}`, { as: 'comms', body: { _status: 'draft' } })
    expect(await site.becameOf(id)).toEqual({ state: 'building' })
    await site.publish()
    expect(await site.becameOf(id)).toEqual({ state: 'notPublished' })
  })

  it('is that it is live, too, when publishing it changed nothing on the site', async () => {
    const id = await site.saveLink('The same')
    await site.publish()
    const many = (await site.rows()).length
    await site.saveLink('The same', id)
    expect(await site.becameOf(id)).toEqual({ state: 'building' })
    await site.publish()
    expect(await site.becameOf(id)).toMatchObject({ state: 'live' })
    const rows = await site.rows()
    expect(rows).toHaveLength(many)
    expect(rows[0].changes.map((change: { id: string }) => change.id)).toContain(id)
  })

  it('is what stands in the way, with the record', async () => {
    const id = await site.saveLink('Left out')
    await site.publish()
    await app.payload.db.updateOne({
      collection: 'resource-links',
      id,
      data: { url: 'https:rcp.example.org' },
    })
    await app.rest('POST', '/publish', { as: 'comms' })
    await site.publish()
    expect(await site.becameOf(id)).toMatchObject({
      state: 'leftOut',
      findings: [{ path: `/collections/resource-links/${id}` }],
    })
    await app.rest('DELETE', `/resource-links/${id}`, { as: 'comms' })
    await site.publish()
    const gone = await app.rest('GET', `/publications/latest?for=resource-links:${id}`, {
      as: 'comms',
    })
    expect(gone.status).toBe(404)
  })

  it.each([
    ['?for=mentees:1', 404],
    ['?global=mentoring-settings', 404],
    ['?for=resource-links', 400],
    // Not everybody who publishes may see it.
    ['?global=matching-settings', 403],
  ])('is asked for what is on the site alone: %s', async (query, status) => {
    const answer = await app.rest('GET', `/publications/latest${query}`, { as: 'comms' })
    expect([answer.status, answer.text]).toEqual([status, expect.any(String)])
  })
})

describe('many publishes', () => {
  /** As the server does it: a round each second. */
  const server = () => {
    let isOver = false
    const ended = (async () => {
      while (!isOver) {
        await publishRound.run(app.payload)
        await new Promise((resolve) => setTimeout(resolve, 1000))
      }
    })()
    return async () => {
      isOver = true
      await ended
    }
  }

  it('within five seconds are three builds at most, and the last one wins', async () => {
    const id = await site.saveLink('Burst 0')
    await site.publish()
    const before = (await site.rows()).length
    const stop = server()
    for (let i = 1; i <= 10; i += 1) {
      await site.saveLink(`Burst ${i}`, id)
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
    await expect
      .poll(async () => (await site.becameOf(id)).state, { timeout: 120_000, interval: 500 })
      .toBe('live')
    await stop()
    expect(await site.page('resources/index.html')).toContain('Burst 10')
    const builds = (await site.rows()).length - before
    expect(builds).toBeGreaterThan(0)
    expect(builds).toBeLessThanOrEqual(3)
  })

  it('by hand at once are one build', async () => {
    const before = (await site.rows()).length
    await Promise.all(
      Array.from({ length: 6 }, () => app.rest('POST', '/publish', { as: 'comms' })),
    )
    await site.publish()
    expect((await site.rows()).length - before).toBe(1)
  })

  it('while a build runs are one further build', async () => {
    const id = await site.saveLink('During 0')
    const before = (await site.rows()).length
    const building = site.publish()
    await expect
      .poll(async () => (await site.rows())[0].status, { timeout: 60_000 })
      .toBe('building')
    for (let i = 1; i <= 3; i += 1) await site.saveLink(`During ${i}`, id)
    await building
    await site.publish()
    expect((await site.rows()).length - before).toBe(2)
    expect(await site.page('resources/index.html')).toContain('During 3')
  })
})

describe('a publication that fails', () => {
  /** Past the rules, which keep a page that the site needs from being taken off. */
  const setPage = async (_status: 'draft' | 'published') => {
    const id = await pagesOf(app).idOf('home')
    await app.payload.db.updateOne({ collection: 'pages', id, data: { _status } })
    await app.rest('POST', '/publish', { as: 'comms' })
  }
  const mailsOf = async () => {
    await deliverMails(app.payload)
    const where = { template: { equals: 'publicationFailed' } }
    return (await app.payload.find({ collection: 'mails', where, overrideAccess: true })).docs
  }

  it('is mailed to the comms team once, until it was mended', async () => {
    await setPage('draft')
    await site.publish()
    expect(await mailsOf()).toHaveLength(1)
    const { text, to } = await postbox.wait('comms@example.org', /was not published/)
    const [failed] = await site.rows()
    expect(failed.status).toBe('failed')
    expect(text).toContain('The page “Programme page” is not published')
    expect(text).toContain(`/admin/collections/publications/${failed.id}`)
    expect(JSON.stringify(to)).not.toContain('coordinator')
    await app.rest('POST', '/publish', { as: 'comms' })
    await site.publish()
    await site.saveLink('Meanwhile')
    await site.publish()
    expect((await site.rows())[0]).toMatchObject({ status: 'failed', problem: failed.problem })
    expect(await mailsOf()).toHaveLength(1)

    await setPage('published')
    await site.publish()
    expect((await site.rows())[0].status).toBe('live')
    await setPage('draft')
    await site.publish()
    expect(await mailsOf()).toHaveLength(2)
    expect((await mailsOf()).map(({ to }) => to)).toEqual(Array(2).fill('comms@example.org'))
    await setPage('published')
    await site.publish()
  })

  it('is noted although nobody could be told', async () => {
    const { PUBLICATION } = await import('../../programme/publication.ts')
    const options = declareOptions({
      ...PUBLICATION,
      mustContain: ['nowhere.html'],
      onFailure: () => Promise.reject(new Error('No mail')),
    })
    const before = (await site.rows()).length
    await publishSite(await app.reqAs('comms'), options, { cause: 'byHand', isForced: true })
    const rows = await site.rows()
    expect(rows).toHaveLength(before + 1)
    expect(rows[0]).toMatchObject({ status: 'failed', problem: expect.stringContaining('nowhere') })
    await app.rest('POST', '/publish', { as: 'comms' })
    await site.publish()
  })

  it('says so beside the document that waits for it', async () => {
    await setPage('draft')
    await site.publish()
    const id = await site.saveLink('Waits')
    await site.publish()
    expect(await site.becameOf(id)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('The page “Programme page” is not published'),
      findings: [{ path: '/collections/pages' }],
    })
    await setPage('published')
    await site.publish()
    expect(await site.becameOf(id)).toMatchObject({ state: 'live' })
  })
})
