import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Answer, boot, type Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

// On SQLite writers queue, so these can only fail where transactions run side by side: they need a
// MongoDB address in DATABASE_URL to show that each rule holds.

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const times = <T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)))

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()

/** Saved, or refused with a sentence; never an error of the server. */
const expectSavedOrTold = (answers: Pick<Answer, 'json' | 'status'>[]) => {
  for (const { json, status } of answers) {
    expect([200, 201, 409]).toContain(status)
    if (status === 409) expect(json.errors[0].message).toMatch(/same moment\. Try again\.$/)
  }
}

describe('two at the same moment', () => {
  it('who both stop being administrators leave one', async () => {
    const [first] = (
      await app.payload.find({
        collection: 'users',
        where: { role: { equals: 'admin' } },
        overrideAccess: true,
      })
    ).docs
    for (let round = 0; round < 2; round += 1) {
      const second = await app.payload.create({
        collection: 'users',
        data: {
          email: `second.${round}@example.org`,
          password: app.password,
          name: 'Second',
          role: 'admin',
        },
        overrideAccess: true,
      })
      const answers = await Promise.all([
        ...[first!.id, second.id].map((id) =>
          app.rest('PATCH', `/users/${id}`, { as: 'admin', body: { role: 'comms' } }),
        ),
      ])
      expect(statuses(answers)).toEqual([200, 400])
      const left = await app.payload.find({
        collection: 'users',
        where: { role: { equals: 'admin' } },
        overrideAccess: true,
      })
      expect(left.totalDocs).toBe(1)
      await app.payload.update({
        collection: 'users',
        id: first!.id,
        data: { role: 'admin' },
        overrideAccess: true,
      })
      await app.payload.delete({ collection: 'users', id: second.id, overrideAccess: true })
    }
  })

  it.each(['body', 'parts'])(
    'eight who save one person all save or are told, by %s',
    async (as) => {
      const { id } = await createMentee(app.payload)
      const answers = await times(8, (i) =>
        app.rest('PATCH', `/mentees/${id}`, { as: 'coordinator', [as]: { teamName: `Ward ${i}` } }),
      )
      expectSavedOrTold(answers)
      const saved = answers.filter(({ status }) => status === 200)
      expect(saved.length).toBeGreaterThan(0)
      const { teamName } = await app.payload.findByID({
        collection: 'mentees',
        id,
        overrideAccess: true,
      })
      expect(saved.map(({ json }) => json.doc.teamName)).toContain(teamName)
    },
  )

  it.each(['body', 'parts'])('eight log-ins of one person all succeed, by %s', async (as) => {
    const sent = { [as]: { email: 'comms@example.org', password: app.password } }
    const answers = await times(8, () => app.rest('POST', '/users/login', sent))
    expectSavedOrTold(answers)
    expect(statuses(answers)).toContain(200)
    for (const { json } of answers.filter(({ status }) => status === 200)) {
      const me = await app.rest('GET', '/users/me', {
        headers: { authorization: `JWT ${json.token}` },
      })
      expect(me.json.user?.email).toBe('comms@example.org')
    }
  })

  it('erasing and matching somebody leaves one of the two', async () => {
    for (let round = 0; round < 2; round += 1) {
      const mentor = await createMentor(app.payload)
      const mentee = await createMentee(app.payload)
      const [erased, matched] = await Promise.all([
        app.rest('DELETE', `/mentees/${mentee.id}`, { as: 'coordinator' }),
        app.rest('POST', '/matching/match', {
          as: 'coordinator',
          body: { mentee: mentee.id, mentor: mentor.id },
        }),
      ])
      expect([200, 409]).toContain(erased.status)
      expect([200, 404, 409]).toContain(matched.status)
      const { totalDocs: people } = await app.payload.count({
        collection: 'mentees',
        where: { id: { equals: mentee.id } },
        overrideAccess: true,
      })
      const { totalDocs: matches } = await app.payload.count({
        collection: 'matches',
        where: { mentee: { equals: mentee.id } },
        overrideAccess: true,
      })
      expect([people, matches]).toEqual(erased.status === 200 ? [0, 0] : [1, 1])
    }
  })

  it('a mentor who is withdrawn while being matched is one of the two', async () => {
    for (let round = 0; round < 2; round += 1) {
      const mentor = await createMentor(app.payload)
      const mentee = await createMentee(app.payload)
      const [withdrawn, matched] = await Promise.all([
        app.rest('PATCH', `/mentors/${mentor.id}`, {
          as: 'coordinator',
          body: { status: 'withdrawn' },
        }),
        app.rest('POST', '/matching/match', {
          as: 'coordinator',
          body: { mentee: mentee.id, mentor: mentor.id },
        }),
      ])
      expect([200, 400, 409]).toContain(withdrawn.status)
      expect([200, 409]).toContain(matched.status)
      expect(withdrawn.status === 200 && matched.status === 200).toBe(false)
    }
  })

  it('six who add a link get six places in the order', async () => {
    const answers = await times(6, (i) =>
      app.rest('POST', '/resource-links', {
        as: 'comms',
        body: {
          title: `Link ${i}`,
          url: 'https://example.org/',
          audience: 'All',
          description: 'A link.',
          _status: 'published',
        },
      }),
    )
    expectSavedOrTold(answers)
    const { docs } = await app.payload.find({
      collection: 'resource-links',
      pagination: false,
      overrideAccess: true,
    })
    const places = docs.map((doc) => (doc as { _order?: string })._order)
    expect(new Set(places).size).toBe(places.length)
  })

  it('four who move links leave each a place of its own', async () => {
    const { docs } = await app.payload.find({
      collection: 'resource-links',
      sort: '_order',
      pagination: false,
      overrideAccess: true,
    })
    const [target, ...others] = docs as { id: string; _order?: string }[]
    const answers = await Promise.all(
      others.slice(0, 4).map(({ id }) =>
        app.rest('POST', '/reorder', {
          as: 'comms',
          body: {
            collectionSlug: 'resource-links',
            docsToMove: [id],
            newKeyWillBe: 'greater',
            orderableFieldName: '_order',
            target: { id: target!.id, key: target!._order },
          },
        }),
      ),
    )
    expectSavedOrTold(answers)
    const after = await app.payload.find({
      collection: 'resource-links',
      pagination: false,
      overrideAccess: true,
    })
    const places = after.docs.map((doc) => (doc as { _order?: string })._order)
    expect(new Set(places).size).toBe(places.length)
  })

  it('two with one address: one is refused, and named as the reason', async () => {
    const two = [await createMentee(app.payload), await createMentee(app.payload)]
    const answers = await Promise.all(
      two.map(({ id }) =>
        app.rest('PATCH', `/mentees/${id}`, {
          as: 'coordinator',
          body: { email: 'same.address@example.org' },
        }),
      ),
    )
    expect(statuses(answers)).toEqual([200, 400])
    const refused = answers.find(({ status }) => status === 400)!
    expect(refused.json.errors[0].message).toBe('Another record has this email.')
  })
})

describe('whoever is erased', () => {
  it('is gone from the lists of others', async () => {
    const [gone, stays] = [await createMentor(app.payload), await createMentor(app.payload)]
    const mentee = await createMentee(app.payload, { keepApartFrom: [gone.id, stays.id] })
    const answer = await app.rest('DELETE', `/mentors/${gone.id}`, { as: 'coordinator' })
    expect(answer.status).toBe(200)
    const { docs } = await app.payload.db.find<{ keepApartFrom?: unknown[] }>({
      collection: 'mentees',
      where: { id: { equals: mentee.id } },
    })
    expect(docs[0]?.keepApartFrom?.map(String)).toEqual([stays.id])
  })
})
