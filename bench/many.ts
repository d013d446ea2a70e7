import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { menteeForm } from '../test/helpers/people.ts'
import { dropMongo, mongoServer, newMongoURL } from '../test/helpers/mongodb.ts'
import { freePort, launchServer } from '../test/helpers/server.ts'
import { openPostbox } from '../test/helpers/smtp.ts'
import { fillForMany } from './many-people.ts'
import { introduceInBrowser } from './many-browser.ts'
import { percentile, probe } from './probe.ts'

/**
 * What users feel when many do something at once: `npm run bench:many` after `npm run build`, or with
 * names of cases after `--`. The production server runs as a process of its own, with a real mail server,
 * on SQLite, or on the MongoDB server named by `DATABASE_URL`. `PROFILE=FOLDER` has it write where its
 * time goes.
 */

type Case = 'crowd' | 'introduce' | 'sign-up 50' | 'sign-up 200'

const asked = process.argv.slice(2)
const isAsked = (one: Case) => asked.length === 0 || asked.includes(one)

const dataDir = await mkdtemp(path.join(tmpdir(), 'mentoring-bench-'))
const database = mongoServer ? newMongoURL() : `file:${path.join(dataDir, 'mentoring.db')}`
const filled = await fillForMany({ dataDir, url: database })
const postbox = await openPostbox()
const port = await freePort()
const url = `http://localhost:${port}`
const { PROFILE } = process.env
const server = await launchServer(port, {
  DATABASE_URL: database,
  DATA_DIR: dataDir,
  SMTP_URL: postbox.url,
  SERVER_URL: '',
  PAYLOAD_SECRET: 'only for tests',
  ...(PROFILE && {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${path.resolve('bench/profile.mjs')}`,
  }),
})

const post = async (route: string, body: object, token?: string) => {
  const start = performance.now()
  const response = await fetch(`${url}/api${route}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - start }
}

const logIn = async () => {
  const { text } = await post('/users/login', {
    email: 'coordinator@example.org',
    password: filled.password,
  })
  return (JSON.parse(text) as { token: string }).token
}

const count = async (collection: string, where: string, token: string): Promise<number> => {
  const response = await fetch(`${url}/api/${collection}/count?${where}`, {
    headers: { authorization: `JWT ${token}` },
  })
  return ((await response.json()) as { totalDocs: number }).totalDocs
}

/** Until the mail of what went before has gone. */
const quiet = async (token: string) => {
  for (let left = 1; left > 0;) {
    left = await count('mails', 'where[status][in]=queued,sending', token)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Seconds of the processor that the server has had, which do not depend on what else the machine does. */
const processorSeconds = async (): Promise<number> => {
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8').catch(() => '')
  const [user = 0, system = 0] = stat.split(') ').pop()!.split(' ').slice(11, 13).map(Number)
  return (user + system) / 100
}

let spent = 0
const begin = async () => {
  spent = await processorSeconds()
}
const note = async (what: string, figures: (number | string)[], more: string) =>
  console.log(
    `| ${[what, ...figures, ((await processorSeconds()) - spent).toFixed(1), more].join(' | ')} |`,
  )
const percentiles = (answers: { ms: number }[]) =>
  [50, 95, 100].map((percent) =>
    percentile(
      answers.map(({ ms }) => ms),
      percent,
    ),
  )

/** Answers to one question, asked by so many at the same moment. */
const atOnce = (answers: { status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length

const signUps = async (many: number, token: string) => {
  const others = probe(url, token)
  await begin()
  const before = await count('mentees', 'where[status][equals]=unconfirmed', token)
  const answers = await Promise.all(
    Array.from({ length: many }, (_, index) => {
      const {
        'arrival-month': _month,
        'arrival-year': _year,
        ...form
      } = menteeForm({ email: `new.${many}.${index}@example.org` }) as Record<string, unknown>
      return post('/sign-up/mentee', { ...form, arrival: '2024-08' })
    }),
  )
  const meanwhile = await others.stop()
  await quiet(token)
  const kept = (await count('mentees', 'where[status][equals]=unconfirmed', token)) - before
  const mailed = new Set(
    postbox.messages.map(({ to }) => to).filter((to) => to.includes(`.${many}.`)),
  )
  await note(
    `${many} sign-ups at once, and their mail`,
    percentiles(answers),
    `${atOnce(answers, 202)} answered well, ${kept} kept, ${mailed.size} mailed; others ${meanwhile}`,
  )
}

const crowd = async (token: string) => {
  const others = probe(url, token)
  await begin()
  const answers = await Promise.all(
    filled.crowd.map((match) => post('/matching/confirm', { matches: [match] }, token)),
  )
  const meanwhile = await others.stop()
  const introduced = await count(
    'matches',
    `where[mentor][equals]=${filled.popular}&where[status][equals]=introduced`,
    token,
  )
  const statuses = [...new Set(answers.map(({ status }) => status))]
    .map((status) => `${status}: ${atOnce(answers, status)}`)
    .join(', ')
  await note(
    '100 confirmations on 2 places',
    percentiles(answers),
    `${introduced} introduced; ${statuses}; others ${meanwhile}`,
  )
}

const introduce = async (token: string) => {
  await begin()
  const { all, first, meanwhile } = await introduceInBrowser({
    url,
    password: filled.password,
    probe: () => probe(url, token),
  })
  const introduced = await count('matches', 'where[status][equals]=introduced', token)
  await quiet(token)
  await note(
    '100 introductions from the workspace, and their mail',
    [`first ${first}`, `all ${all}`, ''],
    `${introduced} introduced in all; others ${meanwhile}`,
  )
}

try {
  console.log(
    `| ${mongoServer ? 'MongoDB' : 'SQLite'} | p50 ms | p95 ms | longest ms | processor s | |`,
  )
  console.log('| --- | --- | --- | --- | --- | --- |')
  const token = await logIn()
  // Code that is not compiled yet is not what is measured.
  for (let n = 0; n < 3; n += 1) await post('/sign-up/mentee', { step: 'send' })
  await quiet(token)
  if (PROFILE) server.kill('SIGUSR2')
  if (isAsked('sign-up 50')) await signUps(50, token)
  if (isAsked('sign-up 200')) await signUps(200, token)
  if (isAsked('crowd')) await crowd(token)
  if (isAsked('introduce')) await introduce(token)
} finally {
  server.kill('SIGTERM')
  if (server.exitCode === null && server.signalCode === null) await once(server, 'close')
  await postbox.close()
  if (mongoServer) await dropMongo(database)
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
process.exit()
