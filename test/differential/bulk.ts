import type { Request } from './requests.ts'

/** Every way to the door through which several records are changed or deleted at once. */
export const bulk: Request[] = [
  ...(
    [
      'where[or]=',
      'where={"or":[]}',
      'where={"and":[{}]}',
      'where={"or":[{}]}',
      'where={"and":[]}',
      'where={"or":[{"id":{"in":["{mentees:1}"]}},{}]}',
      'where={"or":[{"id":{"in":["{mentees:1}"]}},{"name":{"exists":true}}]}',
      'where={"id":{"in":[]}}',
      'where={"id":{"not_in":[]}}',
      'where={"id":{"exists":true}}',
      'where={"id":{"like":""}}',
      'where={"id":{"in":["x"]}}',
      'where={"id":{"equals":null}}',
      'where=',
      'where[id][in]=',
      'where[id][equals]=x&where[id][equals]=y',
      'where[id][in][0]=x&limit=1',
      'limit=1',
      'page=2',
      'ids={mentees:1}',
      'where[createdAt][exists]=true&limit=1',
      'where[id][in][0]={mentees:1}&where[status][equals]=31',
    ] as const
  ).flatMap((query): Request[] => [
    { method: 'PATCH', path: `/mentees?${query}`, as: 'coordinator', body: { teamName: 'Bulk' } },
    { method: 'DELETE', path: `/mentees?${query}`, as: 'coordinator' },
    { method: 'PATCH', path: `/mail-words?${query}`, as: 'comms', body: { subject: 'Bulk' } },
    { method: 'DELETE', path: `/training-places?${query}`, as: 'coordinator' },
  ]),
  // A filter in the body, and verbs in disguise.
  ...([{ where: {} }, { where: { name: { exists: true } } }, { where: '{}' }] as object[]).flatMap(
    (body): Request[] => [
      { method: 'PATCH', path: '/mentees', as: 'coordinator', body: { ...body, teamName: 'Bulk' } },
      { method: 'DELETE', path: '/mentees', as: 'coordinator', body },
      { method: 'POST', path: '/mentees', as: 'coordinator', body: { ...body, _method: 'DELETE' } },
    ],
  ),
  ...['DELETE', 'PATCH', 'GET', 'QUERY', 'delete', 'X'].flatMap((verb): Request[] => [
    {
      method: 'POST',
      path: '/mentees',
      as: 'coordinator',
      headers: { 'x-http-method-override': verb },
      form: { 'where[name][exists]': 'true', depth: '0', sort: 'createdAt' },
    },
    {
      method: 'POST',
      path: '/mentees?where[name][exists]=true&_method=' + verb,
      as: 'coordinator',
      headers: { 'x-http-method-override': verb, 'x-method-override': verb },
      body: { teamName: 'Bulk' },
    },
  ]),
  { method: 'GET', path: '/mentees?depth=0&sort=createdAt', as: 'coordinator' },
  { method: 'GET', path: '/mail-words?depth=0&sort=name', as: 'comms' },
]
