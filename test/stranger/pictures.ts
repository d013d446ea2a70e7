import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import { launchBrowser } from '../helpers/browser.ts'
import { add, logIn } from './people.ts'
import { makeProject, type Project } from './project.ts'

/**
 * Takes the pictures of the workspace in somebody else's project, for the README of the plugin:
 * `npm run pictures`. With the name of a folder behind it, pictures of a phone go there. Light, dark, and in a language that is written from right to left.
 */

const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures')

/** Only to be looked at: nothing in the documentation shows them. */
const PHONES = process.argv[2]

const LOOKS = [
  { name: 'light', theme: 'light', language: 'en' },
  { name: 'dark', theme: 'dark', language: 'en' },
  { name: 'right-to-left', theme: 'light', language: 'ar' },
] as const

const STUDENTS = ['Amal', 'Bilal', 'Chidi', 'Dina', 'Emeka', 'Farah', 'Goran', 'Hana', 'Idris']
const TUTORS = ['Julia', 'Kofi', 'Leila', 'Marek', 'Nadia']
const SUBJECTS = [['maths'], ['maths', 'physics'], ['art'], ['chemistry'], ['physics']]

/** Some who wait and some who can take them, one pair introduced, the others proposed. */
const fill = async (url: string): Promise<string> => {
  const { call, token } = await logIn(url)
  for (const [n, name] of TUTORS.entries()) {
    await add(call, 'tutors', { name, places: 1 + (n % 2), subjects: SUBJECTS[n % 3], level: 3 })
  }
  for (const [n, name] of STUDENTS.entries()) {
    const joined = new Date(Date.now() - n * 9 * 24 * 60 * 60 * 1000).toISOString()
    await add(call, 'students', { name, joined, subjects: SUBJECTS[n % 5], level: 1 + (n % 4) })
  }
  await call('POST', '/matching/run', {})
  const { json } = await call('GET', '/pairs?depth=0&where[status][equals]=proposed&limit=1')
  await call('POST', '/matching/confirm', { matches: [json.docs[0].id] })
  return token
}

const take = async (url: string, token: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  const browser = await launchBrowser()
  for (const { language, name, theme } of LOOKS) {
    const context = await browser.newContext({
      colorScheme: theme,
      viewport: { width: 1280, height: 900 },
    })
    await context.addCookies(
      Object.entries({ token, theme, lng: language }).map(([cookie, value]) => ({
        name: `payload-${cookie}`,
        value,
        url,
      })),
    )
    const page = await context.newPage()
    await page.goto(`${url}/admin/matching`)
    await page.getByRole('tablist').waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: path.join(FOLDER, `matching-${name}.png`) })
    if (PHONES) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.screenshot({ path: path.join(PHONES, `matching-${name}.png`), fullPage: true })
    }
    await context.close()
  }
  await browser.close()
}

const project: Project = await makeProject()
try {
  const env = { DATABASE_URL: 'file:pictures.db' }
  await project.run('npx', ['payload', 'migrate:create', 'pictures', '--skip-empty'], env)
  await project.run('npx', ['payload', 'migrate'], env)
  const { stop, url } = await project.start(env)
  await take(url, await fill(url))
  await stop()
} finally {
  await project.remove()
}
