import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { run } from './run.ts'

/** What the production build is made from; the site has its own build. */
const SOURCES = [
  'admin',
  'app',
  'collections',
  'database',
  'globals',
  'instrumentation.ts',
  'logger.ts',
  'migrations',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'payload.config.ts',
  'plugins',
  'programme',
  'server',
  'settings.ts',
  'site',
  'starter',
  'tsconfig.json',
]

const STAMP = '.next/sources.sha256'

/**
 * Makes the production build (admin and API) unless the one that is there was made of the same
 * sources.
 */
export const build = async (): Promise<void> => {
  const stamp = await stampOf(SOURCES)
  const before = await readFile(STAMP, 'utf8').catch(() => '')
  if (stamp === before) {
    console.log('The production build is up to date.')
    return
  }
  console.log('Making the production build. This takes a minute, on a busy machine several.')
  await run(
    [process.execPath, '--conditions=production', 'node_modules/next/dist/bin/next', 'build'],
    {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  )
  await writeFile(STAMP, stamp)
}

const stampOf = async (sources: string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const source of sources) {
    const isFolder = (await stat(source)).isDirectory()
    const files = isFolder
      ? (await readdir(source, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [source]
    for (const file of files) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}

if (import.meta.filename === process.argv[1]) await build()
