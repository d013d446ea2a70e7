import { deliverMails } from '@mentoring/outbox'

import { boot } from '../test/helpers/boot.ts'
import { createMentee, createMentor, menteeForm } from '../test/helpers/people.ts'
import { type Statement, statementsOf } from '../test/helpers/statements.ts'
import { median } from './median.ts'

/**
 * What one introduction and one sign-up ask of the database, statement by statement:
 * `npm run bench:statements`. With `DATABASE_URL` of a MongoDB server it asks that one.
 */

const app = await boot()
const { payload } = app

/** Made ready first, which is not counted; then what is. */
type Work = () => Promise<() => Promise<{ status: number; text: string }>>

const REPEATS = 60

/** The processor's time, of which others on the machine take nothing away. */
const processorMs = () => {
  const { system, user } = process.cpuUsage()
  return (system + user) / 1000
}

const measure = async (what: string, prepare: Work, status: number): Promise<void> => {
  let statements: Statement[] = []
  const times: number[] = []
  for (let n = 0; n < REPEATS; n += 1) {
    const work = await prepare()
    const start = processorMs()
    const done = await statementsOf(payload, work)
    times.push(processorMs() - start)
    if (done.result.status !== status) throw new Error(done.result.text)
    statements = done.statements
  }
  // The first ones run code that is not compiled yet.
  const warm = median(times.slice(REPEATS / 2))
  const kinds = new Map<string, { count: number; ms: number }>()
  for (const { ms, text } of statements) {
    const kind = text.replace(/\(\?(?:, \?)*\)/g, '(…)').slice(0, 110)
    const known = kinds.get(kind) ?? { count: 0, ms: 0 }
    kinds.set(kind, { count: known.count + 1, ms: known.ms + ms })
  }
  const commits = kinds.get('COMMIT')?.count
  console.log(
    `\n${what}: ${statements.length} statements${commits ? `, ${commits} commits` : ''}, ${warm.toFixed(1)} ms of the processor`,
  )
  for (const [text, { count, ms }] of [...kinds].sort(([, a], [, b]) => b.count - a.count)) {
    console.log(`${String(count).padStart(4)} ${ms.toFixed(2).padStart(8)} ms  ${text}`)
  }
}

for (let n = 0; n < REPEATS; n += 1) {
  await createMentor(payload)
  await createMentee(payload)
}
await app.rest('POST', '/matching/run', { as: 'coordinator', body: {} })
const { docs: proposals } = await payload.find({
  collection: 'matches',
  pagination: false,
  depth: 0,
  overrideAccess: true,
})

const introduce: Work = async () => {
  const body = { matches: [proposals.pop()!.id] }
  return () => app.rest('POST', '/matching/confirm', { as: 'coordinator', body })
}

const signUp: Work = async () => {
  const {
    'arrival-month': _month,
    'arrival-year': _year,
    ...form
  } = menteeForm() as Record<string, unknown>
  return () => app.rest('POST', '/sign-up/mentee', { body: { ...form, arrival: '2024-08' } })
}

/** One after the other of the mails of before. */
const send: Work = async () => {
  const mail = mails.pop()!.id
  await payload.db.updateOne({
    collection: 'mails',
    id: mail,
    data: { status: 'queued' },
    returning: false,
  })
  return async () => {
    await deliverMails(payload)
    const { status } = await payload.findByID({
      collection: 'mails',
      id: mail,
      overrideAccess: true,
    })
    return { status: status === 'sent' ? 200 : 500, text: `The mail is ${status}.` }
  }
}

await measure('An introduction', introduce, 200)
await measure('A sign-up', signUp, 202)
const { docs: mails } = await payload.find({
  collection: 'mails',
  pagination: false,
  depth: 0,
  overrideAccess: true,
})
await payload.db.updateMany({
  collection: 'mails',
  where: {},
  data: { status: 'cancelled' },
  returning: false,
})
await measure('A mail', send, 200)
await app.close()
process.exit()
