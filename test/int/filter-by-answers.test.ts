import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Mentee } from '../../payload-types.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { editorsOf } from '../helpers/editors.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/** Lists of people by their answers to questions that are content, and that nobody learns more by it than a record shows. */

let app: Installation
let editors: ReturnType<typeof editorsOf>
/** Number of the edition in which `secret` only counted in the matching. */
let unseen: number

const mentee = (name: string, answers: Mentee['answers'], number = unseen) =>
  createMentee(app.payload, {
    name,
    answers,
    askedIn: Object.fromEntries(Object.keys(answers ?? {}).map((key) => [key, number])),
  })

beforeAll(async () => {
  app = await boot()
  editors = editorsOf(app)
  await editors.addList('Hobbies', ['Music', 'Sport', 'Musical'])
  const ofList = { list: 'hobbies', seenBy: 'coordinators' }
  await editors.addQuestion('hobbies', { kind: 'many', ...ofList })
  await editors.addQuestion('pet', { kind: 'one', ...ofList })
  await editors.addQuestion('car', { kind: 'yesNo', seenBy: 'coordinators' })
  await editors.addQuestion('secret', { kind: 'yesNo', seenBy: 'nobody' })
  for (const kind of ['mentor', 'mentee'] as const) {
    const keys = ['hobbies', 'pet', 'car', 'secret']
    await editors.ask(kind, ...keys.map((question) => ({ question })))
  }
  unseen = (await editors.publish()).number
  await mentee('Ada', { hobbies: ['music', 'sport'], car: true, secret: true })
  await mentee('Ben', { hobbies: ['musical'], car: false, secret: false })
  await mentee('Cem', { pet: 'music', car: true, secret: true })
  await mentee('Dua', {})
  await createMentor(app.payload, { name: 'Eve', answers: { car: true } })
})
afterAll(() => app.close())

const ask = (collection: string, where: unknown, more = '') =>
  app.rest(
    'GET',
    `/${collection}?depth=0&limit=100&where=${encodeURIComponent(JSON.stringify(where))}${more}`,
    { as: 'coordinator' },
  )

/** Names of those whom a filter finds, by alphabet. */
const found = async (where: Where, collection = 'mentees') => {
  const answer = await ask(collection, where)
  expect(answer.status, answer.text).toBe(200)
  return answer.json.docs.map(({ name }: { name: string }) => name).sort()
}

const is = (token: string): Where => ({ answerIndex: { contains: token } })
const isOneOf = (...tokens: string[]): Where => ({ answerIndex: { in: tokens } })

describe('a list of people', () => {
  it('is filtered by a choice, as a whole', async () => {
    expect(await found(is('|hobbies=music|'))).toEqual(['Ada'])
    expect(await found(is('|pet=music|'))).toEqual(['Cem'])
    expect(await found(is('|hobbies=opera|'))).toEqual([])
    expect(await found(is('|car=true|'), 'mentors')).toEqual(['Eve'])
  })

  it('is filtered by one of several, and by two questions together', async () => {
    expect(await found(isOneOf('|hobbies=sport|', '|hobbies=musical|'))).toEqual(['Ada', 'Ben'])
    const where = { and: [isOneOf('|hobbies=sport|', '|hobbies=musical|'), is('|car=true|')] }
    expect(await found(where)).toEqual(['Ada'])
    const either = { or: [where, { and: [is('|pet=music|'), { name: { equals: 'Cem' } }] }] }
    expect(await found(either)).toEqual(['Ada', 'Cem'])
    expect(await found({ ...is('|car=true|'), name: { equals: 'Ada' } })).toEqual(['Ada'])
  })

  it('is filtered by who has not answered', async () => {
    expect(await found(is('|car=|'))).toEqual(['Dua'])
    expect(await found(isOneOf('|hobbies=|', '|hobbies=sport|'))).toEqual(['Ada', 'Cem', 'Dua'])
  })

  it('is filtered by an address as a browser writes it, and counted', async () => {
    const where = 'where[or][0][and][0][answerIndex][in]=|car=true|,|car=|'
    const list = await app.rest('GET', `/mentees?${where}`, { as: 'coordinator' })
    expect(list.json.totalDocs).toBe(3)
    const count = await app.rest('GET', `/mentees/count?${where}`, { as: 'coordinator' })
    expect(count.json.totalDocs).toBe(3)
  })

  it('is shown to nobody else', async () => {
    const where = 'where[answerIndex][contains]=|car=true|'
    expect((await app.rest('GET', `/mentees?${where}`, { as: 'comms' })).status).toBe(403)
    expect((await app.rest('GET', `/mentees?${where}`)).status).toBe(403)
    expect((await app.rest('GET', `/mentees/count?${where}`, { as: 'comms' })).status).toBe(403)
  })
})

