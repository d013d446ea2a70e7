import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createManyOf } from '../../database/create-many.ts'
import { inTransaction } from '../../plugins/kit/in-transaction.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Matching
let req: PayloadRequest
beforeAll(async () => {
  app = await bootMatching()
  req = await app.reqAs('coordinator')
})
afterAll(() => app.close())

const createMany = (data: Record<string, unknown>[]) =>
  createManyOf(app.payload).createMany({ collection: 'matches', data, req })

/** Some with several texts, some with none, some with fields that others have not. */
const some = async (count: number) => {
  const { id: mentor } = await createMentor(app.payload)
  const rows = []
  for (let n = 0; n < count; n += 1) {
    rows.push({
      mentee: (await createMentee(app.payload)).id,
      mentor,
      status: 'proposed',
      tier: 'other',
      tierLabel: 'Other',
      score: n,
      reasons: Array.from({ length: n % 3 }, (_, text) => `reason ${n}.${text}`),
      ...(n % 2 && { differences: [`difference ${n}`], isLocked: true }),
      madeBy: 'run',
    })
  }
  return rows
}

describe('many records at once', () => {
  it('are what one after the other would be', async () => {
    const rows = await some(7)
    for (const data of rows) {
      await app.payload.db.create({ collection: 'matches', data: { ...data }, req })
    }
    const told = async () =>
      (await app.matches())
        .map(({ createdAt: _c, id: _i, updatedAt: _u, ...row }) => row)
        .sort((a, b) => a.score - b.score)
    const one = await told()
    await app.payload.db.deleteMany({ collection: 'matches', where: {} })
    await inTransaction(req, () => createMany(rows.map((row) => ({ ...row }))))
    expect(await told()).toEqual(one)
    const all = await app.matches()
    expect(new Set(all.map(({ id }) => id)).size).toBe(7)
    for (const { createdAt, updatedAt } of all) {
      expect([createdAt, updatedAt].map((at) => new Date(at).toISOString())).toEqual([
        createdAt,
        updatedAt,
      ])
    }
  })

  it('are gone with their transaction', async () => {
    const before = (await app.matches()).length
    const rows = await some(3)
    const failing = inTransaction(req, async () => {
      await createMany(rows)
      throw new Error('Not kept.')
    })
    await expect(failing).rejects.toThrow('Not kept.')
    expect(await app.matches()).toHaveLength(before)
  })
})
