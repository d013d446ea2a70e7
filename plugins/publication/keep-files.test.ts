import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { keepFiles } from './keep-files.ts'

const DAY = 24 * 60 * 60_000
const START = Date.parse('2026-01-01T00:00:00Z')

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'keep-'))
})
afterEach(() => rm(root, { recursive: true }))

let count = 0
/** A build with these files, as old as the build. */
const make = async (files: Record<string, string>, at: number): Promise<string> => {
  const folder = path.join(root, String((count += 1)))
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'public', name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    await utimes(file, at / 1000, at / 1000)
  }
  return folder
}
const isForEver = (file: string) => /\.h\w+\./.test(file)
const filesOf = async (build: string) =>
  (await readdir(path.join(build, 'public'), { recursive: true }))
    .filter((f) => /\./.test(f))
    .sort()
const timeOf = async (build: string, file: string) =>
  (await stat(path.join(build, 'public', file))).mtimeMs

describe('the files of a build before', () => {
  it('keep their time where nothing has changed, and only there', async () => {
    const before = await make({ 'a.html': 'same', 'b.html': 'was', 'c.html': 'longer' }, START)
    const next = await make({ 'a.html': 'same', 'b.html': 'now', 'c.html': 'short' }, START + DAY)
    await keepFiles(before, next, isForEver)
    expect(await timeOf(next, 'a.html')).toBe(START)
    expect(await timeOf(next, 'b.html')).toBe(START + DAY)
    expect(await timeOf(next, 'c.html')).toBe(START + DAY)
  })

  it('stay for 30 days after the site stopped using them where their name says their content', async () => {
    let up = await make({ 'assets/site.h1.css': 'one', 'old.html': 'gone' }, START)
    const publish = async (files: Record<string, string>, day: number) => {
      const next = await make(files, START + day * DAY)
      await keepFiles(up, next, isForEver, START + day * DAY)
      up = next
      return filesOf(next)
    }
    // The build that replaces it comes late: it is kept from then on.
    expect(await publish({ 'assets/site.h2.css': 'two' }, 100)).toEqual([
      'assets/site.h1.css',
      'assets/site.h2.css',
    ])
    expect(await timeOf(up, 'assets/site.h1.css')).toBe(START)
    expect(await publish({ 'assets/site.h3.css': 'three' }, 115)).toHaveLength(3)
    expect(await publish({ 'assets/site.h3.css': 'three' }, 131)).toEqual([
      'assets/site.h2.css',
      'assets/site.h3.css',
    ])
    // In use again, and left again: from the beginning.
    expect(await publish({ 'assets/site.h2.css': 'two' }, 140)).toHaveLength(2)
    expect(await publish({ 'assets/site.h3.css': 'three' }, 160)).toHaveLength(2)
    expect(await readFile(path.join(up, 'public/assets/site.h2.css'), 'utf8')).toBe('two')
  })

  it('are none at the first build', async () => {
    const next = await make({ 'a.html': 'one' }, START)
    await keepFiles(undefined, next, isForEver)
    expect(await filesOf(next)).toEqual(['a.html'])
  })
})
