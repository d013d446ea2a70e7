import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Installation
let mentor: string
const ids = new Map<string, string>()

/** Who is on record: name, topics, team, phone, gender. */
const PEOPLE = [
  ['Özgür Yılmaz', ['housing', 'exams'], 'Ward 100%', '07700 900 001', 'man'],
  ['Amina Yusuf', ['housing'], null, null, 'woman'],
  ['Ozge Kaya', ['exams'], '', '', null],
  ['A_b Test', ['visas', 'exams'], 'Ward J16', '07700 900 002', 'woman'],
] as const

beforeAll(async () => {
  app = await boot()
  mentor = (await createMentor(app.payload, { name: 'Şule Aydın' })).id
  for (const [name, topics, teamName, phone, gender] of PEOPLE) {
    const person = { name, topics: [...topics], teamName, phone, gender }
    ids.set(name, (await createMentee(app.payload, person)).id)
  }
  await app.payload.update({
    collection: 'mentees',
    id: ids.get('Amina Yusuf')!,
    data: { keepApartFrom: [mentor] },
    overrideAccess: true,
  })
})
afterAll(() => app.close())

const asAddress = (value: unknown, at: string): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, inner]) => asAddress(inner, `${at}[${key}]`))
        .join('&')
    : `${encodeURIComponent(at)}=${encodeURIComponent(String(value))}`

const ask = (where: unknown, rest = '') =>
  app.rest('GET', `/mentees?pagination=false&${asAddress(where, 'where')}${rest}`, {
    as: 'coordinator',
  })

const names = async (where: unknown) => {
  const { json, status } = await ask(where)
  expect([status, json.errors]).toEqual([200, undefined])
  return json.docs.map(({ name }: { name: string }) => name).sort()
}

const everybody = PEOPLE.map(([name]) => name)
const found = (...sought: string[]) => everybody.filter((name) => sought.includes(name)).sort()
const butNot = (...sought: string[]) => everybody.filter((name) => !sought.includes(name)).sort()

