import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'

import { replacedMigrations } from '../../database/upgrade/replaced.ts'
import { migrations } from '../../migrations/index.ts'

const filesIn = (folder: string) => readdir(path.join(import.meta.dirname, folder))

it('the newest migration has its fixture: npm run fixture', async () => {
  expect(await filesIn('fixtures')).toContain(`${migrations.at(-1)!.name}.db.gz`)
})

it('every fixture is walked, and every name that was given up has one', async () => {
  const names = (await filesIn('fixtures'))
    .filter((file) => file.endsWith('.db.gz'))
    .map((file) => file.replace('.db.gz', ''))
  expect(names).toEqual(expect.arrayContaining(Object.keys(replacedMigrations)))
  const tests = await filesIn('.')
  for (const name of names) expect(tests).toContain(`${name}.test.ts`)
})
