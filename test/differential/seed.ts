import { setTimeout as sleep } from 'node:timers/promises'

import type { Mentee } from '../../payload-types.ts'
import type { Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'
import { createPicture } from '../helpers/pictures.ts'
import { createIn } from '../helpers/store.ts'

/** The names by which requests and answers speak of records, whatever their ids are. */
export type Names = Map<string, string>

const NAMES = [
  'Özgür Yılmaz',
  'Amina Yusuf',
  'A_b 100%',
  'ozge',
  'Zoe\u0308',
  'Nguyễn Thị',
  'IŞIK İstanbullu Weiß',
  'ﬁle (.*) [a-z]+ $ \\d O’Neill',
  'b507f1f77bcf86cd799439011 null',
]

const TEAMS = ['Ward 1', null, '', '100% Ward', 'ΣΊΣΥΦΟΣ', 'weiss^', '山田 "x", y']

/** The same records in the same order, made through the same doors, on an empty installation. */
export const seed = async (app: Installation): Promise<Names> => {
  const names: Names = new Map()
  const note = (collection: string, id: string) => {
    const number = [...names.keys()].filter((name) => name.startsWith(`${collection}:`)).length
    names.set(`${collection}:${number}`, id)
  }
  // Two records of one moment have no order that both databases know.
  const make = async (collection: string, making: Promise<{ id: string }>) => {
    const { id } = await making
    note(collection, id)
    await sleep(2)
    return id
  }
  const { payload } = app
  const create = (collection: string, data: object) =>
    make(collection, createIn(payload, collection, data))

  const staff = await payload.find({ collection: 'users', sort: 'email', overrideAccess: true })
  for (const { id } of staff.docs) note('users', id)
  const people = NAMES.map((name, i) => ({
    name,
    email: `person.${i}@example.org`,
    phone: [null, '', '07700 900 001'][i % 3],
    teamName: TEAMS[i % TEAMS.length],
    gender: (['woman', 'man', null] as const)[i % 3],
    topics: [['housing'], ['housing', 'exams'], ['exams', 'visas', 'banking']][i % 3],
    // Never given, none, and some.
    languages: [undefined, [], ['ar'], ['ar', 'ur']][i % 4],
    arrival: `202${i}-08-01T00:00:00.000Z`,
    about: i % 2 ? `I like number ${i}.` : null,
  }))
  for (const [i, person] of people.entries()) {
    await make('mentors', createMentor(payload, { ...person, capacity: 1 + (i % 3) }))
  }
  for (const [i, person] of people.entries()) {
    const keepApartFrom = [
      undefined,
      [],
      [names.get('mentors:0')],
      [names.get('mentors:0'), names.get('mentors:1')],
    ]
    const waitingSince = `2026-10-0${i + 1}T09:00:00.000Z`
    const mentee = { ...person, waitingSince, keepApartFrom: keepApartFrom[i % 4] }
    await make('mentees', createMentee(payload, mentee as Mentee))
  }
  for (const i of [0, 1, 2]) {
    await create('resource-links', {
      title: ['Änderung', 'a_b', '50%'][i],
      url: 'https://example.org/',
      audience: 'All',
      description: 'A link.',
      isRetired: i === 1,
      _status: 'published',
    })
    await create('training-days', {
      title: `Day ${i}`,
      startsAt: `2030-0${i + 1}-01T09:00:00.000Z`,
      place: 'Room 1',
      places: i + 1,
    })
  }
  await make('media', createPicture(payload))
  for (const [mentee, mentor] of [
    [3, 4],
    [4, 5],
  ]) {
    const { json } = await app.rest('POST', '/matching/match', {
      as: 'coordinator',
      body: { mentee: names.get(`mentees:${mentee}`), mentor: names.get(`mentors:${mentor}`) },
    })
    note('matches', json.match)
    await sleep(2)
  }
  return names
}
