import { readdir, readlink, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import {
  declareOptions,
  keepUpRound,
  liveSnapshot,
  queueFirstPublication,
} from '@mentoring/publication'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { boot, type Installation, type JSONBody } from '../helpers/boot.ts'
import { publicationsOf } from '../helpers/publications.ts'

/** An earlier publication is put back, and held until somebody goes on publishing. */

let app: Installation
let site: ReturnType<typeof publicationsOf>
/** Two publications: one with the title “First”, then one with “Second”. */
let link: string
let first: JSONBody
beforeAll(async () => {
  app = await boot()
  site = publicationsOf(app)
  await site.publish()
})
afterAll(() => app.close())
beforeEach(async () => {
  await site.goOn()
  await site.publish()
  link = await site.saveLink('First', link)
  await site.publish()
  ;[first] = await site.rows()
  await site.saveLink('Second', link)
  await site.publish()
})

const shown = async () => /First|Second|Third/.exec(await site.page('resources/index.html'))?.[0]
const current = () => readlink(path.join(app.dataDir, 'site', 'current'))
const snapshot = async () => JSON.stringify(await liveSnapshot(path.join(app.dataDir, 'site')))
/** As a server does that starts. */
const start = async () => {
  await queueFirstPublication(await app.reqAs('admin'))
  await site.publish()
}
const keepUp = async () => {
  const { PUBLICATION } = await import('../../programme/publication.ts')
  const round = keepUpRound(declareOptions(PUBLICATION))
  // The first round leaves it to the start.
  await round.run(app.payload)
  await round.run(app.payload)
}

describe('putting an earlier publication back', () => {
  it('shows visitors what it had, at once, and pages of the server its words', async () => {
    expect(await shown()).toBe('Second')
    expect(await snapshot()).toContain('Second')
    const { json, status } = await site.putBack(first.id)
    expect([status, json.message]).toEqual([
      200,
      `Publication ${first.number} is live again. Nothing else goes up until you go on publishing.`,
    ])
    expect(await shown()).toBe('First')
    expect(await snapshot()).toContain('First')
    const [now, second, before] = await site.rows()
    expect(now).toMatchObject({
      status: 'live',
      cause: 'rollback',
      by: 'comms',
      putBack: first.number,
      fingerprint: first.fingerprint,
      pages: first.pages,
      changes: [{ collection: 'resource-links', id: link, title: 'First' }],
    })
    expect([second.status, before.status]).toEqual(['kept', 'kept'])
  })

  it('keeps files that pages of the other site ask for', async () => {
    const assets = path.join(app.dataDir, 'site', 'current', 'public', 'assets')
    const { isHashed } = await import('../../site/_config/manifest.ts')
    const before = (await readdir(assets)).filter((file) => isHashed(`assets/${file}`))
    expect(before.length).toBeGreaterThan(0)
    await rename(
      path.join(assets, before[0]!),
      path.join(assets, before[0]!.replace(/\.\w+\.(\w+)$/, '.ABCDEF12.$1')),
    )
    const changed = (await readdir(assets)).find((file) => file.includes('ABCDEF12'))
    await site.putBack(first.id)
    expect(await readdir(assets)).toEqual(expect.arrayContaining([changed, ...before]))
  })

  it('holds: nothing goes up by a save, by hand, by a start or by itself, and the editor is told', async () => {
    await site.putBack(first.id)
    const held = await current()
    const many = (await site.rows()).length
    await site.saveLink('Third', link)
    await site.publish()
    await start()
    await keepUp()
    const byHand = await app.rest('POST', '/publish', { as: 'comms' })
    expect([byHand.status, byHand.json.message]).toEqual([
      409,
      expect.stringContaining('Press “Go on publishing”'),
    ])
    await site.publish()
    expect(await shown()).toBe('First')
    expect(await current()).toBe(held)
    expect(await site.rows()).toHaveLength(many)
    expect(await site.becameOf(link)).toEqual({ state: 'held' })
    const { json } = await app.rest('GET', '/publications/latest', { as: 'comms' })
    expect(json).toMatchObject({ isHeld: true, state: 'live' })
  })

  it('ends with “Go on publishing”, which publishes what waited', async () => {
    await site.putBack(first.id)
    await site.saveLink('Third', link)
    expect((await site.goOn()).status).toBe(202)
    await site.publish()
    expect(await shown()).toBe('Third')
    const [now] = await site.rows()
    expect(now).toMatchObject({ status: 'live', cause: 'byHand', by: 'comms' })
    expect(await site.becameOf(link)).toMatchObject({ state: 'live', address: '/resources/' })
    expect((await site.goOn()).status).toBe(409)
    await site.saveLink('Second', link)
    await site.publish()
    expect(await shown()).toBe('Second')
  })

  it('while a build runs wins: what was being built does not go up', async () => {
    await site.saveLink('Third', link)
    const building = site.publish()
    await expect
      .poll(async () => (await site.rows())[0].status, { timeout: 60_000 })
      .toBe('building')
    await site.putBack(first.id)
    await building
    expect(await shown()).toBe('First')
    const [rollback, build] = await site.rows()
    expect(rollback).toMatchObject({ status: 'live', cause: 'rollback' })
    expect(build).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('put back while it was being built'),
    })
    await site.goOn()
    await site.publish()
    expect(await shown()).toBe('Third')
  })

  it('is refused in words: what is live, what never was, what is not kept, what there is not', async () => {
    const [live] = await site.rows()
    const refused = async (id: string) => {
      const { json, status } = await site.putBack(id)
      return [status, json.message]
    }
    expect(await refused(live.id)).toEqual([409, 'This is what visitors see already.'])
    expect((await refused('no-such-id'))[0]).toBe(404)

    const builds = path.join(app.dataDir, 'site', 'builds')
    const up = path.basename(await current())
    for (const name of await readdir(builds))
      if (name !== up) await rm(path.join(builds, name), { recursive: true })
    expect(await refused(first.id)).toEqual([
      409,
      expect.stringContaining('The files of this publication are not kept any more'),
    ])
    expect(await shown()).toBe('Second')
    expect((await site.rows()).find(({ id }) => id === first.id).status).toBe('gone')

    const answer = await app.rest('POST', `/publications/${first.id}/put-back`, {
      as: 'comms',
      body: { folder: '/etc' },
    })
    expect(answer.status).toBe(400)
  })

  it.each(['coordinator', undefined] as const)('is not for everybody: %s', async (as) => {
    for (const route of [`/publications/${first.id}/put-back`, '/publish/go-on', '/publish'])
      expect((await app.rest('POST', route, { as })).status, route).toBe(403)
    const latest = await app.rest('GET', '/publications/latest', { as })
    expect(latest.status).toBe(403)
    expect(await shown()).toBe('Second')
  })
})

