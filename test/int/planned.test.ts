import { wakeJobs } from '@mentoring/kit/jobs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/** What goes on the site or comes off it on a date, what waits, and what is due for review. */

/** What reads the settings, which are those of the installation once that is there. */
const load = async () => ({
  ...(await import('../../programme/site/content-snapshot.ts')),
  ...(await import('../../programme/content/plan.ts')),
  ...(await import('../../programme/content/planned.ts')),
  ...(await import('../../programme/content/reviews.ts')),
  ...(await import('../../programme/content/waiting.ts')),
})

let app: Installation
let content: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  app = await boot()
  content = await load()
})
afterAll(() => app.close())
beforeEach(() => app.payload.db.deleteMany({ collection: 'payload-jobs', where: {} }))
afterEach(() => {
  vi.useRealTimers()
})

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const later = (by: number) => new Date(Date.now() + by)

/** As the clock of the machine would say, once this time has passed. */
const goTo = (time: Date) => vi.useFakeTimers({ toFake: ['Date'], now: time })

const runDue = () =>
  app.payload.jobs.run({ queue: 'default', limit: 20, silent: true, overrideAccess: true })

const makeLink = async (more: object = {}) => {
  const body = {
    title: 'Planned',
    url: 'https://example.org/',
    audience: 'Doctors',
    description: 'A page',
    ...more,
  }
  // Without a log-in, which ends when the clock is moved.
  const { id } = await app.payload.create({
    collection: 'resource-links',
    data: body,
    draft: !('_status' in body),
    overrideAccess: true,
    req: await app.reqAs('comms'),
  })
  return id
}

/** By Payload’s own dialogue, which calls the server by name. */
const plan = async (
  id: string,
  date: Date,
  {
    as = 'comms',
    type = 'publish',
    in: relationTo = 'resource-links',
  }: {
    as?: Role
    type?: 'publish' | 'unpublish'
    in?: string
  } = {},
) =>
  content.planDate(await app.reqAs(as), {
    date,
    type,
    // A browser can send any.
    doc: { relationTo: relationTo as 'resource-links', value: id },
    timezone: 'Europe/London',
  })

const read = (id: string) =>
  app.payload.findByID({ collection: 'resource-links', id, overrideAccess: true })
const status = async (id: string) => (await read(id))._status

const countPlans = async () =>
  (
    await app.payload.count({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'schedulePublish' } },
      overrideAccess: true,
    })
  ).totalDocs

const mailsNamed = async (template: string) =>
  (
    await app.payload.find({
      collection: 'mails',
      where: { template: { equals: template } },
      sort: 'queuedAt',
      pagination: false,
      showHiddenFields: true,
      overrideAccess: true,
    })
  ).docs

