import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { createClient } from '@libsql/client'
import { type Round, startRounds } from '@mentoring/kit/rounds'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { queueMail } from '../../plugins/outbox/queue-mail.ts'
import { queuePublication } from '@mentoring/publication'
import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { pictureFile } from '../helpers/pictures.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * What makes the health of an installation bad, and that it becomes well again. Both clocks stand
 * still and go on when the test says so: that of the machine and that of the process.
 */

const MINUTE = 60_000
const mongo = process.env.DATABASE_URL?.startsWith('mongodb') ? process.env.DATABASE_URL : undefined

let app: Installation
let postbox: Postbox
let line: Line | undefined
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  if (mongo) {
    line = await openLine(new URL(mongo))
    process.env.DATABASE_URL = line.url
  }
  app = await boot()
  await publish()
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  // Mail goes and matches are followed when a test says so; what comes less often would not come at all.
  const custom = app.payload.config.custom as { rounds: { round: Round }[] }
  custom.rounds = custom.rounds
    .filter(({ round }) => round.name !== 'outbox' && round.everySeconds <= 60)
    .map(({ round }) => ({
      round: round.name === 'followMatches' ? { ...round, everySeconds: 3600 } : round,
    }))
  startRounds(app.payload)
}, 300_000)
afterAll(async () => {
  vi.useRealTimers()
  await app?.close()
  await postbox?.close()
  await line?.close()
})

/** Time passes for what looks at a clock; what waits for a timer still waits. */
const pass = async (milliseconds: number) => {
  const real = Date.now() + milliseconds
  vi.setSystemTime(real)
  await vi.advanceTimersByTimeAsync(milliseconds)
  vi.setSystemTime(real)
}

/** Asks as a monitor does. Answering late is no answer. */
const health = async (): Promise<Record<string, unknown>> => {
  const answer = await Promise.race([app.rest('GET', '/health'), sleep(15_000)])
  if (!answer) throw new Error('The health did not answer.')
  return { http: answer.status, ...answer.json }
}

/** Asks again and again, a few seconds apart: what was found is good for as long. Rounds keep up with that. */
const becomes = (expected: object) =>
  expect
    .poll(
      async () => {
        await pass(6_000)
        return health()
      },
      { timeout: 50_000, interval: 2_000 },
    )
    .toMatchObject(expected)

const WELL = {
  http: 200,
  database: true,
  jobs: true,
  matchesFollowed: true,
  mail: true,
  publication: true,
}

const publish = async () => {
  await queuePublication(await app.reqAs('comms'), { isForced: true })
  await app.payload.jobs.run({
    queue: 'publication',
    limit: 50,
    silent: true,
    overrideAccess: true,
  })
}

const write = async () =>
  queueMail({
    req: await app.reqAs('admin'),
    template: 'alreadySignedUp',
    about: {},
    to: 'person@example.org',
    values: { name: 'Amina', role: 'mentor', contact: 'team@example.org' },
  })

/** All is well before, and again afterwards; rounds begin at once, as the next minute does it. */
beforeEach(() => becomes(WELL))
afterEach(async () => {
  startRounds(app.payload)
  await becomes(WELL)
})

describe('the health is bad', () => {
  it('while the mail server takes nothing for a quarter of an hour', async () => {
    await write()
    postbox.setAway(true)
    await deliverMails(app.payload)
    await pass(10 * MINUTE)
    expect(await health()).toMatchObject({ mail: true })
    await pass(6 * MINUTE)
    expect(await health()).toMatchObject({ http: 503, mail: false })
    postbox.setAway(false)
    await deliverMails(app.payload)
    expect(postbox.messages).toHaveLength(1)
  })

  it('while a message that is due is not tried', async () => {
    await write()
    await pass(16 * MINUTE)
    expect(await health()).toMatchObject({ http: 503, mail: false })
    await deliverMails(app.payload)
  })

  it('when matches were not followed for ten minutes, until they are', async () => {
    await becomes({ secondsSinceMatchesFollowed: expect.any(Number) })
    await pass(9 * MINUTE)
    expect(await health()).toMatchObject({ matchesFollowed: true })
    await pass(2 * MINUTE)
    expect(await health()).toMatchObject({ http: 503, matchesFollowed: false })
  })

  it('when the last publication failed, until one goes up', async () => {
    const picture = await app.payload.create({
      collection: 'media',
      data: { alt: 'A ward' },
      file: await pictureFile(),
      overrideAccess: true,
    })
    await pagesOf(app).save('home', { layout: [{ blockType: 'hero', image: picture.id }] })
    const folder = path.join(app.dataDir, 'media')
    await rename(folder, `${folder}-away`)
    await publish()
    await pass(6_000)
    expect(await health()).toMatchObject({ ...WELL, http: 503, publication: false })
    await rename(`${folder}-away`, folder)
    await publish()
  })

  it('when a publication failed while the clock was ahead, not for ever', async () => {
    const now = Date.now()
    await pass(200 * 24 * 60 * MINUTE)
    const folder = path.join(app.dataDir, 'media')
    await rename(folder, `${folder}-away`)
    await publish()
    await rename(`${folder}-away`, folder)
    await pass(6_000)
    expect(await health()).toMatchObject({ publication: false })
    vi.setSystemTime(now)
    await publish()
  })

  it('when the database hangs, and says so within seconds', async () => {
    const release = await (line ? line.hang() : holdWriteLock())
    // Another program may hold it for some seconds.
    expect((await health()).database).toBe(true)
    await pass(25_000)
    expect(await health()).toMatchObject({ http: 503, database: false })
    await release()
  })
})

/** As another program does that writes to the file of SQLite. */
const holdWriteLock = async () => {
  const client = createClient({ url: process.env.DATABASE_URL! })
  const theirs = await client.transaction('write')
  return async () => {
    await theirs.rollback()
    client.close()
  }
}

type Line = { url: string; hang: () => Promise<() => Promise<void>>; close: () => Promise<void> }

/** A line to the MongoDB server that can fall silent, as a network does. */
const openLine = async ({ hostname, port, searchParams }: URL): Promise<Line> => {
  const sockets = new Set<Socket>()
  let isSilent = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      if (isSilent) from.pause()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const query = new URLSearchParams(searchParams)
  // Else the driver goes to the server by the address it gives itself.
  query.set('directConnection', 'true')
  return {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?${query}`,
    hang: async () => {
      isSilent = true
      for (const socket of sockets) socket.pause()
      return async () => {
        isSilent = false
        for (const socket of sockets) socket.resume()
      }
    },
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
