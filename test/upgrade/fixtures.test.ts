import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'

import { changesOfData } from '../../database/changes/index.ts'
import { replacedMigrations } from '../../database/upgrade/replaced.ts'
import { migrations } from '../../migrations/index.ts'

const filesIn = (folder: string) => readdir(path.join(import.meta.dirname, folder))

it('the newest migration has its fixture: npm run fixture', async () => {
  expect(await filesIn('fixtures')).toContain(`${migrations.at(-1)!.name}.db.gz`)
})

it('the newest change of data on MongoDB has its fixture: MONGODB_URL=… npm run fixture', async () => {
  const newest = Object.keys(changesOfData).sort().at(-1)!
  // Of the database as that change left it: the next one starts from there.
  expect(await filesIn('fixtures')).toContain(`${newest}.mongodb.json.gz`)
})

it('every change of data belongs to a migration', () => {
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(changesOfData)))
})

// All but the first, the last and the latest that were released take their time: `npm run test:long`.
it('every fixture is walked, and every name that was given up has one', async () => {
  const files = await filesIn('fixtures')
  const names = files
    .filter((file) => /\.(db|json)\.gz$/.test(file))
    .map((file) => file.replace(/\.(db|json)\.gz$/, ''))
  expect(names).toEqual(expect.arrayContaining(Object.keys(replacedMigrations)))
  const tests = (await filesIn('.')).map((file) => file.replace('.long.test.ts', '.test.ts'))
  for (const name of names) expect(tests).toContain(`${name}.test.ts`)
})
