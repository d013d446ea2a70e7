import { chmod, lstat, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { keepPrivate, makePrivate } from './private-files.ts'

let root: string
const umask = process.umask()
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'private-'))
})
afterEach(async () => {
  process.umask(umask)
  await rm(root, { recursive: true })
})

const modeOf = async (...parts: string[]) =>
  ((await lstat(path.join(root, ...parts))).mode & 0o777).toString(8)

it('takes the access of others off files and folders, and leaves what a link leads to', async () => {
  await mkdir(path.join(root, 'data', 'media'), { recursive: true })
  await writeFile(path.join(root, 'data', 'mentoring.db'), 'x')
  await writeFile(path.join(root, 'data', 'media', 'a.png'), 'x')
  await writeFile(path.join(root, 'elsewhere'), 'x')
  await symlink(path.join(root, 'elsewhere'), path.join(root, 'data', 'link'))
  await chmod(path.join(root, 'data'), 0o755)
  await chmod(path.join(root, 'data', 'media', 'a.png'), 0o666)
  await chmod(path.join(root, 'elsewhere'), 0o644)

  expect(await keepPrivate(path.join(root, 'data'))).toEqual([])

  expect(await modeOf('data')).toBe('700')
  expect(await modeOf('data', 'media')).toBe('700')
  expect(await modeOf('data', 'mentoring.db')).toBe('600')
  expect(await modeOf('data', 'media', 'a.png')).toBe('600')
  expect(await modeOf('elsewhere')).toBe('644')
})

it('has nothing to do where there is no folder yet', async () =>
  expect(await keepPrivate(path.join(root, 'none'))).toEqual([]))

it('makes what comes later private too', async () => {
  process.umask(0o022)
  makePrivate()
  await mkdir(path.join(root, 'new'))
  await writeFile(path.join(root, 'new', 'file'), 'x')
  expect([await modeOf('new'), await modeOf('new', 'file')]).toEqual(['700', '600'])
})