describe('what is planned', () => {
  it('goes on the site at its time and not before, by the name of who planned it', async () => {
    const id = await makeLink({ title: 'Goes up' })
    const at = later(3 * DAY)
    await plan(id, at)
    const req = await app.reqAs('comms')
    expect(await content.loadPlanned(req)).toMatchObject([
      { what: 'publish', by: 'comms', at: at.toISOString(), record: { title: 'Goes up', id } },
    ])
    await wakeJobs(app.payload, new Date())
    await runDue()
    expect(await status(id)).toBe('draft')

    goTo(new Date(at.getTime() + 1000))
    await runDue()
    expect(await status(id)).toBe('published')
    expect((await read(id)).changedBy).toBe('comms, on a planned date')
    const { snapshot } = await content.contentSnapshot(req)
    expect(snapshot.resources.map(({ title }) => title)).toContain('Goes up')
    expect(await content.loadPlanned(req)).toEqual([])
    const { totalDocs } = await app.payload.count({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'publishSite' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBeGreaterThan(0)
  })

  it('comes off it', async () => {
    const id = await makeLink({ _status: 'published' })
    await plan(id, later(HOUR), { type: 'unpublish' })
    goTo(later(2 * HOUR))
    await runDue()
    expect(await status(id)).toBe('draft')
    expect((await app.rest('GET', `/resource-links/${id}`)).status).toBe(404)
  })

  it('happens once, also when it is taken up twice', async () => {
    const id = await makeLink()
    await plan(id, later(HOUR))
    const { docs } = await app.payload.find({ collection: 'payload-jobs', overrideAccess: true })
    const twin = { ...docs[0], id: undefined }
    await app.payload.db.create({ collection: 'payload-jobs', data: twin })
    goTo(later(2 * HOUR))
    await runDue()
    const { totalDocs } = await app.payload.countVersions({
      collection: 'resource-links',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(2)
  })

  it('is planned by those who may publish, for what is content and a time to come', async () => {
    const id = await makeLink()
    await expect(plan(id, later(HOUR), { as: 'coordinator' })).rejects.toThrow(/not allowed/)
    await expect(plan('x', later(HOUR), { in: 'mentees', as: 'admin' })).rejects.toThrow(
      /not allowed/,
    )
    expect(await plan(id, later(-HOUR))).toEqual({ error: 'Choose a time that is still to come.' })
    expect(await countPlans()).toBe(0)
    await plan(id, later(HOUR))
    const [planned] = await content.loadPlanned(await app.reqAs('comms'))
    const { job } = planned!
    const forget = (as: Role) => app.rest('POST', '/content/forget-plan', { as, body: { job } })
    expect((await forget('coordinator')).status).toBe(403)
    await expect(
      app.reqAs('coordinator').then((req) => content.planDate(req, { deleteID: job })),
    ).rejects.toThrow(/not allowed/)
    expect(await countPlans()).toBe(1)
    expect((await forget('comms')).status).toBe(200)
    expect(await countPlans()).toBe(0)
    expect((await forget('comms')).status).toBe(404)
  })

  it('takes no other job off', async () => {
    const job = await app.payload.jobs.queue({
      task: 'publishSite',
      queue: 'never',
      input: {},
      overrideAccess: true,
    })
    const body = { job: String(job.id) }
    expect((await app.rest('POST', '/content/forget-plan', { as: 'comms', body })).status).toBe(404)
  })
})

describe('what did not happen on its date', () => {
  const staff = async (email: string) => {
    const made = await app.payload.create({
      collection: 'users',
      data: { email, name: 'Sam Patel', role: 'comms', password: app.password },
      overrideAccess: true,
    })
    const change = (data: object) =>
      app.payload.update({ collection: 'users', id: made.id, data, overrideAccess: true })
    return { ...made, change }
  }
  const planAs = async (
    user: { id: string; email: string },
    id: string,
    type: 'publish' | 'unpublish' = 'publish',
  ) => {
    const req = await app.reqAs('comms')
    req.user = { ...req.user!, ...user, collection: 'users' }
    await content.planDate(req, {
      date: later(HOUR),
      type,
      doc: { relationTo: 'resource-links', value: id },
    })
  }
  const asAdmin = (id: string, body: object) =>
    app.rest('PATCH', `/users/${id}`, { as: 'admin', body })

  it.each([
    ['is deactivated', { isDeactivated: true }],
    ['may not publish any more', { role: 'coordinator' }],
  ])(
    'is not what somebody planned who %s: whoever did that takes it over',
    async (what, change) => {
      const sam = await staff(`${what.replaceAll(' ', '.')}.by.admin@example.org`)
      const [up, down] = [await makeLink(), await makeLink({ _status: 'published' })]
      await planAs(sam, up)
      await planAs(sam, down, 'unpublish')
      const other = await makeLink()
      await plan(other, later(3 * HOUR))
      expect((await asAdmin(sam.id, { name: 'Sam P' })).status).toBe(200)
      const names = async () =>
        (await content.loadPlanned(await app.reqAs('comms'))).map(({ by, from, problem }) => [
          by,
          from,
          problem,
        ])
      const ofOther = ['comms', undefined, undefined]
      expect(await names()).toEqual([
        ['Sam P', undefined, undefined],
        ['Sam P', undefined, undefined],
        ofOther,
      ])
      expect((await asAdmin(sam.id, change)).status).toBe(200)
      const taken = ['admin', 'Sam P', undefined]
      expect(await names()).toEqual([taken, taken, ofOther])
      const req = await app.reqAs('admin')
      expect(await content.plannedBy(req, sam.id)).toEqual([])
      expect(await content.takenOverFrom(req, sam.id)).toHaveLength(2)
      goTo(later(2 * HOUR))
      await runDue()
      expect([await status(up), await status(down), await status(other)]).toEqual([
        'published',
        'draft',
        'draft',
      ])
      expect((await read(up)).changedBy).toBe('admin, on a planned date')
    },
  )

  it('can be taken over before, by those who may publish, when nobody has', async () => {
    const sam = await staff('sam.taken@example.org')
    const id = await makeLink()
    await planAs(sam, id)
    const [planned] = await content.loadPlanned(await app.reqAs('comms'))
    const { job } = planned!
    const take = (as: Role) => app.rest('POST', '/content/take-plan', { as, body: { job } })
    // Sam is there still.
    expect((await take('comms')).status).toBe(409)
    await sam.change({ isDeactivated: true })
    const isOrphan = async () =>
      (await content.loadPlanned(await app.reqAs('comms'))).map((planned) => planned.isOrphan)
    expect(await isOrphan()).toEqual([true])
    expect((await take('coordinator')).status).toBe(403)
    expect(await isOrphan()).toEqual([true])
    expect((await take('comms')).status).toBe(200)
    expect(await isOrphan()).toEqual([false])
    expect((await take('comms')).status).toBe(409)
    goTo(later(2 * HOUR))
    await runDue()
    expect(await status(id)).toBe('published')
    goTo(later(-2 * HOUR))
    expect((await take('comms')).status).toBe(404)
  })

  const missed = async () =>
    (await content.loadPlanned(await app.reqAs('comms'))).map(({ problem }) => problem)

  it('because its planner has left is told before, on the first page and by mail', async () => {
    const sam = await staff('sam@example.org')
    const id = await makeLink({ title: 'Orphan' })
    await planAs(sam, id)
    expect(await content.plannedBy(await app.reqAs('admin'), sam.id)).toMatchObject([
      { record: { title: 'Orphan' } },
    ])
    expect(await missed()).toEqual([undefined])
    await sam.change({ isDeactivated: true })
    expect(await missed()).toEqual([
      'It will not happen: Sam Patel no longer has an account. Plan it again yourself.',
    ])
    goTo(later(2 * HOUR))
    await runDue()
    expect(await status(id)).toBe('draft')
    expect(await missed()).toEqual(['Sam Patel no longer has an account. Plan it again yourself.'])
    const mails = await mailsNamed('dateMissed')
    expect(mails.map(({ to }) => to)).toEqual(['comms@example.org'])
    expect(mails[0]!.values).toMatchObject({
      what: 'Resource link “Orphan”',
      planned: 'go on the site',
    })
    // It is tried once.
    await runDue()
    expect(await mailsNamed('dateMissed')).toHaveLength(1)
  })

  it.each([
    [
      'may not publish any more',
      /may not publish/,
      async (sam: Awaited<ReturnType<typeof staff>>) => {
        await sam.change({ role: 'coordinator' })
      },
    ],
    [
      'has been deleted',
      /deleted, or is in the bin/,
      async (_sam: unknown, id: string) => {
        const body = { deletedAt: new Date().toISOString() }
        expect(
          (await app.rest('PATCH', `/resource-links/${id}`, { as: 'comms', body })).status,
        ).toBe(200)
      },
    ],
    [
      'is not finished',
      /Something in it is missing or wrong\. Web address: /,
      async (_sam: unknown, id: string) => {
        const body = { url: '', _status: 'draft' }
        const saved = await app.rest('PATCH', `/resource-links/${id}?draft=true`, {
          as: 'comms',
          body,
        })
        expect(saved.status, saved.text).toBe(200)
      },
    ],
  ])(
    'because what is planned, or who planned it, %s, is told in words',
    async (what, told, happens) => {
      const sam = await staff(`${what.replaceAll(' ', '.')}@example.org`)
      const id = await makeLink()
      await planAs(sam, id)
      await happens(sam, id)
      goTo(later(2 * HOUR))
      await runDue()
      expect(await missed()).toEqual([expect.stringMatching(told)])
      expect((await mailsNamed('dateMissed')).at(-1)!.values).toMatchObject({
        problem: expect.stringMatching(told) as string,
      })
    },
  )
})

describe('drafts that wait', () => {
  it('are told with who saved them; those in the bin and what is public are not', async () => {
    const id = await makeLink({ title: 'Only a draft' })
    const live = await makeLink({ title: 'Live', _status: 'published' })
    const binned = await makeLink({ title: 'Thrown away' })
    const save = (target: string, body: object, query = '') =>
      app.rest('PATCH', `/resource-links/${target}${query}`, { as: 'comms', body })
    await save(binned, { deletedAt: new Date().toISOString() })
    const titles = async () =>
      (await content.loadWaiting(await app.reqAs('comms'))).map(({ record }) => record.title)
    expect(await titles()).toContain('Only a draft')
    expect(await titles()).not.toContain('Live')
    expect(await titles()).not.toContain('Thrown away')
    await save(live, { title: 'Live, changed', changeNote: 'Why', _status: 'draft' }, '?draft=true')
    const waiting = await content.loadWaiting(await app.reqAs('comms'))
    expect(waiting.find(({ record }) => record.id === live)).toMatchObject({
      by: 'comms',
      isNew: false,
      note: 'Why',
      record: { id: live, kind: 'Resource link', title: 'Live, changed' },
    })
    await save(id, { _status: 'published' })
    expect(await titles()).not.toContain('Only a draft')
  })
})

describe('reviews that are due', () => {
  it('are written of once a week, to the owner or else to the comms team', async () => {
    const now = new Date('2027-03-01T10:00:00Z')
    goTo(now)
    await makeLink({
      title: 'Owned',
      _status: 'published',
      owner: 'Alex',
      ownerEmail: 'Alex@example.org',
      reviewDue: '2027-03-01T12:00:00.000Z',
    })
    await makeLink({
      title: 'Nobody’s',
      _status: 'published',
      reviewDue: '2027-02-20T12:00:00.000Z',
    })
    await makeLink({
      title: 'Tomorrow',
      _status: 'published',
      reviewDue: '2027-03-02T12:00:00.000Z',
    })
    const req = await app.reqAs('comms')
    expect((await content.loadDue(req, now)).map(({ record }) => record.title)).toEqual([
      'Nobody’s',
      'Owned',
    ])
    // Those of the tests before are comms too.
    const asked = ['alex@example.org', 'comms@example.org']
    const written = async () =>
      (await mailsNamed('reviewDue'))
        .filter(({ to }) => asked.includes(to))
        .map(({ to, values }) => [to, (values as { due: string }).due])
    await content.writeOfReviews(req, now)
    await content.writeOfReviews(req, now)
    const first = [
      ['comms@example.org', 'Resource link “Nobody’s”, due Saturday 20 February 2027'],
      ['alex@example.org', 'Resource link “Owned”, due Monday 1 March 2027'],
    ]
    expect((await written()).sort()).toEqual(first.sort())
    const after = async (days: number) => {
      const then = new Date(now.getTime() + days * DAY)
      goTo(then)
      await content.writeOfReviews(await app.reqAs('comms'), then)
    }
    await after(6)
    expect(await written()).toHaveLength(2)
    await after(8)
    expect(await written()).toHaveLength(4)
    const last = (await written()).slice(2).map(([, due]) => due)
    expect(last.join()).toContain('Tomorrow')
  })
})
