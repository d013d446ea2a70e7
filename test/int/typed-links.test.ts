import { createHash, createHmac } from 'node:crypto'

import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { typedLinks } from '../../database/changes/typed-links.ts'
import { linkAddresses, openLink } from '../../programme/links/links.ts'
import { PURPOSES } from '../../programme/links/purposes.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'
import { createIn } from '../helpers/store.ts'
import { openBrowser } from '../helpers/visitor.ts'

/**
 * Links of an installation on MongoDB, made before their owner, purpose and answers were fields. What
 * becomes of them on SQLite is in `test/upgrade`.
 */

const isMongoDB = process.env.DATABASE_URL?.startsWith('mongodb')
let app: Installation
beforeAll(async () => {
  if (isMongoDB) app = await boot()
})
afterAll(() => app?.close())

const SECRET = 'only for tests'
const SOON = new Date(Date.now() + 60 * 60 * 1000)
const CONFIRMED = new Date('2026-11-01T10:00:00.000Z')

/** The token of an earlier version. */
const tokenOf = (purpose: string, about: string, nonce: string) =>
  createHmac('sha256', SECRET).update(`${purpose}:${about}:${nonce}`).digest('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

type Old = {
  confirmations: {
    collection: 'mentees' | 'mentors'
    id: string
    hash: string
    confirmedAt?: Date
  }[]
  links: { about: string; purpose: string; hash: string }[]
  mail: Record<string, { purpose: string; about: string; nonce: string }>
}

/** Puts old rows into the database as it was, and brings it up to date. */
const upgradeMongoDB = async ({ confirmations, links, mail }: Old) => {
  const { connection } = asMongoDB(app.payload.db)
  const database = connection.db!
  for (const { collection, confirmedAt, hash, id } of confirmations) {
    const { _id } = (await database.collection(collection).find().toArray()).find(
      (person) => String(person._id) === id,
    )!
    const confirmation = { confirmationHash: hash, confirmationExpiresAt: SOON }
    await database
      .collection(collection)
      .updateOne({ _id }, { $set: { ...confirmation, confirmedAt: confirmedAt ?? null } })
  }
  await database
    .collection('personal-links')
    .insertMany(links.map((link) => ({ ...link, expiresAt: SOON })))
  await database.collection('mails').updateMany({}, { $set: { links: mail } })
  await connection
    .getClient()
    .withSession((session) =>
      session.withTransaction(() =>
        typedLinks({ database, session } as Parameters<typeof typedLinks>[0]),
      ),
    )
}

it.runIf(isMongoDB)(
  'go on to work, each for its own person and purpose; those in messages that wait, too',
  async () => {
    const { payload } = app
    const waiting = await createMentee(payload, { status: 'unconfirmed', confirmedAt: null })
    const mentor = await createMentor(payload)
    await createIn(payload, 'mails', {
      key: 'old',
      to: mentor.email,
      subject: 'S',
      text: 'T',
      html: 'H',
      status: 'queued',
      template: 'x',
    })
    const of = (role: 'mentee' | 'mentor', id: string) => `${role}s:${id}`
    const page = { purpose: 'page', about: of('mentor', mentor.id), nonce: 'abc' }
    const pageToken = tokenOf('page', page.about, 'abc')
    const gone = tokenOf('page', 'mentors:gone', 'abc')
    const confirming = tokenOf('confirm', of('mentee', waiting.id), 'n')
    const confirmed = tokenOf('confirm', of('mentor', mentor.id), 'n')
    await upgradeMongoDB({
      confirmations: [
        { collection: 'mentees', id: waiting.id, hash: hashOf(confirming) },
        { collection: 'mentors', id: mentor.id, hash: hashOf(confirmed), confirmedAt: CONFIRMED },
      ],
      links: [
        { about: page.about, purpose: 'page', hash: hashOf(pageToken) },
        { about: 'mentors:gone', purpose: 'page', hash: hashOf(gone) },
      ],
      mail: { page },
    })

    const req = await createLocalReq({}, payload)
    const open = (token: string) => openLink(req, token, PURPOSES, new Date())
    expect(await open(pageToken)).toMatchObject({
      isDead: false,
      link: { purpose: 'page' },
      participant: { role: 'mentor', person: { id: mentor.id } },
    })
    expect(await open(gone)).toBeUndefined()
    expect(await open(confirming)).toMatchObject({
      isDead: false,
      link: { purpose: 'confirm' },
      participant: { role: 'mentee', person: { id: waiting.id } },
    })
    expect(await open(confirmed)).toMatchObject({
      isDead: false,
      link: { usedAt: CONFIRMED.toISOString(), expiresAt: '2027-11-01T10:00:00.000Z' },
    })
    const { docs } = await payload.find({
      collection: 'mails',
      showHiddenFields: true,
      overrideAccess: true,
    })
    const links = docs[0]!.links as Record<string, { purpose: 'page'; nonce: string }>
    expect(Object.keys(links)).toEqual(['page'])
    expect(linkAddresses('', SECRET).page(links.page!)).toBe(`/my/?token=${pageToken}`)

    const shown = await openBrowser(app.rest)('GET', `/sign-up/confirm?token=${confirming}`)
    expect(shown.text).toContain(waiting.name)
  },
)