describe('a filter finds the same people on both databases', () => {
  const [ozgur, amina, ozge, ab] = everybody as [string, string, string, string]

  it.each<[string, unknown, string[]]>([
    [
      'two conditions on one list of answers',
      { and: [{ topics: { equals: 'housing' } }, { topics: { equals: 'exams' } }] },
      found(ozgur),
    ],
    ['one answer of several', { topics: { in: ['housing', 'visas'] } }, butNot(ozge)],
    ['none of several answers', { topics: { not_in: ['housing', 'visas'] } }, found(ozge)],
    ['not one answer', { topics: { not_equals: 'exams' } }, found(amina)],
    ['whoever has answers at all', { topics: { exists: 'true' } }, everybody.toSorted()],
    ['whoever has no list', { languages: { exists: 'false' } }, []],
    ['whoever has nothing in a list', { keepApartFrom: { in: [null] } }, butNot(amina)],
    ['whoever has something in a list', { keepApartFrom: { not_equals: null } }, found(amina)],
    ['nothing, missing or empty', { phone: { exists: 'false' } }, found(amina, ozge)],
    ['something', { teamName: { exists: 'true' } }, found(ozgur, ab)],
    ['the empty text', { teamName: { equals: '' } }, found(amina, ozge)],
    ['not the empty text', { teamName: { not_equals: '' } }, found(ozgur, ab)],
    ['not one value', { gender: { not_equals: 'woman' } }, found(ozgur, ozge)],
    ['none of these values', { gender: { not_in: ['woman'] } }, found(ozgur, ozge)],
    [
      'two that are empty',
      { phone: { exists: 'false' }, gender: { exists: 'false' } },
      found(ozge),
    ],
    [
      'one of two beside something empty',
      {
        phone: { exists: 'false' },
        or: [{ name: { equals: ozgur } }, { name: { equals: amina } }],
      },
      found(amina),
    ],
    ['a search in any case', { name: { like: 'ÖZGÜR' } }, found(ozgur)],
    ['a search without accents', { name: { like: 'ozgur yilmaz' } }, found(ozgur)],
    ['words in any order', { name: { like: 'yusuf AMINA' } }, found(amina)],
    ['a part of a word', { name: { contains: 'zg' } }, found(ozgur, ozge)],
    ['what a name does not have', { name: { not_like: 'özg' } }, found(amina, ab)],
    ['what an empty field does not have', { teamName: { not_like: 'ward' } }, found(amina, ozge)],
    ['a per cent sign', { teamName: { like: '%' } }, found(ozgur)],
    ['a low line', { name: { like: '_' } }, found(ab)],
    ['a low line that is not there', { name: { contains: 'a_i' } }, []],
    ['a related record', { 'keepApartFrom.name': { like: 'SULE' } }, found(amina)],
    ['not a related record', { 'keepApartFrom.name': { not_like: 'SULE' } }, butNot(amina)],
    ['no related record', { keepApartFrom: { exists: 'false' } }, butNot(amina)],
    ['a comparison of dates', { waitingSince: { less_than: '2026-10-02' } }, everybody.toSorted()],
    ['an empty list of choices', { and: [{ gender: { in: [] } }, { or: [] }] }, []],
    ['an id that is none', { id: { equals: 'nobody' } }, []],
  ])('%s', async (_, where, expected) => {
    // An empty list can’t be written into an address; JSON can.
    const written = JSON.stringify(where).includes('[]')
      ? await app.rest('GET', `/mentees?where=${encodeURIComponent(JSON.stringify(where))}`, {
          as: 'coordinator',
        })
      : await ask(where)
    expect(written.json.errors).toBeUndefined()
    expect(written.json.docs.map(({ name }: { name: string }) => name).sort()).toEqual(expected)
  })

  it('by the id of a related record', async () => {
    expect(await names({ keepApartFrom: { equals: mentor } })).toEqual(found(amina))
    expect(await names({ keepApartFrom: { not_equals: mentor } })).toEqual(butNot(amina))
  })

  it('also when they are counted', async () => {
    const { json } = await app.rest('GET', '/mentees/count?where[name][like]=OZG', {
      as: 'coordinator',
    })
    expect(json.totalDocs).toBe(2)
  })

  it('page by page, nobody twice and nobody left out', async () => {
    const seen: string[] = []
    for (const page of [1, 2, 3, 4]) {
      const { json } = await app.rest('GET', `/mentees?limit=1&page=${page}&sort=pathway`, {
        as: 'coordinator',
      })
      seen.push(...json.docs.map(({ name }: { name: string }) => name))
    }
    expect(seen).toHaveLength(everybody.length)
    expect(seen.toSorted()).toEqual(everybody.toSorted())
  })
})

describe('a list without pages', () => {
  it('has no second page', async () => {
    const { json } = await ask({ status: { equals: 'waiting' } }, '&page=2')
    expect(json.docs).toHaveLength(everybody.length)
  })
})

