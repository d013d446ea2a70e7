import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tidyDatabase } from '../../database/tidy.ts'
import { endMatch } from '../../programme/matches/end-match.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'

/** What is only about the person who is erased, as it stands in the file. */
const TRACES = {
  name: 'Wilhelmina Quetzalcoatl',
  email: 'wilhelmina.quetzalcoatl@example.org',
  phone: '+44 7700 900371',
  about: 'I keep axolotls and never told anybody',
  note: 'Rang the coordinator about a broken tricycle',
}

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

/** Which traces are in the files of the database: the file itself and its log of writes. */
const found = async (): Promise<string[]> => {
  const names = (await readdir(app.dataDir)).filter((name) => name.startsWith('test.db'))
  const files = await Promise.all(names.map((name) => readFile(path.join(app.dataDir, name))))
  return Object.entries(TRACES)
    .filter(([, trace]) => files.some((bytes) => bytes.includes(trace)))
    .map(([name]) => name)
}

describe.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))('the SQLite file', () => {
  it('holds nothing of somebody who was erased', async () => {
    const { about, email, name, note, phone } = TRACES
    const pair = await app.introduce({ name, email, phone, about })
    await app.tick()
    await app.payload.update({
      collection: 'mentors',
      id: pair.mentor.id,
      data: { about: `${about}, until now`.repeat(10) },
      overrideAccess: true,
    })
    const user = (await app.reqAs('coordinator')).user!.id
    await app.with(pair, (context) => endMatch(context, { by: 'coordinator', user, note }))
    await app.payload.create({
      collection: 'match-steps',
      data: {
        match: pair.id,
        what: 'terms',
        at: new Date().toISOString(),
        by: 'coordinator',
        note,
      },
      overrideAccess: true,
    })
    await app.tick()
    await tidyDatabase(app.payload)
    expect(await found()).toEqual(Object.keys(TRACES))

    const { status, text } = await app.rest('DELETE', `/mentors/${pair.mentor.id}`, {
      as: 'coordinator',
    })
    expect(status, text).toBe(200)
    await tidyDatabase(app.payload)
    expect(await found()).toEqual([])
  })
})
