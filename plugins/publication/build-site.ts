import { spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { type Documents, writeDocuments } from './documents.ts'
import { keepFiles } from './keep-files.ts'
import { type Facts, writeFacts } from './facts.ts'
import { folderOf, siteThatIsUp } from './site-folder.ts'
import type { DeclaredOptions, Finding, Publishable } from './types.ts'

/** A build takes about a second; one that takes this long, in milliseconds, hangs. */
export const LONGEST_BUILD = 120_000

type Build = Pick<DeclaredOptions, 'buildCommand' | 'directory' | 'isForEver' | 'mustContain'> & {
  /** Of the folder, as {@link newFolder} has made it. */
  name: string
  snapshot: Publishable
  documents: Documents
  findings: Finding[]
}

/** Makes an empty folder for a build. @returns its name */
export const newFolder = async (directory: string): Promise<string> => {
  const builds = path.join(directory, 'builds')
  await mkdir(builds, { recursive: true })
  return path.basename(await mkdtemp(path.join(builds, `${Date.now()}-`)))
}

/**
 * Builds the site into its folder and checks it. It is not up yet, and knows everything that its row says: a process
 * that dies later has only to be followed by one that looks.
 *
 * @throws what went wrong, in the words of the build.
 */
export const buildSite = async (build: Build): Promise<Facts> => {
  const { directory, documents, findings, isForEver, mustContain, name, snapshot } = build
  const folder = folderOf(directory, name)
  const output = path.join(folder, 'public')
  await run([...build.buildCommand, '--output', output] as Build['buildCommand'], snapshot)
  for (const file of mustContain) {
    await access(path.join(output, file)).catch(() => {
      throw new Error(`The build finished but has no ${file}.`)
    })
  }
  await keepFiles(siteThatIsUp(directory)?.folder, folder, isForEver)
  await writeDocuments(folder, documents)
  const facts = { ...(await measure(output)), findings, fingerprint: snapshot.fingerprint }
  await writeFacts(folder, facts)
  // Comes last: a folder without it was never finished.
  await writeFile(path.join(folder, 'snapshot.json'), JSON.stringify(snapshot))
  return facts
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

const measure = async (folder: string): Promise<{ pages: number; bytes: number }> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((file) => file.isFile())
    .map(async ({ name, parentPath }) => (await stat(path.join(parentPath, name))).size)
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
  }
}
