import type { FlattenedField, OptionObject, SanitizedConfig } from 'payload'
import { validOperators } from 'payload/shared'

import type { Role } from '../../collections/access.ts'
import { OPERATORS } from '../../plugins/filters/operators.ts'
import { bulk } from './bulk.ts'
import { flows } from './flows.ts'
import { readsByJSON, readsOfIds, readsOfWords } from './odd-reads.ts'

/** A request as both installations are asked. `{mentors:0}` stands for the id of that record. */
export type Request = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  as?: Role
  body?: unknown
  headers?: Record<string, string>
  form?: Record<string, string>
}

/** Values that somebody could send, sense or nonsense. */
const ODD = [
  '',
  'null',
  'x',
  '%',
  '_',
  'ÖZGÜR',
  '31/12/2026',
  '-1',
  '1.5',
  '1e400',
  'true',
  '0',
  "'",
  '\\',
  '{mentors:0}',
  '2026-10-03',
  'housing,exams',
]

/** The same requests each time, made of what the config has: every field by every operator. */
export const reads = (config: SanitizedConfig): Request[] => [
  ...readsOfWords,
  ...readsByJSON,
  ...readsOfIds,
  ...readsOfFields(config),
]

const readsOfFields = (config: SanitizedConfig): Request[] =>
  config.collections.flatMap((collection) => {
    const { flattenedFields, slug } = collection
    if (!collection.endpoints || collection.endpoints.length === 0) return []
    const as: Role = ['resource-links', 'media', 'publications'].includes(slug) ? 'comms' : 'admin'
    const get = (query: string, path = ''): Request => ({
      method: 'GET',
      path: `/${slug}${path}?depth=0&${query}`,
      as,
    })
    const paths = [['id', { type: 'relationship' }], ...pathsOf(flattenedFields)] as const
    let turn = slug.length
    const odd = () => ODD[(turn += 1) % ODD.length]!
    return [
      ...paths.flatMap(([path, field]) => [
        ...validOperators.flatMap((operator) => {
          const isKnown = OPERATORS[field.type]?.some((known) => known === operator)
          const values = isKnown ? [valueOf(field, operator, (turn += 1)), odd()] : [odd()]
          return values.map((value) =>
            get(`limit=4&where[${path}][${operator}]=${encodeURIComponent(value)}`),
          )
        }),
        get(`limit=3&page=2&sort=${path}`),
        get(`limit=0&sort=-${path},createdAt`),
        get(
          `where[or][0][${path}][exists]=false&where[or][1][id][equals]={${slug}:1}&where[createdAt][exists]=true`,
        ),
        get(`where[and][0][${path}][not_equals]=${encodeURIComponent(odd())}`, '/count'),
      ]),
      ...['x', '{mentors:1}', '{mentees:1}', '%00', '$ne', '1'].map((id) => get('', `/${id}`)),
      ...[
        'page=0',
        'page=x',
        'page=99',
        'limit=-1',
        'limit=0',
        'limit=1e3',
        'limit=0x10',
        'limit=99999999999999999999',
        'limit=1&limit=2',
        'page=1e1',
        'page=2&page=3',
        'page=1000000&limit=3',
        'limit=2&page=2&pagination=false',
        'sort=createdAt&sort=-createdAt',
        'sort=-createdAt,createdAt,id,-id',
        'where[id][equals]=x&where[id][equals]=y',
        'where[id][exists]=true&where=x',
        'limit=1.5',
        'limit=',
        'pagination=false',
        'sort=',
        'sort=-',
        'sort[a]=b',
        'where=',
        'where=x',
        'where=[]',
        'where={}',
        'where[and]=x',
        'where[or][]=',
        'where[id]=x',
        'where[$where][equals]=1',
        'depth=x',
        'select=x',
        'select[name]=true',
        'joins=false',
        'populate[x]=1',
        'trash=true',
        'draft=true',
        'locale=xx',
      ].map((query) => get(query)),
      get('', '/versions'),
      get('where[version.title][like]=A', '/versions'),
      get('where[parent][equals]={resource-links:0}', '/versions'),
      get('', '/versions/x'),
    ]
  })

