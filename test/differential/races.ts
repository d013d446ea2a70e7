import type { Where } from 'payload'
import type { Answer, Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/** Does several things at one moment and says how it ended, in words that no order of them can change. */
type Race = (app: Installation) => Promise<Record<string, unknown>>

const times = <T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)))

type Answered = Pick<Answer, 'json' | 'status'>

/** Was each saved, or told to try again? */
const isSavedOrTold = (answers: Answered[]): boolean =>
  answers.every(
    ({ json, status }) =>
      status < 300 ||
      (status === 409 && /same moment\. Try again\.$/.test(json.errors[0].message as string)),
  )

const succeeded = (answers: Answered[]): number =>
  answers.filter(({ status }) => status < 300).length

const count = async ({ payload }: Installation, collection: string, where: Where) =>
  (
    await payload.count({
      collection: collection as 'users',
      where,
      overrideAccess: true,
    })
  ).totalDocs

const eightSaves: Race = async (app) => {
  const { id } = await createMentee(app.payload)
  const answers = await times(8, (i) =>
    app.rest('PATCH', `/mentees/${id}`, { as: 'coordinator', body: { teamName: `Ward ${i}` } }),
  )
  const { teamName } = await app.payload.findByID({
    collection: 'mentees',
    id,
    overrideAccess: true,
  })
  return {
    isSavedOrTold: isSavedOrTold(answers),
    isOneOfTheSaved: answers.some(
      ({ json, status }) => status === 200 && json.doc.teamName === teamName,
    ),
  }
}

const eightConfirmations: Race = async (app) => {
  const mentor = await createMentor(app.payload, { capacity: 2 })
  const mentees = await times(8, () => createMentee(app.payload))
  const answers = await Promise.all(
    mentees.map(({ id }) =>
      app.rest('POST', '/matching/match', {
        as: 'coordinator',
        body: { mentee: id, mentor: mentor.id },
      }),
    ),
  )
  const matches = await count(app, 'matches', { mentor: { equals: mentor.id } })
  return { succeeded: succeeded(answers), matches, statuses: statusesOf(answers) }
}

const statusesOf = (answers: Answered[]) => [...new Set(answers.map(({ status }) => status))].sort()

const oneMenteeForEight: Race = async (app) => {
  const mentee = await createMentee(app.payload)
  const mentors = await times(8, () => createMentor(app.payload))
  const answers = await Promise.all(
    mentors.map(({ id }) =>
      app.rest('POST', '/matching/match', {
        as: 'coordinator',
        body: { mentee: mentee.id, mentor: id },
      }),
    ),
  )
  const matches = await count(app, 'matches', { mentee: { equals: mentee.id } })
  const told = await count(app, 'mails', { mentee: { equals: mentee.id } })
  return { succeeded: succeeded(answers), matches, told, statuses: statusesOf(answers) }
}

const erasedWhileMatched: Race = async (app) => {
  const mentor = await createMentor(app.payload)
  const mentee = await createMentee(app.payload)
  const [erased, matched] = await Promise.all([
    app.rest('DELETE', `/mentees/${mentee.id}`, { as: 'coordinator' }),
    app.rest('POST', '/matching/match', {
      as: 'coordinator',
      body: { mentee: mentee.id, mentor: mentor.id },
    }),
  ])
  const left = [
    await count(app, 'mentees', { id: { equals: mentee.id } }),
    await count(app, 'matches', { mentee: { equals: mentee.id } }),
  ]
  return {
    succeeded: succeeded([erased, matched]),
    isOneOfTwo: String(left) === String(erased.status === 200 ? [0, 0] : [1, 1]),
  }
}

/** How two administrators can take each other’s rights away. */
const taken =
  (change: (self: string, other: string) => [id: string, body: object][]): Race =>
  async (app) => {
    const { docs } = await app.payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      overrideAccess: true,
    })
    const data = { password: app.password, name: 'Second', role: 'admin' } as const
    const email = `second.${crypto.randomUUID()}@example.org`
    const second = await app.payload.create({
      collection: 'users',
      data: { ...data, email },
      overrideAccess: true,
    })
    const first = docs[0]!.id
    const { json } = await app.rest('POST', '/users/login', {
      body: { email, password: app.password },
    })
    const [one, other] = change(first, second.id)
    const answers = await Promise.all([
      app.rest('PATCH', `/users/${one![0]}`, { as: 'admin', body: one![1] }),
      app.rest('PATCH', `/users/${other![0]}`, {
        headers: { authorization: `JWT ${json.token}` },
        body: other![1],
      }),
    ])
    const left = await count(app, 'users', {
      and: [{ role: { equals: 'admin' } }, { isDeactivated: { not_equals: true } }],
    })
    await app.payload.update({
      collection: 'users',
      id: first,
      data: { role: 'admin', isDeactivated: false },
      overrideAccess: true,
    })
    await app.payload.delete({ collection: 'users', id: second.id, overrideAccess: true })
    return { succeeded: succeeded(answers), left, statuses: statusesOf(answers).length }
  }

const sixNewLinks: Race = async (app) => {
  const answers = await times(6, (i) =>
    app.rest('POST', '/resource-links', {
      as: 'comms',
      body: {
        title: `Raced ${i}`,
        url: 'https://example.org/',
        audience: 'All',
        description: 'A link.',
        _status: 'published',
      },
    }),
  )
  const { docs } = await app.payload.find({
    collection: 'resource-links',
    pagination: false,
    overrideAccess: true,
  })
  const places = docs.map((doc) => (doc as { _order?: string })._order)
  return {
    isSavedOrTold: isSavedOrTold(answers),
    hasOnePlaceEach: new Set(places).size === places.length,
  }
}

const oneAddressForTwo: Race = async (app) => {
  const two = [await createMentee(app.payload), await createMentee(app.payload)]
  const email = `taken.${crypto.randomUUID()}@example.org`
  const answers = await Promise.all(
    two.map(({ id }) =>
      app.rest('PATCH', `/mentees/${id}`, { as: 'coordinator', body: { email } }),
    ),
  )
  const kept = await count(app, 'mentees', { email: { equals: email } })
  return { kept, statuses: statusesOf(answers) }
}

/** What is done at one moment, by the name under which the answers are compared. */
export const races: [name: string, race: Race][] = [
  ['eight save one person', eightSaves],
  ['eight are matched with a mentor of two places', eightConfirmations],
  ['one mentee is matched with eight', oneMenteeForEight],
  ['somebody is erased while being matched', erasedWhileMatched],
  [
    'two administrators demote themselves',
    taken((a, b) => [
      [a, { role: 'comms' }],
      [b, { role: 'comms' }],
    ]),
  ],
  [
    'two administrators demote each other',
    taken((a, b) => [
      [b, { role: 'comms' }],
      [a, { role: 'comms' }],
    ]),
  ],
  [
    'two administrators deactivate each other',
    taken((a, b) => [
      [b, { isDeactivated: true }],
      [a, { isDeactivated: true }],
    ]),
  ],
  [
    'one demotes, the other deactivates',
    taken((a, b) => [
      [b, { role: 'coordinator' }],
      [a, { isDeactivated: true }],
    ]),
  ],
  ['six add a link', sixNewLinks],
  ['two take one address', oneAddressForTwo],
]
