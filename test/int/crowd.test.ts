import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { tsx } from '../../scripts/run.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { mongoServer, onMongoDB } from '../helpers/mongodb.ts'
import { asProcessesOfTheirOwn } from '../helpers/other-processes.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/** Many decisions about one mentor at the same moment. */

let app: Matching
let url: string
beforeAll(async () => {
  app = await bootMatching()
  url = process.env.DATABASE_URL!
})
afterAll(() => app.close())
afterEach(() => app.empty())

/** Proposals of so many mentees, all to one mentor with two places. */
const crowd = async (many: number): Promise<string[]> => {
  const mentor = await createMentor(app.payload, { capacity: 2 })
  const ids: string[] = []
  for (let n = 0; n < many; n += 1) {
    const mentee = await createMentee(app.payload)
    const { id } = await app.payload.db.create({
      collection: 'matches',
      data: {
        mentee: mentee.id,
        mentor: mentor.id,
        status: 'proposed',
        tier: 'sameCountry',
        tierLabel: 'Same country',
        score: 1,
        reasons: [],
        differences: [],
        isLocked: false,
        isAllowedAgain: false,
        madeBy: 'run',
      },
    })
    ids.push(String(id))
  }
  return ids
}

const countIntroduced = async () => (await app.matches('introduced')).length

describe('of many confirmations on two places', () => {
  it('two are made and all others refused, each with the reason', async () => {
    const matches = await crowd(100)
    const begun = vi.spyOn(app.payload.db, 'beginTransaction')
    const answers = await Promise.all(
      matches.map((match) => app.act('confirm', { matches: [match] })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    const refused = answers.filter(({ json }) => json.rule === 'capacity')
    expect(refused).toHaveLength(98)
    expect(await countIntroduced()).toBe(2)
    // None lost against another, to be made all over again.
    expect(begun.mock.calls.length).toBeLessThanOrEqual(100)
    begun.mockRestore()
  }, 300_000)

  it('no more are made when nobody waits for anybody in this process', async () => {
    const matches = await crowd(12)
    const putBack = asProcessesOfTheirOwn()
    const answers = await Promise.all(
      matches.map((match) => app.act('confirm', { matches: [match] })),
    ).finally(putBack)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    // Whoever lost each time is told to try again, and the others why.
    for (const { json, status } of answers.filter((answer) => answer.status !== 200)) {
      expect(status).toBe(409)
      expect(['busy', 'capacity']).toContain(json.rule)
    }
    expect(await countIntroduced()).toBe(2)
  }, 300_000)

  it.skipIf(!mongoServer)(
    onMongoDB('two are made by two processes together'),
    async () => {
      const matches = await crowd(40)
      const folders = await Promise.all(
        [0, 1].map(() => mkdtemp(path.join(tmpdir(), 'mentoring-crowd-'))),
      )
      const start = (folder: string, n: number) => {
        const own = matches.filter((_, at) => at % 2 === n)
        const [program, ...args] = tsx('test/helpers/confirm-all.ts')
        const child = spawn(program, [...args, url, folder, ...own], {
          stdio: ['pipe', 'pipe', 'inherit'],
        })
        return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() }
      }
      const processes: ReturnType<typeof start>[] = []
      const hear = async ({ lines }: ReturnType<typeof start>) => String((await lines.next()).value)
      try {
        // One after the other: two that start at once would both make what the database lacks.
        for (const [n, folder] of folders.entries()) {
          const one = start(folder, n)
          processes.push(one)
          expect(await hear(one)).toBe('ready')
        }
        for (const { child } of processes) child.stdin.write('go\n')
        const outcomes = (await Promise.all(processes.map(hear))).flatMap(
          (line) => JSON.parse(line) as string[],
        )
        expect(outcomes.filter((outcome) => outcome === 'introduced')).toHaveLength(2)
        expect(outcomes.filter((outcome) => outcome === 'capacity')).toHaveLength(38)
        expect(await countIntroduced()).toBe(2)
      } finally {
        for (const { child } of processes) child.kill()
        await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
      }
    },
    300_000,
  )
})
