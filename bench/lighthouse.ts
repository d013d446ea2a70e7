import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { findChromium } from '../scripts/find-chromium.ts'
import { startServer } from '../test/helpers/server.ts'

/**
 * What Lighthouse says of each page that may be indexed, as on a phone: `npm run bench:lighthouse`, after a build.
 * Lighthouse is fetched from the registry when it is asked for: it is large, and nothing else needs it.
 */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = {
  categories: Record<string, { score: number }>
  audits: Record<string, { id: string; score: number | null; title: string; weight?: number }>
}

const server = await startServer({})
const folder = await mkdtemp(path.join(tmpdir(), 'lighthouse-'))

const reportOf = async (address: string): Promise<Report> => {
  const file = path.join(folder, 'report.json')
  const args = ['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${file}`]
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu'
  const env = { ...process.env, CHROME_PATH: await findChromium() }
  await promisify(execFile)('npx', [...args, flags], { env, maxBuffer: 1e8 })
  return JSON.parse(await readFile(file, 'utf8')) as Report
}

const pagesOf = async (): Promise<string[]> => {
  const sitemap = await (await fetch(`${server.url}/sitemap.xml`)).text()
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)
  return addresses.map((address) => new URL(address).pathname)
}

try {
  const wanted = process.argv.slice(2)
  console.log(`| page | ${CATEGORIES.join(' | ')} | not full |\n| --- |${' --- |'.repeat(5)}`)
  for (const page of wanted.length > 0 ? wanted : await pagesOf()) {
    const { audits, categories } = await reportOf(`${server.url}${page}`)
    const scores = CATEGORIES.map((name) => Math.round(categories[name]!.score * 100))
    const missed = Object.values(audits).filter(({ score }) => score !== null && score < 0.9)
    const names = scores.some((score) => score < 100) ? missed.map(({ id }) => id) : []
    console.log(`| ${[page, ...scores, names.join(', ')].join(' | ')} |`)
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