/** Changes, one after the other: each field of what staff may write gets what it can't take. */
export const writes = (config: SanitizedConfig): Request[] => [
  ...['mentors', 'mentees', 'resource-links', 'training-days', 'users'].flatMap((slug) => {
    const { flattenedFields } = config.collections.find((collection) => collection.slug === slug)!
    const as: Role =
      slug === 'resource-links' ? 'comms' : slug === 'users' ? 'admin' : 'coordinator'
    const path = `/${slug}/{${slug}:1}`
    return [
      ...flattenedFields
        // A new address of staff, their password and their role would end the log-ins in use.
        .filter(({ name }) => slug !== 'users' || name === 'name')
        .flatMap(({ name }) =>
          (
            [
              null,
              '',
              'x',
              1.5,
              -1,
              true,
              [],
              ['x'],
              ['housing'],
              {},
              { $ne: 1 },
              '2026-10-03',
            ] as unknown[]
          ).map((value): Request => ({ method: 'PATCH', path, as, body: { [name]: value } })),
        ),
      { method: 'GET', path: `${path}?depth=0`, as },
      { method: 'POST', path: `/${slug}`, as, body: {} },
      { method: 'POST', path: `/${slug}`, as, body: { id: 'x', title: 'T' } },
      { method: 'PATCH', path: `/${slug}`, as, body: {} },
      { method: 'PATCH', path: `/${slug}?where={}`, as, body: {} },
      { method: 'DELETE', path: `/${slug}`, as },
      { method: 'DELETE', path: `/${slug}?where[id][not_in]=x`, as },
      { method: 'DELETE', path: `/${slug}?where[createdAt][greater_than]=x`, as },
      { method: 'DELETE', path: `/${slug}/x`, as },
    ] satisfies Request[]
  }),
  ...config.globals.flatMap(({ flattenedFields, slug }) => [
    ...flattenedFields.flatMap(({ name }) =>
      ([null, 'x', -1, [], [{}], { x: 1 }] as unknown[]).map((value): Request => ({
        method: 'POST',
        path: `/globals/${slug}?depth=0`,
        as: 'admin',
        body: { [name]: value },
      })),
    ),
    { method: 'GET' as const, path: `/globals/${slug}?depth=0`, as: 'admin' as const },
    {
      method: 'GET' as const,
      path: `/globals/${slug}/versions?depth=0&limit=2`,
      as: 'admin' as const,
    },
  ]),
  ...bulk,
  ...flows,
]

const pathsOf = (fields: FlattenedField[], at = ''): [string, FlattenedField][] =>
  fields.flatMap((field): [string, FlattenedField][] => {
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      return [[path, field], ...pathsOf(field.flattenedFields, `${path}.`)]
    }
    if (field.type === 'relationship' && typeof field.relationTo === 'string') {
      return [
        [path, field],
        [`${path}.id`, field],
        [`${path}.createdAt`, { type: 'date' } as FlattenedField],
      ]
    }
    return [[path, field]]
  })

/** A value that the field could have. */
const valueOf = (field: Pick<FlattenedField, 'type'>, operator: string, turn: number): string => {
  if (operator === 'exists') return String(turn % 2 === 0)
  const { options, relationTo } = field as {
    options?: (OptionObject | string)[]
    relationTo?: string
  }
  switch (field.type) {
    case 'checkbox':
      return String(turn % 2 === 0)
    case 'date':
      return ['2026-10-03', '2026-10-02T09:00:00.000Z', '2023-08-01'][turn % 3]!
    case 'number':
      return ['1', '2', '0'][turn % 3]!
    case 'relationship':
    case 'upload':
      return `{${typeof relationTo === 'string' ? relationTo : 'mentees'}:${turn % 3}}`
    case 'radio':
    case 'select': {
      const all = (options ?? []).map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return operator.endsWith('in')
        ? all.slice(0, 2).join(',')
        : (all[turn % (all.length || 1)] ?? 'x')
    }
    default:
      return ['zg', 'A_b 100%', 'AMINA', 'ward', 'Ö', 'example.org'][turn % 6]!
  }
}
