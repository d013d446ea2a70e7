import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sharp from 'sharp'

import { PICTURE } from './fixture.ts'

/** What a build ended with. */
export type Build = {
  code: number | null
  /** What it wrote to standard error. */
  complaint: string
  /** Where the site is; removed with `remove`. */
  folder: string
  remove: () => Promise<void>
}

/**
 * Builds the site the way the server does: as a process of its own that gets the content on its
 * standard input and no other settings.
 *
 * @param content what goes to standard input, a snapshot as a rule
 * @param env further environment variables
 */
export const buildSite = async (
  content: unknown,
  env: Record<string, string> = {},
): Promise<Build> => {
  const root = await mkdtemp(path.join(tmpdir(), 'site-'))
  const folder = path.join(root, 'public')
  const pictures = path.join(root, 'pictures')
  await mkdir(pictures)
  await sharp({ create: { width: 640, height: 480, channels: 3, background: '#005eb8' } })
    .webp()
    .toFile(path.join(pictures, PICTURE.file))
  const child = spawn(
    process.execPath,
    [
      '--conditions=production',
      '--import',
      'tsx',
      'site/build.ts',
      '--output',
      folder,
      '--pictures',
      pictures,
    ],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  child.stdin.on('error', () => {})
  child.stdin.end(typeof content === 'string' ? content : JSON.stringify(content))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, complaint, folder, remove: () => rm(root, { recursive: true, force: true }) }
}

/** The HTML of a built site's pages by their address: `/resources/`, `/404.html`. */
export const pagesOf = async (folder: string): Promise<Record<string, string>> => {
  const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('.html'))
  const pages = files.sort().map(async (file) => {
    const html = await readFile(path.join(folder, file), 'utf8')
    return [`/${file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1')}`, html] as const
  })
  return Object.fromEntries(await Promise.all(pages))
}
