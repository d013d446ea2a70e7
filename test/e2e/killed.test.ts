import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { openPostbox, type Postbox, type Stage } from '../helpers/smtp.ts'

/**
 * The production server is killed between a match and its last introduction, wherever that hurts
 * most. After the restart each email has gone once; twice only where the mail server had it and its
 * answer was lost, which is on the row and in the log.
 */

let postbox: Postbox
let server: RunningServer
/** Called by the mail server while it has a message to an introduced person in its hands. */
let reached: (stage: Stage) => Promise<void> = async () => {}
beforeAll(async () => {
  postbox = await openPostbox({ before: (stage) => reached(stage) })
  server = await startServer({ SMTP_URL: postbox.url })
})
afterAll(async () => {
  await server?.stop()
  await postbox?.close()
})

type Row = { id: string; status: string; mayHaveGoneTwice: boolean }

const introductions = async (match: string): Promise<Row[]> => {
  const query = `where[match][equals]=${match}&depth=0`
  return (await server.api('coordinator', 'GET', `/mails?${query}`)).docs
}

/** Matches a new pair and kills the server the moment it has `moment` reached. */
const killAt = async (pair: string, moment: Stage | 'confirmed') => {
  const mentor = `mentor.${pair}@example.org`
  const mentee = `mentee.${pair}@example.org`
  await signUp(server, postbox, 'mentor', { email: mentor })
  await signUp(server, postbox, 'mentee', { email: mentee })
  // The links to their pages, which they get first, are not what this is about.
  const waiting = '/mails?where[status][in]=queued,sending&limit=1'
  await expect
    .poll(async () => (await server.api('coordinator', 'GET', waiting)).totalDocs, {
      timeout: 20_000,
    })
    .toBe(0)
  postbox.messages.length = 0
  const idOf = async (collection: string, email: string): Promise<string> =>
    (await server.api('coordinator', 'GET', `/${collection}?where[email][equals]=${email}`)).docs[0]
      .id
  let killing: Promise<void> | undefined
  const killed = new Promise<void>((resolve) => {
    // The other of the two emails gets no further either.
    reached = async (stage) => {
      if (stage !== moment && !killing) return
      killing ??= server.kill()
      await killing
      resolve()
    }
  })
  const { match } = await server.api('coordinator', 'POST', '/matching/match', {
    mentee: await idOf('mentees', mentee),
    mentor: await idOf('mentors', mentor),
  })
  if (moment === 'confirmed') await server.kill()
  else await killed
  reached = async () => {}
  await server.restart()
  await expect
    .poll(async () => (await introductions(match)).map(({ status }) => status), { timeout: 30_000 })
    .toEqual(['sent', 'sent'])
  return introductions(match)
}

const copiesOf = ({ id }: Row): number =>
  postbox.messages.filter(({ mail }) => mail.messageId === `<${id}@example.org>`).length

describe('a server that is killed', () => {
  it.each(['confirmed', 'connected', 'addressed'] as const)(
    'when the match is made and the mail server is at “%s” sends each email once',
    async (moment) => {
      const rows = await killAt(moment, moment)
      expect(rows.map(copiesOf)).toEqual([1, 1])
    },
    90_000,
  )

  it('when the mail server has the message and no answer came back sends it twice and says so', async () => {
    const rows = await killAt('taken', 'taken')
    // One of the two or both, as far as they had come.
    const twice = rows.filter((row) => copiesOf(row) === 2)
    expect(twice.length).toBeGreaterThan(0)
    for (const row of rows) {
      // The other one may have been on its way, too: whether the mail server had it, nobody can know.
      expect(copiesOf(row)).toBeGreaterThanOrEqual(1)
      expect(copiesOf(row)).toBeLessThanOrEqual(row.mayHaveGoneTwice ? 2 : 1)
    }
    expect(server.log()).toContain('An email may go out twice')
    expect(server.log()).toContain(twice[0]!.id)
    expect(server.log()).not.toContain('mentor.taken@')
  }, 90_000)

  it('in the midst of many introductions goes on with them, and makes each once', async () => {
    const pairs = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const name of pairs) {
      await signUp(server, postbox, 'mentor', { email: `many.mentor.${name}@example.org` })
      await signUp(server, postbox, 'mentee', { email: `many.mentee.${name}@example.org` })
    }
    await server.api('coordinator', 'POST', '/matching/run', {})
    const proposals = '/matches?where[status][equals]=proposed&limit=0&depth=0'
    const { docs } = await server.api('coordinator', 'GET', proposals)
    const matches = (docs as Row[]).map(({ id }) => id)
    expect(matches).toHaveLength(pairs.length)
    const underWay = async (): Promise<{ done: number }[]> =>
      (await server.api('coordinator', 'POST', '/matching/introducing', {})).introductions
    const { startedAt } = await server.api('coordinator', 'POST', '/matching/introduce', {
      matches,
    })
    await server.kill()
    await server.restart()
    await expect.poll(underWay, { timeout: 60_000 }).toEqual([])
    const { introductions } = await server.api('coordinator', 'POST', '/matching/introducing', {
      since: startedAt,
    })
    expect(introductions).toMatchObject([{ done: pairs.length, refused: [], isFinished: true }])
    for (const match of matches) {
      const query = `/mails?where[match][equals]=${match}&depth=0`
      const { docs: mails } = await server.api('coordinator', 'GET', query)
      expect(mails).toHaveLength(2)
    }
  }, 180_000)
})
