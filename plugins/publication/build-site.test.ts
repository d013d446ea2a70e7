import type * as fs from 'node:fs/promises'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { buildSite } from './build-site.ts'

vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof fs>()
  // A folder named so stands for one that cannot be removed.
  const rm: typeof real.rm = async (target, options) => {
    if (String(target).endsWith('-stuck')) throw new Error('The folder is stuck')
    await real.rm(target, options)
  }
  return { ...real, rm }
})

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'site-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(directory, { recursive: true, maxRetries: 3 })
})

/** A build that reads the snapshot into `snapshot` and its folder into `output`. */
const script = (body: string) =>
  `const fs = await import('node:fs')
const output = process.argv[process.argv.indexOf('--output') + 1]
const snapshot = JSON.parse(fs.readFileSync(0, 'utf8'))
const write = (file, text) => {
  fs.mkdirSync(output + '/about', { recursive: true })
  fs.writeFileSync(output + '/' + file, text)
}
${body}`

const GOOD = `write('index.html', snapshot.fingerprint); write('about/index.html', ''); write('site.css', '')`

const build = (body = GOOD, fingerprint = 'one') =>
  buildSite({
    snapshot: { fingerprint },
    buildCommand: [process.execPath, '--input-type=module', '--eval', script(body), '--'],
    directory,
    mustContain: ['index.html', 'about/index.html'],
    isForEver: () => false,
  })

const live = (file: string) => readFile(path.join(directory, 'current/public', file), 'utf8')
const builds = () => readdir(path.join(directory, 'builds'))

describe('a build', () => {
  it('goes up with its snapshot, and its pages are counted', async () => {
    expect(await build()).toEqual({ pages: 2 })
    expect(await live('index.html')).toBe('one')
    const snapshot = await readFile(path.join(directory, 'current/snapshot.json'), 'utf8')
    expect(JSON.parse(snapshot)).toEqual({ fingerprint: 'one' })
    expect((await readdir(directory)).sort()).toEqual(['builds', 'current'])
  })

  it('takes the place of the one before, which is kept', async () => {
    await build()
    await build(GOOD, 'two')
    expect(await live('index.html')).toBe('two')
    expect(await builds()).toHaveLength(2)
  })

  it('can be moved with its folder', async () => {
    await build()
    expect(path.isAbsolute(await readlink(path.join(directory, 'current')))).toBe(false)
  })

  it('is given a snapshot of any size', async () => {
    const fingerprint = 'é'.repeat(1_000_000)
    await build(GOOD, fingerprint)
    expect(await live('index.html')).toBe(fingerprint)
  })

  it('is given no secret', async () => {
    vi.stubEnv('PAYLOAD_SECRET', 'the secret')
    vi.stubEnv('DATABASE_URL', 'mongodb://user:password@localhost')
    await build(`${GOOD}; write('env.json', JSON.stringify(process.env))`)
    const { HOME, PATH, NODE_ENV, ...others } = JSON.parse(await live('env.json'))
    expect(NODE_ENV).toBe('production')
    expect(PATH).toBe(process.env.PATH)
    expect(HOME).toBe(process.env.HOME)
    expect(others).toEqual({})
  })
})

describe('a build that fails', () => {
  it.each([
    ['with its own words', `console.error('No title'); process.exit(1)`, 'No title'],
    [
      'with many words, of which the last count',
      `console.error('x'.repeat(9000) + 'The end'); process.exit(1)`,
      /^x{3000,3999}The end$/,
    ],
    ['by an error', `throw new Error('A broken template')`, 'A broken template'],
    ['without a word', `process.exit(3)`, 'The build ended with code 3.'],
    ['by being ended', `process.kill(process.pid, 'SIGTERM')`, 'The build was ended (SIGTERM)'],
    ['for want of a page', `write('index.html', '')`, 'has no about/index.html.'],
    ['for want of anything', ``, 'has no index.html.'],
  ])('%s leaves the site that is up, and nothing behind', async (_, body, message) => {
    await build()
    const before = await builds()
    await expect(build(body, 'two')).rejects.toThrow(message)
    expect(await live('index.html')).toBe('one')
    expect(await builds()).toEqual(before)
    expect((await readdir(directory)).sort()).toEqual(['builds', 'current'])
  })

  it('because there is no such program says so, and puts nothing up', async () => {
    const missing = buildSite({
      snapshot: { fingerprint: 'one' },
      buildCommand: [path.join(directory, 'no-such-program')],
      directory,
      mustContain: [],
      isForEver: () => false,
    })
    await expect(missing).rejects.toThrow('ENOENT')
    expect(await builds()).toEqual([])
    expect(await readdir(directory)).toEqual(['builds'])
  })

  it('before it has read the snapshot is told by its own words', async () => {
    const early = buildSite({
      snapshot: { fingerprint: 'x'.repeat(1_000_000) },
      buildCommand: [
        process.execPath,
        '--eval',
        'console.error("Too early"); process.exit(1)',
        '--',
      ],
      directory,
      mustContain: [],
      isForEver: () => false,
    })
    await expect(early).rejects.toThrow('Too early')
  })
})

describe('old builds', () => {
  const olden = (...names: string[]) =>
    Promise.all(
      names.map((name) => mkdir(path.join(directory, 'builds', name), { recursive: true })),
    )

  it('are removed but for the last 3', async () => {
    await olden('1000-a', '1001-b', '1002-c', '1003-d', '1004-e')
    await build()
    const names = (await builds()).sort()
    expect(names.slice(0, 3)).toEqual(['1002-c', '1003-d', '1004-e'])
    expect(names).toHaveLength(4)
    expect(await live('index.html')).toBe('one')
  })

  it('that cannot be removed do not take the new one with them', async () => {
    await olden('1000-stuck', '1001-b', '1002-c', '1003-d')
    await expect(build()).rejects.toThrow('The folder is stuck')
    expect(await live('index.html')).toBe('one')
  })

  it('may hold anything', async () => {
    await olden('1000-a', '1001-b', '1002-c', '1003-d')
    await writeFile(path.join(directory, 'builds/1000-a/page.html'), '')
    await build()
    expect(await builds()).not.toContain('1000-a')
  })
})
