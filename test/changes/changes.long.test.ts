import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * How many files a change touches. Each patch here is a whole change with its test, as somebody would
 * commit it; all are made on a copy of this project, whose compiler and tests then have their say.
 */
const FILES: Record<string, number> = {
  message: 1,
  reminder: 1,
  state: 2,
  criterion: 1,
  'mail-provider': 1,
  role: 1,
  observer: 1,
  'page-type': 2,
  part: 3,
}

/** What needs tables of its own: its migration is generated, as types are. */
const WITH_TABLES = ['observer']

const ROOT = path.resolve(import.meta.dirname, '../..')
const names = Object.keys(FILES)
const patchOf = (name: string) => path.join(import.meta.dirname, `${name}.patch`)

let copy: string
/** Migrations that there are: at first, after the changes that need none, and after the others. */
const migrations: string[][] = []
const run = async (program: string, ...args: string[]): Promise<string> => {
  const env = {
    ...process.env,
    PAYLOAD_SECRET: 'of a copy',
    NODE_OPTIONS: '--conditions=production',
  }
  try {
    const { stderr, stdout } = await promisify(execFile)(program, args, { cwd: copy, env })
    return stdout + stderr
  } catch (error) {
    const { stderr, stdout } = error as { stderr: string; stdout: string }
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error })
  }
}

// It uses SQLite, whichever database the other tests run on.
describe.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))('a change', () => {
  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'changes-'))
    await copySources()
    const note = async () => migrations.push(await readdir(path.join(copy, 'migrations')))
    const make = async (changes: string[]) => {
      for (const name of changes) {
        // A patch that does not fit any more has to be made anew: the code it changes has moved.
        await run('git', 'apply', '--recount', patchOf(name))
      }
      await run('npx', 'payload', 'migrate:create', 'check', '--skip-empty')
      await note()
    }
    await note()
    await make(names.filter((name) => !WITH_TABLES.includes(name)))
    await make(WITH_TABLES)
    await run('npx', 'payload', 'generate:types')
  }, 600_000)
  afterAll(() => rm(copy, { force: true, recursive: true }))

  it.each(Object.entries(FILES))(
    'of the kind “%s” touches %i of the sources',
    async (name, count) => {
      const patch = await readFile(patchOf(name), 'utf8')
      const files = [...patch.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, file]) => file!)
      expect(files.filter((file) => !file.startsWith('test/'))).toHaveLength(count)
    },
  )

  it('satisfies the compiler', () => run('npx', 'tsc', '--build'), 300_000)

  it('needs no migration, or one that is generated', () => {
    const [atFirst, ...after] = migrations.map(({ length }) => length)
    // The migration and its snapshot.
    expect(after).toEqual([atFirst, atFirst! + 2 * WITH_TABLES.length])
  })

  it('works', async () => {
    const told = await run('npx', 'vitest', 'run', '--project', 'int', 'test/int/changes')
    expect(told).toMatch(new RegExp(`Test Files .*${names.length} passed`))
  }, 300_000)
})

/** The sources as they are, with the packages of this project: those in `plugins/` are the copy's own. */
const copySources = async (): Promise<void> => {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: ROOT })
  const left = /^(docs|bench|test\/(?!helpers)|migrations\/.*\.json$)|\.test\.tsx?$/
  for (const file of stdout.split('\0').filter((file) => file && !left.test(file))) {
    await cp(path.join(ROOT, file), path.join(copy, file))
  }
  const [last] = (await readdir(path.join(ROOT, 'migrations'))).filter(isSnapshot).sort().reverse()
  await cp(path.join(ROOT, 'migrations', last!), path.join(copy, 'migrations', last!))

  const modules = path.join(copy, 'node_modules')
  await mkdir(path.join(modules, '@mentoring'), { recursive: true })
  for (const name of await readdir(path.join(ROOT, 'node_modules'))) {
    // What is compiled of the copy is the copy's own.
    if (name === '@mentoring' || name === '.cache') continue
    await symlink(path.join(ROOT, 'node_modules', name), path.join(modules, name))
  }
  for (const name of await readdir(path.join(ROOT, 'node_modules/@mentoring'))) {
    await symlink(path.join(copy, 'plugins', name), path.join(modules, '@mentoring', name))
  }
}

const isSnapshot = (name: string): boolean => name.endsWith('.json')