describe('a filter that can’t be read', () => {
  const UNREADABLE: [string, string][] = [
    ['a date the other way round', 'where[waitingSince][less_than]=31/12/2026'],
    ['a day there is not', 'where[waitingSince][less_than]=2026-02-30'],
    ['an empty date', 'where[waitingSince][greater_than]='],
    ['a list for yes or no', 'where[wantsNoReminders][in]=true'],
    ['no yes or no', 'where[wantsNoReminders][equals]=maybe'],
    ['an answer nobody can give', 'where[status][not_equals]=waitng'],
    ['an operator there is not', 'where[name][is]=x'],
    ['an operator of maps', 'where[name][near]=1,2'],
    ['an operator of the database', 'where[name][$ne]=x'],
    ['a field there is not', 'where[nickname][equals]=x'],
    ['a part of a text', 'where[name.first][equals]=x'],
    ['a field nobody reads', 'where[confirmationHash][exists]=true'],
    ['a field of Payload’s', 'where[matchTurn][equals]=x'],
    ['an id that is none', 'where[keepApartFrom][equals]=x'],
    ['a text that is no filter', 'where=x'],
    ['a list that is no filter', 'where[]=x'],
    ['half of JSON', 'where={"name"'],
    ['a value without an operator', 'where[name]=x'],
    ['“or” without a list', 'where[or][name][equals]=x'],
    ['a text with fields', 'where[name][equals][x]=y'],
    ['order by a field there is not', 'sort=nickname'],
    ['order by several answers', 'sort=topics'],
    ['a page that is none', 'page=x'],
    ['a page below zero', 'page=-1'],
    ['a limit that is none', 'limit=many'],
  ]

  it.each(UNREADABLE)('is refused with a sentence: %s', async (_, query) => {
    const answer = await app.rest('GET', `/mentees?${query}`, { as: 'coordinator' })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].message).toMatch(/^[\p{Lu}“].{10,}\.$/u)
  })

  const ofFilters = UNREADABLE.filter(([, query]) => query.startsWith('where'))

  it.each(ofFilters)('counts, changes and deletes nobody: %s', async (_, query) => {
    const before = await app.payload.find({ collection: 'mentees', overrideAccess: true })
    const body = { teamName: 'Changed' }
    for (const [method, path] of [
      ['GET', '/mentees/count'],
      ['PATCH', '/mentees'],
      ['DELETE', '/mentees'],
      ['PATCH', '/training-days'],
      ['DELETE', '/resource-links'],
    ] as const) {
      const as = path === '/resource-links' ? 'comms' : 'coordinator'
      const answer = await app.rest(method, `${path}?${query}`, {
        as,
        body: method === 'PATCH' ? body : undefined,
      })
      expect([method, path, answer.status]).toEqual([method, path, 400])
    }
    const after = await app.payload.find({ collection: 'mentees', overrideAccess: true })
    expect(after.docs).toEqual(before.docs)
  })

  it('about a part of who has a record open is refused too', async () => {
    for (const part of ['document.value', 'document.relationTo', 'user.value']) {
      const query = `where[${part}][exists]=true`
      const answer = await app.rest('GET', `/payload-locked-documents?${query}`, { as: 'admin' })
      expect(answer.status, part).toBe(400)
    }
  })

  it('says nothing of the value, which may be about somebody', async () => {
    const answer = await app.rest('GET', '/mentees?where[waitingSince][equals]=amina@example.org', {
      as: 'coordinator',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('amina')
  })

  it('is refused before it is read to those who may not ask', async () => {
    for (const as of [undefined, 'comms'] as const) {
      expect((await app.rest('GET', '/mentees?where[name][near]=1', { as })).status).toBe(403)
    }
  })

  it('shows an empty list in the admin', async () => {
    const asked = app.payload.find({
      collection: 'mentees',
      where: { waitingSince: { less_than: '31/12/2026' } },
      overrideAccess: false,
      user: (await app.reqAs('coordinator')).user,
    })
    // Payload’s list shows no rows for an error of this name, and breaks for any other.
    await expect(asked).rejects.toMatchObject({ name: 'QueryError', status: 400 })
  })
})

