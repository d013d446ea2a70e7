import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { chromium } from 'playwright-core'

/** What installed browsers call themselves, on Linux and on a Mac. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Where the tests find a Chromium: `CHROMIUM_PATH`; else an installed Chromium or Chrome; else
 * Debian's, installed with apt-get where that is allowed; else the one Playwright downloads. It
 * prints what it installs.
 *
 * @returns the path of the program
 * @throws when there is none and none can be installed, saying what to do
 */
export const findChromium = async (): Promise<string> => {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (isProgram(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not a program.`)
  }
  const found = installed() ?? playwrights() ?? installDebians() ?? installPlaywrights()
  if (found) return found
  throw new Error(
    'The browser tests need Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

const installed = (): string | undefined => NAMES.map(onPath).find((program) => program)

const installDebians = (): string | undefined => {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined
  run('apt-get', ['update'])
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
  return installed()
}

const installPlaywrights = (): string | undefined => {
  run('npx', ['playwright-core', 'install', 'chromium'])
  return playwrights()
}

const playwrights = (): string | undefined => {
  const program = chromium.executablePath()
  return isProgram(program) ? program : undefined
}

/** Runs a command in view of whoever waits for it; whether it worked shows in what it installed. */
const run = (command: string, args: string[]): void => {
  console.log(`No Chromium found: ${command} ${args.join(' ')}`)
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

const onPath = (name: string): string | undefined =>
  path.isAbsolute(name)
    ? [name].find(isProgram)
    : (process.env.PATH ?? '')
        .split(path.delimiter)
        .map((folder) => path.join(folder, name))
        .find(isProgram)

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(await findChromium())
}
