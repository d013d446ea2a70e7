import type { Request } from './requests.ts'

/** What looks alike and is not the same, what a database could take for its own language, and ids as words. */
const WORDS = [
  'I',
  'ı',
  'İ',
  'istanbul',
  'STRASSE',
  'weiß',
  'file',
  'ﬁ',
  'Zoe\u0308',
  'zoë',
  '(.*)',
  '.*',
  '[a-z]+',
  '^A',
  '$',
  '+',
  '\\d',
  '100%',
  '%25',
  'a_b',
  "O'Neill",
  '"',
  ' ',
  'null',
  '507f1f77bcf86cd799439011',
  '{mentors:0}',
  '0x1F',
  '1e3',
  ',',
  '山田',
  '😀',
]

const OF_WORDS = ['equals', 'not_equals', 'like', 'not_like', 'contains', 'in', 'not_in', 'exists']

/** Each of these words asked of some fields by every operator. */
export const readsOfWords: Request[] = (
  [
    ['mentees', 'name', 'coordinator'],
    ['mentees', 'keepApartFrom.name', 'coordinator'],
    ['resource-links', 'title', 'comms'],
    ['matches', 'reasons', 'coordinator'],
  ] as const
).flatMap(([slug, path, as]) =>
  OF_WORDS.flatMap((operator) =>
    WORDS.map((word): Request => ({
      method: 'GET',
      path: `/${slug}?depth=0&sort=createdAt&select[${path.split('.')[0]}]=true&where[${path}][${operator}]=${encodeURIComponent(word)}`,
      as,
    })),
  ),
)

/** Filters that only JSON can say, and values of the wrong kind. */
export const readsByJSON: Request[] = (
  [
    { or: [] },
    { and: [] },
    { and: [{}] },
    { or: [{}] },
    { or: [{}, { name: { equals: 'x' } }] },
    { and: [{ or: [] }, { name: { exists: true } }] },
    { OR: [{ name: { like: 'a' } }] },
    { name: {} },
    { name: null },
    { name: { equals: null } },
    { name: { equals: 5 } },
    { name: { equals: ['x'] } },
    { name: { equals: {} } },
    { name: { in: [] } },
    { name: { not_in: [] } },
    { name: { in: null } },
    { name: { in: ['ozge', null] } },
    { topics: { in: [] } },
    { topics: { not_in: [] } },
    { topics: { equals: ['housing'] } },
    { topics: { in: ['housing', null] } },
    { languages: { equals: null } },
    { languages: { not_equals: null } },
    { languages: { in: [null] } },
    { keepApartFrom: { equals: null } },
    { keepApartFrom: { not_in: [null] } },
    { keepApartFrom: { equals: { id: '{mentors:0}' } } },
    { phone: { exists: 0 } },
    { phone: { exists: 1 } },
    { phone: { exists: null } },
    { phone: { exists: [] } },
    { phone: { exists: 'TRUE' } },
    { phone: { exists: ' true' } },
    { waitingSince: { equals: 0 } },
    { waitingSince: { greater_than: 1_700_000_000_000 } },
    { waitingSince: { greater_than: '2026-10-02T10:00:00+01:00' } },
    { waitingSince: { less_than: '2026-10-02T09:00' } },
    { waitingSince: { equals: '2026-10-02T09:00:00.000Z' } },
    { waitingSince: { in: ['2026-10-02T09:00:00Z', '2026-10-03T10:00:00+01:00'] } },
    { waitingSince: { greater_than: '24:00' } },
    { waitingSince: { greater_than: '+012026-01-01' } },
    { wantsNoReminders: { equals: 1 } },
    { wantsNoReminders: { equals: null } },
    { 'consent.givenAt': { exists: true } },
    { 'consent.wording': { like: 'test' } },
    { consent: { exists: true } },
    { id: { equals: null } },
    { id: { exists: false } },
    { id: { not_equals: 'x' } },
    { id: { not_in: ['{mentees:0}', 'x'] } },
    { id: { greater_than: '0' } },
    { _id: { equals: '{mentees:0}' } },
    { $or: [{ name: { equals: 'x' } }] },
    { $where: '1' },
    { __proto__: { equals: 1 } },
    { constructor: { equals: 1 } },
    { 'name.$ne': { equals: 1 } },
  ] as object[]
).map((where) => ({
  method: 'GET',
  path: `/mentees?depth=0&sort=createdAt&where=${encodeURIComponent(JSON.stringify(where))}`,
  as: 'coordinator',
}))

/** Ids that only look like one. */
export const readsOfIds: Request[] = [
  '%20{mentees:0}',
  '{mentees:0}0',
  '00000000-0000-0000-0000-000000000000',
  '000000000000000000000000',
  '0',
  '-1',
  'undefined',
  '[object Object]',
].map((id) => ({
  method: 'GET',
  path: `/mentees/${id.includes('%') ? id : encodeURIComponent(id)}?depth=0`,
  as: 'coordinator',
}))
