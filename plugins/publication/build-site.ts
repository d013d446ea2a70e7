import { spawn } from 'node:child_process'
import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'

import { keepFiles } from './keep-files.ts'
import type { Publishable } from './types.ts'

/** A build takes about a second; one that takes this long, in milliseconds, hangs. */
const LONGEST_BUILD = 120_000

/** Builds kept beside the one that is up, to go back to by hand. */
const KEPT_BUILDS = 3

type Build = {
  snapshot: Publishable
  buildCommand: [string, ...string[]]
  directory: string
  mustContain: string[]
  isForEver: (file: string) => boolean
}

/**
 * Builds the site into a new folder, checks it, and swaps it in at once. A failed build leaves the
 * site that is up as it is and nothing behind.
 *
 * @returns the number of pages.
 * @throws what went wrong, in the words of the build.
 */
export const buildSite = async (build: Build): Promise<{ pages: number }> => {
  const builds = path.join(build.directory, 'builds')
  await mkdir(builds, { recursive: true })
  const folder = await mkdtemp(path.join(builds, `${Date.now()}-`))
  let pages: string[]
  try {
    const output = path.join(folder, 'public')
    await run([...build.buildCommand, '--output', output] as Build['buildCommand'], build.snapshot)
    for (const file of build.mustContain) {
      await access(path.join(output, file)).catch(() => {
        throw new Error(`The build finished but has no ${file}.`)
      })
    }
    await writeFile(path.join(folder, 'snapshot.json'), JSON.stringify(build.snapshot))
    await keepFiles(await buildThatIsUp(build.directory), folder, build.isForEver)
    pages = (await readdir(output, { recursive: true })).filter((file) => file.endsWith('.html'))
    await swapIn(build.directory, folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  // From here on the folder is the site that is up.
  await removeOldBuilds(build.directory)
  return { pages: pages.length }
}

const run = ([program, ...args]: Build['buildCommand'], snapshot: Publishable): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: LONGEST_BUILD,
      // The build needs no secret: it gets none.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
    })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4000)
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else if (signal)
        reject(new Error(`The build was ended (${signal}) after ${LONGEST_BUILD / 1000} seconds.`))
      else reject(new Error(complaint.trim() || `The build ended with code ${code}.`))
    })
    // A build that ends early closes its input; its own words say why.
    child.stdin.on('error', () => {})
    child.stdin.end(JSON.stringify(snapshot))
  })

/** Replaces the link in one step, so that no visitor meets a missing or half-copied site. */
const swapIn = async (directory: string, folder: string): Promise<void> => {
  const next = path.join(directory, `next-${process.pid}`)
  await rm(next, { force: true })
  await symlink(path.relative(directory, folder), next)
  await rename(next, path.join(directory, 'current'))
}

/** Folder of the build that visitors see, if there is one. */
const buildThatIsUp = async (directory: string): Promise<string | undefined> =>
  readlink(path.join(directory, 'current')).then(
    (target) => path.resolve(directory, target),
    () => undefined,
  )

const removeOldBuilds = async (directory: string): Promise<void> => {
  const builds = path.join(directory, 'builds')
  const current = path.basename((await buildThatIsUp(directory)) ?? '')
  const old = (await readdir(builds)).filter((name) => name !== current).sort()
  for (const name of old.slice(0, Math.max(0, old.length - KEPT_BUILDS))) {
    await rm(path.join(builds, name), { recursive: true, force: true })
  }
}
