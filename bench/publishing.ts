import { setTimeout as sleep } from 'node:timers/promises'

import { startServer } from '../test/helpers/server.ts'
import { timeKeys } from './keys-to-preview.ts'
import { median } from './median.ts'

/**
 * What comms wait for: from “Publish” until visitors read it, ten times within five seconds, and from a key to
 * the preview beside the form; with the content the programme starts with, and with much:
 * `npm run bench:publishing`, after a build.
 */

const RESOURCES = Number(process.env.RESOURCES ?? 1000)
const PAGES = Number(process.env.PAGES ?? 200)
const TIMES = 5

const server = await startServer({})

const row = (what: string, said: string) => console.log(`| ${what} | ${said} |`)
const list = (times: number[]) =>
  `${times.map((ms) => Math.round(ms)).join(', ')}; ${Math.round(median(times))} ms in the middle`

type Publication = { number: number; seconds?: number; pages?: number; status: string }
/** The first of those that a list of the API has. */
const firstOf = async <T>(route: string): Promise<T> =>
  ((await server.api('comms', 'GET', route)) as { docs: [T] }).docs[0]
const newestPublication = () => firstOf<Publication>('/publications?limit=1&sort=-number')

/** Until nothing is built any more. */
const settle = async () => {
  for (let quiet = 0, last = -1; quiet < 8; await sleep(500)) {
    const { number, status } = await newestPublication()
    quiet = status === 'live' && number === last ? quiet + 1 : 0
    last = number
  }
}

const front = await firstOf<{ id: string }>('/pages?where[role][equals]=home&depth=0')
const publish = (lead: string) =>
  server.api('comms', 'PATCH', `/pages/${front.id}`, { lead, _status: 'published' })
const isPublic = async (words: string): Promise<void> => {
  while (!(await (await fetch(`${server.url}/`)).text()).includes(words)) await sleep(20)
}

const timePublishing = async () => {
  const times: number[] = []
  const built: number[] = []
  for (let n = 0; n < TIMES; n += 1) {
    await settle()
    const words = `As it is today, at the time ${n} of ${Date.now()}.`
    const start = performance.now()
    await publish(words)
    await isPublic(words)
    times.push(performance.now() - start)
    await settle()
    built.push((await newestPublication()).seconds! * 1000)
  }
  row('publish one page, until visitors read it, ms', list(times))
  row('… of it the build, ms', list(built))
}

const timeTen = async () => {
  await settle()
  const { number } = await newestPublication()
  const start = performance.now()
  for (let n = 1; n <= 10; n += 1) {
    await publish(`The words number ${n}.`)
    await sleep(Math.max(0, start + n * 450 - performance.now()))
  }
  await isPublic('The words number 10.')
  const ms = performance.now() - start
  await settle()
  const after = await newestPublication()
  row(
    'ten within 5 s: builds; until the last is read, from the first',
    `${after.number - number}; ${Math.round(ms)} ms`,
  )
}

/** A topic for each 25 links; a page has some text and a list of questions. */
const fill = async () => {
  for (let n = 0; n < RESOURCES; n += 1) {
    await server.api('comms', 'POST', '/resource-links', {
      title: `Resource number ${n}`,
      url: `https://example.org/resources/${n}`,
      audience: 'Doctors new to the UK',
      topic: `Topic ${Math.floor(n / 25)}`,
      description: `What doctors should know about the matter number ${n}, and where to ask.`,
      joining: 'Free for members of staff',
      _status: 'published',
    })
  }
  for (let n = 0; n < PAGES; n += 1) {
    await server.api('comms', 'POST', '/pages', {
      title: `Page number ${n}`,
      slug: `page-${n}`,
      lead: 'What it is about, in a sentence.',
      layout: [
        { blockType: 'cards', cards: [{ title: 'What matters', text: `The matter number ${n}.` }] },
        { blockType: 'resources', title: 'Where to read more', topic: `Topic ${n % 40}` },
      ],
      _status: 'published',
    })
  }
}

try {
  console.log('| what | measured |\n| --- | --- |')
  row('the content it starts with', '')
  await timePublishing()
  await timeTen()
  row('a key to the preview, ms', list(await timeKeys(server, front.id)))
  await fill()
  await settle()
  row(`${RESOURCES} resources, ${PAGES} pages`, `${(await newestPublication()).pages} pages built`)
  await timePublishing()
  await timeTen()
  row('a key to the preview, ms', list(await timeKeys(server, front.id)))
} finally {
  await server.stop()
}
process.exit(0)
