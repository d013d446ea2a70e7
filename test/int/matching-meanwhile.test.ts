import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { fillWithPeople } from '../../bench/fill-people.ts'
import { createManyOf } from '../../database/create-many.ts'
import type { Going, Outcome } from '../../plugins/matching/operations/going.ts'
import { optionsOf } from '../../plugins/matching/options.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, menteeForm } from '../helpers/people.ts'

/**
 * What happens to a matching run, and to everybody else, while it goes on: with more people than are
 * matched in this process. The process that solves is the real one; it keeps its answer to itself
 * until a file says that it may give it.
 */

/** More pairs than are matched in this process. */
const PEOPLE = { mentees: 240, mentors: 230 }

let app: Matching
let folder: string
beforeAll(async () => {
  app = await bootMatching()
  folder = await mkdtemp(path.join(tmpdir(), 'matching-meanwhile-'))
  optionsOf(app.payload.config).solverCommand = [
    process.execPath,
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    KEEPING.replaceAll('FOLDER', JSON.stringify(folder)),
  ]
})
beforeEach(async () => {
  await app.empty()
  await rm(file('may'), { force: true })
  await rm(file('asked'), { force: true })
  await fillWithPeople(app, PEOPLE)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

/** Notes that it was asked, and answers when it may. */
const KEEPING = `
import { existsSync, writeFileSync } from 'node:fs'
const { send } = process
process.on('message', () => writeFileSync(FOLDER + '/asked', String(process.pid)))
process.send = (said) => {
  const give = () => {
    if (said.word === 'answer' && !existsSync(FOLDER + '/may')) setTimeout(give, 10)
    else send.call(process, said)
  }
  give()
}
await import('@mentoring/matching/solve')
`

const file = (name: string) => path.join(folder, name)
const until = async <T>(what: () => Promise<T | false | undefined>): Promise<T> => {
  for (;;) {
    const found = await what()
    if (found) return found
    await sleep(10)
  }
}
/** Until the other process has been asked; its number. */
const asked = () =>
  until(async () => existsSync(file('asked')) && Number(await readFile(file('asked'), 'utf8')))
const letAnswer = () => writeFile(file('may'), '')

const act: Matching['act'] = (...args) => app.act(...args)
/** Starts a run in the background. */
const start = async (body: object = {}): Promise<string> => {
  const { json, status } = await app.rest('POST', '/matching/run', {
    as: 'coordinator',
    body,
    headers: { prefer: 'respond-async' },
  })
  expect(status).toBe(202)
  return json.id as string
}
const progress = async (id?: string) =>
  (await act('progress', id ? { id } : {})).json as { going: Going[]; outcome?: Outcome }
const outcome = (id: string) => until(async () => (await progress(id)).outcome)
/** Until nothing goes on: who would come next is said too. */
const over = () => until(async () => (await progress()).going.length === 0)
const people = async (collection: 'mentees' | 'mentors') =>
  (
    await app.payload.find({
      collection,
      limit: 3,
      sort: 'name',
      depth: 0,
      overrideAccess: true,
    })
  ).docs
const draftIn = (rows: Awaited<ReturnType<Matching['matches']>>) =>
  rows.map(({ mentee, mentor, score }) => `${mentee} ${mentor} ${score}`).sort()

describe('a large run', () => {
  it('finds in the other process what it finds in this one, and says as much of it', async () => {
    await letAnswer()
    const answer = await act('run', {})
    expect(answer).toMatchObject({ status: 200, json: { mentees: 240 } })
    const there = { draft: draftIn(await app.matches()), record: (await app.runs())[0]!.record }
    expect(there.record.isExplained).toBe(true)

    const options = optionsOf(app.payload.config)
    const { solverCommand } = options
    options.solverCommand = false
    await app.payload.db.deleteMany({ collection: 'matches', where: {} })
    await act('run', {})
    options.solverCommand = solverCommand
    expect(draftIn(await app.matches())).toEqual(there.draft)
    const [own] = await app.runs()
    expect({ ...own!.record, before: undefined }).toEqual({ ...there.record, before: undefined })
    expect((await act('repeat', { run: own!.id })).json).toEqual({
      isSame: true,
      pairs: there.draft.length,
    })
  })

  it('is seen by every coordinator: what it does, who started it, and since when', async () => {
    const id = await start()
    await asked()
    const { going } = await progress()
    expect(going).toEqual([
      {
        id,
        what: 'run',
        by: 'coordinator@example.org',
        since: expect.any(String),
        step: expect.stringMatching(/^(comparing|solving)$/),
        done: going[0]!.done,
        of: going[0]!.of,
        attempt: 1,
      },
    ])
    expect((await app.workspace()).going).toMatchObject([{ id }])
    await letAnswer()
    expect(await outcome(id)).toMatchObject({ summary: { mentees: 240 } })
    await over()
    expect((await app.workspace()).proposals.some(({ nextBest }) => nextBest)).toBe(true)
  })

  it('tells whoever waits for its outcome as soon as there is one', async () => {
    const id = await start()
    await asked()
    const waited = act('progress', { id, wait: 1000 })
    await act('stop', { id })
    expect((await waited).json.outcome).toMatchObject({ id, problem: expect.any(String) })
    await over()
  })

  it('is nobody’s business but the coordinators’', async () => {
    const id = await start()
    for (const [name, body] of Object.entries({ progress: {}, stop: { id } })) {
      expect((await act(name, body, 'comms')).status).toBe(403)
      expect((await app.rest('POST', `/matching/${name}`, { body })).status).toBe(403)
    }
    await letAnswer()
    expect(await outcome(id)).toHaveProperty('summary')
    await over()
  })
})

/**
 * A draft, and then a run that has not answered yet: `unchanged` says that the draft is as it was.
 *
 * @param change done to the draft in between, for a run that has something to write
 */
const runAfterDraft = async (change = async () => {}) => {
  await letAnswer()
  await act('run', {})
  await over()
  await change()
  const [before, runs] = [await app.matches(), (await app.runs()).length]
  await rm(file('may'))
  await rm(file('asked'))
  const id = await start({ seed: 7 })
  const pid = await asked()
  return {
    id,
    pid,
    unchanged: async () => {
      expect(await app.matches()).toEqual(before)
      expect(await app.runs()).toHaveLength(runs)
      await over()
    },
  }
}

describe('the draft is as it was when a run', () => {
  it('is stopped', async () => {
    const { id, unchanged } = await runAfterDraft()
    expect((await act('stop', { id })).status).toBe(200)
    expect(await outcome(id)).toEqual({ id, problem: 'Stopped. The draft is as it was.' })
    await unchanged()
    expect((await act('stop', { id })).json.rule).toBe('runOver')
  })

  it('loses the process that solves to kill -9, and the next run goes well', async () => {
    const { id, pid, unchanged } = await runAfterDraft()
    process.kill(pid, 'SIGKILL')
    expect(await outcome(id)).toEqual({
      id,
      problem: expect.stringMatching(
        /^This was ended before it was done: .* as it was\. Try again\.$/,
      ),
    })
    await unchanged()
    await letAnswer()
    expect((await act('run', {})).status).toBe(200)
    await over()
  })

  it('is stopped while it is stored', async () => {
    const db = createManyOf(app.payload)
    const { createMany } = db
    const { id, unchanged } = await runAfterDraft(() =>
      app.payload.db.deleteMany({ collection: 'matches', where: { mentee: { exists: true } } }),
    )
    let portions = 0
    db.createMany = async (args) => {
      await createMany(args)
      portions += 1
      await act('stop', { id })
    }
    await letAnswer()
    expect(await outcome(id)).toEqual({ id, problem: 'Stopped. The draft is as it was.' })
    db.createMany = createMany
    expect(portions).toBe(1)
    await unchanged()
  })
})

describe('a run begins again when, before it is stored,', () => {
  const attempts = async () => (await progress()).going[0]?.attempt

  it('somebody withdraws', async () => {
    const id = await start()
    await asked()
    const [gone] = await people('mentees')
    await app.rest('PATCH', `/mentees/${gone!.id}`, {
      as: 'coordinator',
      body: { status: 'withdrawn' },
    })
    await letAnswer()
    expect(await outcome(id)).toMatchObject({ summary: { mentees: 239 } })
    expect(Object.keys(await app.pairs())).not.toContain(gone!.id)
    await over()
    expect(await app.runs()).toHaveLength(1)
  })

  it('a place is filled', async () => {
    const id = await start()
    await asked()
    const [mentee] = await people('mentees')
    const mentor = (
      await app.payload.find({
        collection: 'mentors',
        where: { capacity: { equals: 1 } },
        limit: 1,
        depth: 0,
        overrideAccess: true,
      })
    ).docs[0]!
    let match = await act('match', { mentee: mentee!.id, mentor: mentor.id })
    // Two who are not to be matched would be a matter of chance.
    for (const other of (await people('mentees')).slice(1)) {
      if (match.status === 200) break
      match = await act('match', { mentee: other.id, mentor: mentor.id })
    }
    expect(match.status).toBe(200)
    await letAnswer()
    expect(await outcome(id)).toMatchObject({ summary: { mentees: 239 } })
    expect(Object.values(await app.pairs())).not.toContain(mentor.id)
    await over()
  })

  it('a mentor has no place any more, as somebody began to write before it began', async () => {
    const id = await start()
    await asked()
    const [mentor] = await people('mentors')
    await app.payload.db.updateOne({
      collection: 'mentors',
      id: mentor!.id,
      data: { capacity: 0, updatedAt: new Date(Date.now() - 20_000).toISOString() },
    })
    await letAnswer()
    expect(await outcome(id)).toHaveProperty('summary')
    expect(Object.values(await app.pairs())).not.toContain(mentor!.id)
    await over()
  })

  it('a coordinator decides about the draft it started from', async () => {
    await letAnswer()
    await act('run', {})
    await over()
    await rm(file('may'))
    await rm(file('asked'))
    const id = await start({ seed: 3 })
    await asked()
    const [chosen] = await app.matches()
    expect((await act('lock', { matches: [chosen!.id], isLocked: true })).status).toBe(200)
    await letAnswer()
    await outcome(id)
    expect(await app.proposalOf({ id: chosen!.mentee })).toMatchObject({
      mentor: chosen!.mentor,
      isLocked: true,
    })
    await over()
  })

  it('but not for what it does not look at, nor for who has come', async () => {
    const id = await start()
    await asked()
    const [mentee] = await people('mentees')
    const patch = { as: 'coordinator', body: { phone: '07700 900 999' } } as const
    expect((await app.rest('PATCH', `/mentees/${mentee!.id}`, patch)).status).toBe(200)
    const came = await createMentee(app.payload)
    expect(await attempts()).toBe(1)
    await letAnswer()
    expect(await outcome(id)).toMatchObject({ summary: { mentees: 240 } })
    await over()
    const { waiting } = await app.workspace()
    expect(waiting.find((one) => one.id === came.id)!.whyNot).toBe(
      'Was not part of the last matching run.',
    )
  })
})

describe('while a run goes on', () => {
  it('a second one waits for it, and then has its turn', async () => {
    const first = await start()
    await asked()
    const second = await start({ seed: 5 })
    expect((await progress()).going).toMatchObject([
      { id: first, attempt: 1 },
      { id: second, step: 'waiting' },
    ])
    await letAnswer()
    expect(await outcome(first)).toHaveProperty('summary')
    expect(await outcome(second)).toHaveProperty('summary')
    await over()
    expect((await app.runs()).map(({ seed }) => seed)).toEqual([5, 0])
    expect(await app.matches('proposed')).toHaveLength((await app.runs())[0]!.proposed)
  })

  it('lists, sign-ups and health go on', async () => {
    const id = await start()
    await asked()
    const done: number[] = []
    for (let n = 0; n < 5; n += 1) {
      done.push((await app.rest('POST', '/sign-up/mentee', { form: menteeForm() })).status)
      done.push((await app.rest('GET', '/mentees?limit=1', { as: 'coordinator' })).status)
      // The parts that only a server has are not there.
      done.push((await app.rest('GET', '/health')).json.database === true ? 200 : 503)
    }
    expect((await progress(id)).outcome).toBeUndefined()
    expect(done).toEqual(Array.from({ length: 5 }, () => [303, 200, 200]).flat())
    await letAnswer()
    await outcome(id)
    await over()
  })
})
