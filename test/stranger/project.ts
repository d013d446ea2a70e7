import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { packAll } from '../../scripts/pack.ts'
import { freePort } from '../helpers/server.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** What a blank project has, in the versions that are used here; `db-postgres` goes with the others. */
const INSTALLED = ['@payloadcms/db-mongodb', '@payloadcms/db-sqlite', '@payloadcms/next']
const ALSO = [
  '@payloadcms/richtext-lexical',
  '@payloadcms/ui',
  'graphql',
  'next',
  'payload',
  'react',
  'react-dom',
]
const FOR_TYPES = ['@types/node', '@types/react', '@types/react-dom', 'typescript']

/** A project in a folder of its own, with the plugins added as their READMEs say. */
export type Project = {
  folder: string
  /** Runs a program of the project to its end. @throws with what it said */
  run: (program: string, args: string[], env?: Record<string, string>) => Promise<string>
  /** Starts the built project on a database. */
  start: (
    env: Record<string, string>,
  ) => Promise<{ url: string; pid: number; stop: () => Promise<void> }>
  remove: () => Promise<void>
}

/**
 * Makes a blank project outside this one from the packed packages, and builds it. One that stands in
 * the folder `STRANGER_AT` already is used as it is, and kept: that spares minutes while a test is
 * written.
 */
export const makeProject = async (): Promise<Project> => {
  const kept = process.env.STRANGER_AT
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'stranger-')))
  const run: Project['run'] = async (program, args, env = {}) => {
    try {
      const options = { cwd: folder, env: environment(env), maxBuffer: 1e8 }
      return (await promisify(execFile)(program, args, options)).stdout
    } catch (error) {
      const { stderr, stdout } = error as { stderr: string; stdout: string }
      const said = `${stdout}\n${stderr}`.slice(-4000)
      throw new Error(`${program} ${args.join(' ')} failed:\n${said}`, { cause: error })
    }
  }
  if (!existsSync(path.join(folder, '.next/BUILD_ID'))) {
    await make(folder)
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'])
    await run('npx', ['payload', 'generate:types'])
    await run('npx', ['payload', 'generate:importmap'])
    await run('npx', ['next', 'build'])
  }

  return {
    folder,
    run,
    start: async (env) => {
      const port = await freePort()
      const next = path.join(folder, 'node_modules/next/dist/bin/next')
      const server = spawn(process.execPath, [next, 'start', '-p', `${port}`], {
        cwd: folder,
        env: environment(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let log = ''
      for (const stream of [server.stdout, server.stderr])
        stream.on('data', (text) => (log += text))
      const url = `http://127.0.0.1:${port}`
      const isUp = async () => (await fetch(`${url}/api/users/init`).catch(() => undefined))?.ok
      while (!(await isUp())) {
        if (server.exitCode !== null) throw new Error(`The project did not start:\n${log}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      return {
        url,
        pid: server.pid!,
        stop: async () => {
          const closed = once(server, 'close')
          server.kill()
          await closed
        },
      }
    },
    remove: async () => {
      if (!kept) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** All that is written by hand in such a project, and what it installs. */
const make = async (folder: string): Promise<void> => {
  const packed = await packAll(path.join(folder, 'packed'))
  await cp(path.join(import.meta.dirname, 'blank'), folder, { recursive: true })
  await copyShell(folder)
  await addPlugin(folder, 'matching', 'tutoring.ts')
  await addPlugin(folder, 'forms', 'volunteering.ts')
  await addPlugin(folder, 'publication', 'publishing.ts')
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(await manifest(packed)))
}

/** The folder `app`, as Payload's templates have it too; what the admin has of this project's own goes. */
const copyShell = async (folder: string): Promise<void> => {
  await cp(path.join(ROOT, 'app'), path.join(folder, 'app'), { recursive: true })
  const layout = path.join(folder, 'app/(payload)/layout.tsx')
  await edit(layout, (text) =>
    text
      .replace(/^import .*'..\/..\/admin\/.*'\n/gm, '')
      .replace(', serverFunctions: SERVER_FUNCTIONS', ''),
  )
  const importMap = path.join(folder, 'app/(payload)/admin/importMap.js')
  await writeFile(importMap, 'export const importMap = {}\n')
}

/**
 * Does what the README of a plugin says, with the very lines that stand in it.
 *
 * @param file the example beside the config
 */
const addPlugin = async (folder: string, plugin: string, file: string): Promise<void> => {
  const readme = await readFile(path.join(ROOT, `plugins/${plugin}/README.md`), 'utf8')
  const example = (name: string): string => {
    const [, code] = readme.split(`\`\`\`ts\n// ${name}\n`)
    if (!code) throw new Error(`The README of ${plugin} has no example ${name}.`)
    return code.slice(0, code.indexOf('\n```') + 1)
  }
  await writeFile(path.join(folder, file), example(file))
  const wiring = example('payload.config.ts')
  const imports = wiring.match(/^import .*\n/gm)!.join('')
  const added = /^ *plugins: \[(.*)\],$/m.exec(wiring)![1]!
  const doors = /^ *endpoints: .*$/m.exec(wiring)?.[0]
  await edit(path.join(folder, 'payload.config.ts'), (text) =>
    `${imports}${text}`
      .replace('  plugins: [', `  plugins: [${added}, `)
      .replace('  endpoints: [],', doors ?? '  endpoints: [],'),
  )
}

const manifest = async (packed: Record<string, string>): Promise<object> => {
  const ours = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const versions: Record<string, string> = { ...ours.devDependencies, ...ours.dependencies }
  const wanted = [...INSTALLED, ...ALSO, ...FOR_TYPES]
  return {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(wanted.map((name) => [name, versions[name]])),
      '@payloadcms/db-postgres': versions.payload,
      ...Object.fromEntries(Object.entries(packed).map(([name, file]) => [name, `file:${file}`])),
    },
  }
}

const edit = async (file: string, change: (text: string) => string): Promise<void> => {
  const before = await readFile(file, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`There was nothing to change in ${file}.`)
  await writeFile(file, after)
}

/** As in a terminal of the stranger's: nothing that npm or the tests have set here. */
const environment = (env: Record<string, string>): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|VITEST|TEST|VITE_|DATABASE_URL$|DEV$|PROD$|MODE$)/.test(name),
  )
  return {
    NODE_ENV: 'production',
    ...Object.fromEntries(own),
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_SECRET: 'only for tests',
    DATABASE_URL: 'file:stranger.db',
    ...env,
  }
}