describe('a process that died', () => {
  const change = (id: string, data: Record<string, unknown>) =>
    app.payload.db.updateOne({ collection: 'publications', id, data })

  it('after a build had gone up leaves a row that the next start finishes', async () => {
    const [up] = await site.rows()
    await change(up.id, { status: 'building', pages: null, bytes: null })
    await start()
    const rows = await site.rows()
    expect(rows[0]).toMatchObject({ status: 'live', cause: 'start' })
    expect(rows[1]).toMatchObject({ id: up.id, status: 'kept', pages: up.pages, bytes: up.bytes })
  })

  it('while it built leaves a row that says so, and no half site', async () => {
    const [up, before] = await site.rows()
    await change(before.id, { status: 'building' })
    const builds = await readdir(path.join(app.dataDir, 'site', 'builds'))
    await start()
    const row = (await site.rows()).find(({ id }) => id === before.id)
    expect(row).toMatchObject({
      status: 'failed',
      problem: 'The server stopped while the site was being built.',
    })
    expect((await site.rows()).find(({ id }) => id === up.id).status).toBe('kept')
    const now = await readdir(path.join(app.dataDir, 'site', 'builds'))
    expect(builds.filter((name) => !now.includes(name))).toHaveLength(1)
  })

  it('while its clock was half a year ahead holds up nobody, and its row is not the last for ever', async () => {
    const [up] = await site.rows()
    const ahead = new Date(Date.now() + 182 * 24 * 60 * 60_000).toISOString()
    await change(first.id, { status: 'building', startedAt: ahead })
    await change(up.id, { startedAt: ahead })
    await site.saveLink('Third', link)
    await site.publish()
    expect(await shown()).toBe('Third')
    const rows = await site.rows()
    expect(rows[0].status).toBe('live')
    expect(rows.find(({ id }) => id === first.id).status).toBe('failed')
    const { json } = await app.rest('GET', '/publications/latest', { as: 'comms' })
    expect(json).toMatchObject({ state: 'live', number: rows[0].number })
  })

  it('between putting back and its row leaves both the site and the hold, and the row is finished', async () => {
    await site.putBack(first.id)
    const [rollback] = await site.rows()
    await change(rollback.id, { status: 'building', seconds: null })
    await start()
    expect(await shown()).toBe('First')
    const rows = await site.rows()
    expect(rows[0]).toMatchObject({ id: rollback.id, status: 'live', putBack: first.number })
    expect(rows.filter(({ status }) => status === 'live')).toHaveLength(1)
    expect(await site.becameOf(link)).toEqual({ state: 'held' })
  })

  it('before it has put back has changed nothing, which its row says', async () => {
    await site.putBack(first.id)
    const [rollback] = await site.rows()
    await site.goOn()
    await site.publish()
    await change(rollback.id, { status: 'building' })
    await start()
    expect(await shown()).toBe('Second')
    const row = (await site.rows()).find(({ id }) => id === rollback.id)
    expect(row.status).toBe('failed')
    // The build it was about is still there.
    expect((await site.putBack(first.id)).status).toBe(200)
  })
})
