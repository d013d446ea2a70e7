import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { createLocalReq, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { makeStaffLink } from '../../programme/staff/staff-links.ts'
import { makeToken } from '../../programme/links/token.ts'
import { deliverMails } from '../../plugins/outbox/deliver.ts'
import sharp from 'sharp'

import { asSQLite } from '../../database/adapters.ts'
import { tsx } from '../../scripts/run.ts'
import type { Mentee } from '../../payload-types.ts'
import { callREST } from './boot.ts'
import { pathIn } from './links.ts'
import { mentorForm } from './people.ts'
import type { Postbox } from './smtp.ts'

/** Of the demo's staff. */
export const PASSWORD = 'correct horse battery staple'

export const STAFF = {
  admin: 'admin@example.org',
  comms: 'comms@example.org',
  coordinator: 'coordinator@example.org',
} as const

/** What the environment of programs on this installation has. */
export const environment = (dataDir: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  DATA_DIR: dataDir,
  DATABASE_URL: `file:${path.join(dataDir, 'mentoring.db')}`,
  DEMO_PASSWORD: PASSWORD,
  NODE_ENV: 'production',
  PAYLOAD_SECRET: 'only for tests',
})

/** An installation in a folder of its own, as the demo makes it. */
export const makeDemo = async (): Promise<string> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mentoring-move-'))
  const [program, ...args] = tsx('scripts/demo/seed.ts')
  await promisify(execFile)(program, args, { env: environment(dataDir) })
  return dataDir
}

/** Starts the CMS in this process as the one that REST calls reach, whatever ran before. */
export const startCMS = async (config: SanitizedConfig, db: unknown): Promise<CMS> => {
  // Where Payload keeps what `getPayload` has started.
  const cached = (globalThis as unknown as { _payload: Map<string, unknown> })._payload
  cached.delete('default')
  const here = Promise.resolve({ ...config, db } as SanitizedConfig)
  const payload = await getPayload({ config: here })
  const rest: CMS['rest'] = (method, route, options) => callREST(here, method, route, options)
  return {
    payload,
    rest,
    logIn: async (role) => {
      const body = { email: STAFF[role], password: PASSWORD }
      const { json, status, text } = await rest('POST', '/users/login', { body })
      if (status !== 200) throw new Error(`Log-in of ${role}: ${text}`)
      return json.token as string
    },
    runMail: () => deliverMails(payload),
    close: async () => {
      const { client }: { client?: { close: () => void } } = asSQLite(payload.db)
      await payload.destroy()
      // Payload leaves the file of SQLite open.
      client?.close()
    },
  }
}

/** A CMS that is running in this process. */
export type CMS = {
  payload: Payload
  rest: (
    method: 'GET' | 'PATCH' | 'POST',
    route: string,
    options?: Parameters<typeof callREST>[3],
  ) => ReturnType<typeof callREST>
  logIn: (role: keyof typeof STAFF) => Promise<string>
  runMail: () => Promise<unknown>
  close: () => Promise<void>
}

/** What somebody holds in hand from before the move. */
export type InHand = {
  /** Token of a coordinator who has logged in. */
  session: string
  /** Token of a new password for a member of staff. */
  reset: string
  /** Address in the mailbox of somebody who has signed up. */
  confirm: string
  /** Address of a personal page, in the mailbox of somebody who was introduced. */
  page: string
  /** Whose introduction waits to be sent. */
  waiting: string
  picture: string
}

const everything = { overrideAccess: true, depth: 0 } as const

/** Adds what the demo does not have, by the doors that people use where there is one. */
export const fillUp = async (
  { logIn, payload, rest, runMail }: CMS,
  postbox: Postbox,
): Promise<InHand> => {
  const coordinator = await logIn('coordinator')
  const run = await rest('POST', '/matching/run', { token: coordinator, body: {} })
  if (run.status >= 300) throw new Error(run.text)

  await rest('POST', '/sign-up/mentor', {
    form: { ...mentorForm({ email: 'new.mentor@example.org' }), step: 'send' },
  })
  await runMail()
  const mail = await postbox.wait('new.mentor@example.org')
  const confirm = /\/sign-up\/confirm\/?\?token=[\w-]+/.exec(mail.text!)![0].replace('/?', '?')

  const introduce = async (n: number): Promise<string> => {
    const { docs } = await payload.find({
      collection: 'matches',
      where: { status: { equals: 'proposed' } },
      sort: 'id',
      depth: 1,
      overrideAccess: true,
    })
    const body = { matches: [docs[n]!.id] }
    const { status, text } = await rest('POST', '/matching/confirm', { token: coordinator, body })
    if (status !== 200) throw new Error(text)
    return (docs[n]!.mentee as Mentee).email
  }
  const introduced = await introduce(0)
  await runMail()
  const page = pathIn(await postbox.wait(introduced, /^(?!.*confirm)/i))
  const waiting = await introduce(0)

  const { docs: links } = await payload.find({ ...everything, collection: 'resource-links' })
  await payload.update({
    ...everything,
    collection: 'resource-links',
    id: links[0]!.id,
    data: { title: 'A draft that nobody has published', _status: 'draft' },
    draft: true,
  })
  const picture = await payload.create({
    ...everything,
    collection: 'media',
    data: { alt: 'A hospital' },
    file: {
      data: await sharp({
        create: { width: 1600, height: 900, channels: 3, background: '#005eb8' },
      })
        .jpeg()
        .toBuffer(),
      mimetype: 'image/jpeg',
      name: 'hospital.jpg',
      size: 1,
    },
  })
  const { docs: people } = await payload.find({ ...everything, collection: 'mentors' })
  const { docs: staff } = await payload.find({ ...everything, collection: 'users' })
  const [mentor] = people
  const user = { relationTo: 'users' as const, value: staff[0]!.id }
  await rest('POST', `/payload-preferences/collection-mentors-${mentor!.id}`, {
    token: coordinator,
    body: { value: { fields: { open: [mentor!.id] } } },
  })
  await payload.create({
    ...everything,
    collection: 'payload-locked-documents',
    data: { user, document: { relationTo: 'mentors', value: mentor!.id } },
  })
  const { docs: days } = await payload.find({ ...everything, collection: 'training-days' })
  await payload.update({
    ...everything,
    collection: 'training-days',
    id: days[0]!.id,
    data: { details: `Ask http://localhost:3000/admin/collections/mentors/${mentor!.id}?tab=2` },
  })
  const { docs: mentees } = await payload.find({ ...everything, collection: 'mentees' })
  await payload.update({
    ...everything,
    collection: 'mentees',
    id: mentees[0]!.id,
    data: { keepApartFrom: [people[1]!.id, people[0]!.id] },
    context: { followsMatch: true },
  })
  const { kept, link } = makeStaffLink(await createLocalReq({}, payload), 'newPassword', new Date())
  await payload.db.updateOne({
    collection: 'users',
    where: { email: { equals: STAFF.comms } },
    data: kept,
  })
  const reset = makeToken(payload.config.secret, link.purpose, link.nonce)
  return { session: coordinator, reset, confirm, page, waiting, picture: picture.filename! }
}
