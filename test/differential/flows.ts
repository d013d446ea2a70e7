import type { Request } from './requests.ts'

/** What the staff do, and what they do wrong. */
export const flows: Request[] = [
  // Two with one address: all of them or none.
  {
    method: 'PATCH',
    path: '/mentees?where[id][in][0]={mentees:0}&where[id][in][1]={mentees:1}',
    as: 'coordinator',
    body: { email: 'one@example.org' },
  },
  {
    method: 'PATCH',
    path: '/mentees?where[id][in][0]={mentees:0}&where[id][in][1]={mentees:2}',
    as: 'coordinator',
    body: { site: 'lgi' },
  },
  {
    method: 'PATCH',
    path: '/mentees/{mentees:0}',
    as: 'coordinator',
    body: { email: 'person.1@example.org' },
  },
  {
    method: 'PATCH',
    path: '/mentees/{mentees:0}',
    as: 'coordinator',
    body: { keepApartFrom: ['{mentees:1}'] },
  },
  { method: 'POST', path: '/matching/run', as: 'coordinator', body: {} },
  {
    method: 'POST',
    path: '/matching/match',
    as: 'coordinator',
    body: { mentee: '{mentees:5}', mentor: '{mentors:3}' },
  },
  {
    method: 'POST',
    path: '/matching/match',
    as: 'coordinator',
    body: { mentee: '{mentees:5}', mentor: '{mentors:2}' },
  },
  {
    method: 'POST',
    path: '/matching/match',
    as: 'coordinator',
    body: { mentee: '{mentees:0}', mentor: '{mentors:0}' },
  },
  { method: 'DELETE', path: '/mentees/{mentees:3}', as: 'coordinator' },
  {
    method: 'DELETE',
    path: '/mentors?where[id][in][0]={mentors:0}&where[id][in][1]={mentors:4}',
    as: 'coordinator',
  },
  {
    method: 'PATCH',
    path: '/mentors/{mentors:4}',
    as: 'coordinator',
    body: { status: 'withdrawn' },
  },
  { method: 'POST', path: '/matching/undo', as: 'coordinator', body: { match: '{matches:0}' } },
  { method: 'DELETE', path: '/mentors/{mentors:0}', as: 'coordinator' },
  { method: 'GET', path: '/mentees?sort=name&depth=0', as: 'coordinator' },
  { method: 'GET', path: '/matches?sort=createdAt&depth=0', as: 'coordinator' },
  { method: 'DELETE', path: '/mentees/{mentees:3}', as: 'coordinator' },
  { method: 'GET', path: '/mentors?sort=-name&depth=0', as: 'coordinator' },
  { method: 'DELETE', path: '/media/{media:0}', as: 'comms' },
  { method: 'DELETE', path: '/resource-links?where[title][like]=A', as: 'comms' },
  { method: 'GET', path: '/resource-links?depth=0', as: 'comms' },
  { method: 'GET', path: '/mentoring/statistics.csv', as: 'coordinator' },
]
