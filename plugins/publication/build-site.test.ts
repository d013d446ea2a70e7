import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { buildSite, newFolder } from './build-site.ts'
import { removeOldBuilds } from './old-builds.ts'
import { folderOf, putUp, siteThatIsUp } from './site-folder.ts'

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

/** Builds a site and puts it up, as a publication does. */
const buildBy = async (
  buildCommand: [string, ...string[]],
  fingerprint: string,
  mustContain: string[],
) => {
  const name = await newFolder(directory)
  const up = siteThatIsUp(directory)
  try {
    const facts = await buildSite({
      snapshot: { fingerprint },
      buildCommand,
      directory,
      mustContain,
      isForEver: () => false,
      name,
      documents: {},
      findings: [],
    })
    await putUp(directory, name, up)
    return facts
  } catch (error) {
    await rm(folderOf(directory, name), { recursive: true })
    throw error
  }
}

const build = (body = GOOD, fingerprint = 'one') =>
  buildBy([process.execPath, '--input-type=module', '--eval', script(body), '--'], fingerprint, [
    'index.html',
    'about/index.html',
  ])

const live = (file: string) => readFile(path.join(directory, 'current/public', file), 'utf8')
const builds = () => readdir(path.join(directory, 'builds'))

describe('a build', () => {
  it('goes up with its snapshot, and its pages and bytes are counted', async () => {
    expect(await build()).toEqual({ pages: 2, bytes: 3, fingerprint: 'one', findings: [] })
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
    const missing = buildBy([path.join(directory, 'no-such-program')], 'one', [])
    await expect(missing).rejects.toThrow('ENOENT')
    expect(await builds()).toEqual([])
    expect(await readdir(directory)).toEqual(['builds'])
  })

  it('before it has read the snapshot is told by its own words', async () => {
    const early = buildBy(
      [process.execPath, '--eval', 'console.error("Too early"); process.exit(1)', '--'],
      'x'.repeat(1_000_000),
      [],
    )
    await expect(early).rejects.toThrow('Too early')
  })
})

describe('old builds', () => {
  const DAY = 24 * 60 * 60_000
  const NOW = Date.parse('2026-11-30T12:00:00Z')
  /** Builds of so many days ago. */
  const make = async (days: number[], isFinished = true) => {
    const names = days.map((ago) => `${NOW - ago * DAY}-x${ago}`)
    for (const name of names) {
      const folder = folderOf(directory, name)
      await mkdir(path.join(folder, 'public'), { recursive: true })
      if (isFinished) await writeFile(path.join(folder, 'snapshot.json'), '{}')
    }
    return names
  }
  const kept = async (building?: string) => {
    await removeOldBuilds(directory, building, NOW)
    return (await builds()).map((name) => name.replace(/^\d+-x/, '')).sort()
  }
  const numbers = (...list: number[]) => list.map(String).sort()

  it('are kept for 30 days, ten at most beside the one that is up', async () => {
    await make([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    await symlink(`builds/${NOW - 12 * DAY}-x12`, path.join(directory, 'current'))
    expect(await kept()).toEqual(numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12))
    await make([31, 29])
    for (const ago of [2, 3, 4, 5, 6, 7, 8, 9])
      await rm(folderOf(directory, `${NOW - ago * DAY}-x${ago}`), { recursive: true })
    expect(await kept()).toEqual(numbers(0, 1, 12, 29))
  })

  it('stay, three of them, however long ago the site has changed', async () => {
    await make([100, 200, 300, 400])
    expect(await kept()).toEqual(numbers(100, 200, 300))
  })

  it('that a clock which was ahead has dated do not push out the others', async () => {
    await make([1, 2, 3, 4, -180, -181])
    expect(await kept()).toEqual(numbers(1, 2, 3, 4))
  })

  it('that were never finished go, but for the one that is being built', async () => {
    await make([1])
    const [left, building] = await make([2, 3], false)
    expect(await kept(building)).toEqual(numbers(1, 3))
    expect(left).toBeDefined()
    // Another process may be building it at this moment.
    await make([0], false)
    expect(await kept()).toEqual(numbers(0, 1))
  })
})