describe('several people at once', () => {
  const change = (query: string) =>
    app.rest('PATCH', `/mentees?${query}`, { as: 'coordinator', body: { teamName: 'Ward 1' } })

  it.each(['where[status][equals]=waiting', 'where[id][not_equals]=', 'where[name][exists]=true'])(
    'are not changed by a filter: %s',
    async (query) => {
      const answer = await change(query)
      expect(answer.status).toBe(400)
      expect(answer.json.errors[0].message).toContain('one by one')
    },
  )

  it.each([{}, { and: [{}] }, { or: [] }, { or: [{}] }, { or: [{ title: { like: 'x' } }, {}] }])(
    'nor is every link by a filter that finds all: %j',
    async (where) => {
      for (const method of ['PATCH', 'DELETE'] as const) {
        const answer = await app.rest(
          method,
          `/resource-links?where=${encodeURIComponent(JSON.stringify(where))}`,
          { as: 'comms', body: method === 'PATCH' ? { audience: 'Changed' } : undefined },
        )
        expect([method, answer.status]).toEqual([method, 400])
        expect(answer.json.errors[0].message).toContain('finds all of them')
      }
    },
  )

  it('are changed when each is named', async () => {
    const two = everybody.slice(1, 3).map((name) => ids.get(name)!)
    const query = two.map((id, i) => `where[and][0][id][in][${i}]=${id}`).join('&')
    const answer = await change(query)
    expect(answer.status).toBe(200)
    expect(answer.json.docs.map(({ id }: { id: string }) => id).sort()).toEqual(two.toSorted())
  })

  it('are changed all or not at all', async () => {
    const two = everybody.slice(0, 2).map((name) => ids.get(name)!)
    const query = two.map((id, i) => `where[id][in][${i}]=${id}`).join('&')
    const answer = await app.rest('PATCH', `/mentees?${query}`, {
      as: 'coordinator',
      body: { email: 'one.address@example.org' },
    })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].message).toContain('Nothing was changed')
    const { totalDocs } = await app.payload.count({
      collection: 'mentees',
      where: { email: { equals: 'one.address@example.org' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })
})

describe('an id', () => {
  it('is that of somebody only as it is written', async () => {
    const id = ids.get('Amina Yusuf')!
    const written = [id, id.toUpperCase(), ` ${id}`, `${id}0`]
    const answers = await Promise.all(
      written.map((one) =>
        app.rest('GET', `/mentees/${encodeURIComponent(one)}`, { as: 'coordinator' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404])
    expect(await names({ id: { in: [id.toUpperCase()] } })).toEqual([])
  })
})

describe('an id that is none', () => {
  it.each([
    ['GET', '/mentees/no-such-id'],
    ['PATCH', '/mentees/no-such-id'],
    ['DELETE', '/mentees/no-such-id'],
    ['GET', '/mentees/%7B%22$ne%22:1%7D'],
  ] as const)('is that of nobody: %s %s', async (method, path) => {
    const body = method === 'PATCH' ? { teamName: 'x' } : undefined
    const answer = await app.rest(method, path, { as: 'coordinator', body })
    expect(answer.status).toBe(404)
  })

  it.each([[['no-such-id']], ['no-such-id'], [[{ $ne: 1 }]], [[42]]])(
    'is not kept as the id of a related record: %j',
    async (keepApartFrom) => {
      const answer = await app.rest('PATCH', `/mentees/${ids.get('Ozge Kaya')}`, {
        as: 'coordinator',
        body: { keepApartFrom },
      })
      expect(answer.status).toBe(400)
    },
  )

  it('nor one of which there is no record', async () => {
    const gone = await createMentor(app.payload)
    await app.payload.delete({ collection: 'mentors', id: gone.id, overrideAccess: true })
    const answer = await app.rest('PATCH', `/mentees/${ids.get('Ozge Kaya')}`, {
      as: 'coordinator',
      body: { keepApartFrom: [mentor, gone.id] },
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Choose a record that is there')
  })
})

describe('a value of the wrong kind', () => {
  it.each([
    ['name', 12, 'Enter a text.'],
    ['name', ['A', 'B'], 'Enter a text.'],
    ['wantsNoReminders', 'yes', 'Choose yes or no.'],
    ['topics', 'housing', 'Enter a list.'],
    ['topics', [1], 'Enter a text.'],
    ['arrival', '31/12/2026', 'Enter a date like 2026-12-31.'],
  ])('is refused, with the kind that is needed: %s %j', async (name, value, message) => {
    const answer = await app.rest('PATCH', `/mentees/${ids.get('Ozge Kaya')}`, {
      as: 'coordinator',
      body: { [name]: value },
    })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].data.errors).toEqual([{ path: name, message }])
  })
})