describe('an answer that only counts in the matching', () => {
  it.each<[string, unknown]>([
    ['as a whole', is('|secret=true|')],
    ['by who has none', is('|secret=|')],
    ['among others', isOneOf('|car=true|', '|secret=true|')],
    ['inside of others', { and: [is('|car=true|'), { or: [is('|secret=true|')] }] }],
    ['in capitals', { AND: [{ OR: [is('|secret=true|')] }] }],
    ['with another case', is('|Secret=true|')],
    ['by a part of a token', is('secret=true')],
    ['by a part at the end', is('|secret=tr')],
    ['by two tokens in one', is('|car=true|secret=true|')],
    ['by all tokens', is('|')],
    ['by other words', { answerIndex: { like: 'secret=true' } }],
    ['by a denial', { answerIndex: { not_like: '|secret=true|' } }],
    ['by a denial of a list', { answerIndex: { not_in: ['|secret=true|'] } }],
    ['by the whole text', { answerIndex: { equals: '|car=true|secret=true|' } }],
    ['by its being there', { answerIndex: { exists: true } }],
    ['by two operators', { answerIndex: { contains: '|car=true|', like: 'secret' } }],
    ['by an object', { answerIndex: { contains: { $regex: 'secret' } } }],
    ['by the text of all answers', { answers: { like: 'secret' } }],
    ['by a part of all answers', { 'answers.secret': { equals: true } }],
  ])('is not found %s', async (_, where) => {
    const answer = await ask('mentees', where)
    expect(answer.status, answer.text).toBe(400)
  })

  it.each(['answerIndex', '-answerIndex', 'askedIn', 'answers'])(
    'is not told by the order of %s',
    async (sort) => {
      expect((await ask('mentees', {}, `&sort=${sort}`)).status).toBe(400)
    },
  )

  it('is not told by related records, of which no condition on answers is taken', async () => {
    for (const token of ['|secret=true|', '|car=true|']) {
      const answer = await ask('matches', { 'mentee.answerIndex': { contains: token } })
      expect(answer.status).toBe(400)
    }
    expect((await ask('matches', {}, '&sort=mentee.answerIndex')).status).toBe(400)
  })

  it('is not told by what a change of all finds', async () => {
    const where = 'where[answerIndex][contains]=|car=true|'
    for (const method of ['PATCH', 'DELETE'] as const) {
      const answer = await app.rest(method, `/mentees?${where}`, { as: 'coordinator', body: {} })
      expect(answer.status, method).toBe(400)
    }
  })

  it('is not shown by any wish for its field', async () => {
    const more = '&showHiddenFields=true&select[answerIndex]=true'
    const { text } = await ask('mentees', {}, more)
    expect(text).not.toContain('secret')
    expect(text).not.toContain('|car')
  })

  it('stays so when staff are to see the next ones, which are found', async () => {
    await editors.change('questions', 'secret', { seenBy: 'coordinators' })
    const { number } = await editors.publish()
    expect(await found(is('|secret=true|'))).toEqual([])
    await mentee('Fay', { secret: true }, number)
    expect(await found(is('|secret=true|'))).toEqual(['Fay'])
    // As on their records.
    expect(await found(is('|secret=|'))).toEqual(['Ada', 'Ben', 'Cem', 'Dua'])

    // Whoever is corrected in something else gives no answer away by that.
    const { docs } = (await ask('mentees', { name: { equals: 'Ada' } })).json
    const body = { answers: { ...docs[0].answers, car: false } }
    await editors.call('PATCH', `/mentees/${docs[0].id}`, body)
    expect(await found(is('|car=false|'))).toEqual(['Ada', 'Ben'])
    expect(await found(is('|secret=true|'))).toEqual(['Fay'])

    // What staff type themselves they see and find.
    const typed = { answers: { ...body.answers, secret: false } }
    await editors.call('PATCH', `/mentees/${docs[0].id}`, typed)
    expect(await found(is('|secret=false|'))).toEqual(['Ada'])
  })

  it('is one at once when staff are to see it no longer', async () => {
    await editors.change('questions', 'car', { seenBy: 'nobody' })
    await editors.publish()
    expect((await ask('mentees', is('|car=true|'))).status).toBe(400)
    expect((await ask('mentees', isOneOf('|hobbies=music|', '|car=|'))).status).toBe(400)
    await editors.change('questions', 'car', { seenBy: 'other' })
    await editors.publish()
    expect(await found(is('|car=true|'))).toEqual(['Cem'])
  })
})
