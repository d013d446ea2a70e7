import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isPayloadsOwn, nameOf } from '../../plugins/rest/open-routes.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee } from '../helpers/people.ts'

/**
 * Which of the routes that Payload adds by itself are open at all. Who may use them is in
 * `access.test.ts`. A new collection must be added here.
 */

const READ = ['get /', 'get /count', 'get /:id', 'post /access/:id?']
const WRITE = ['post /', 'patch /', 'patch /:id', 'delete /', 'delete /:id']
const VERSIONS = ['get /versions', 'get /versions/:id', 'post /versions/:id']
const RECORDS = [...READ, ...WRITE]
const LOG_IN = [
  'forgot-password',
  'login',
  'logout',
  'refresh-token',
  'first-register',
  'reset-password',
  'unlock',
]

const COLLECTIONS: Record<string, string[]> = {
  mentors: RECORDS,
  mentees: RECORDS,
  'resource-links': [...RECORDS, ...VERSIONS, 'post /:id/duplicate'],
  pages: [...RECORDS, ...VERSIONS, 'post /:id/duplicate'],
  'site-parts': [...RECORDS, ...VERSIONS],
  redirects: RECORDS,
  'choice-lists': [...RECORDS, ...VERSIONS],
  choices: [...RECORDS, ...VERSIONS],
  questions: [...RECORDS, ...VERSIONS],
  'sign-up-forms': [...RECORDS, ...VERSIONS],
  'form-editions': RECORDS,
  media: [...RECORDS, 'get /file/:filename'],
  users: [...RECORDS, ...LOG_IN.map((name) => `post /${name}`), 'get /me'],
  turns: RECORDS,
  limits: RECORDS,
  visits: RECORDS,
  'known-devices': RECORDS,
  'mailed-codes': RECORDS,
  'sign-up-drafts': RECORDS,
  mails: RECORDS,
  'mail-words': [...RECORDS, ...VERSIONS],
  matches: RECORDS,
  'matching-runs': RECORDS,
  'matching-introductions': RECORDS,
  agreements: RECORDS,
  'match-steps': RECORDS,
  meetings: RECORDS,
  surveys: RECORDS,
  'training-days': RECORDS,
  'training-places': RECORDS,
  'personal-links': RECORDS,
  publications: RECORDS,
  'preview-links': RECORDS,
  'link-checks': RECORDS,
  'payload-jobs': READ,
  'payload-kv': [],
  'payload-locked-documents': ['get /', 'get /:id', 'get /count', 'patch /:id', 'delete /:id'],
  'payload-preferences': ['get /', 'delete /'],
  'payload-migrations': [],
}

const PAGE = ['get /', 'post /', 'post /access']
const GLOBALS: Record<string, string[]> = {
  // Nobody may use them, see `access.test.ts`.
  'programme-page': [...PAGE, ...VERSIONS],
  'site-wording': [...PAGE, ...VERSIONS],
  'matching-settings': PAGE,
  'mentoring-settings': PAGE,
}

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

it('of each collection and global, these of Payload’s own routes are open and no others', () => {
  const { collections, globals } = app.payload.config
  const open = (entities: { slug: string; endpoints: unknown }[], isGlobal: boolean) =>
    Object.fromEntries(
      entities.map(({ endpoints, slug }) => [
        slug,
        (endpoints as { method: 'get'; path: string }[])
          .map(nameOf)
          .filter((route) => isPayloadsOwn(route, isGlobal))
          .sort(),
      ]),
    )
  const sorted = (table: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(table).map(([slug, routes]) => [slug, routes.toSorted()]))
  expect(open(collections, false)).toEqual(sorted(COLLECTIONS))
  expect(open(globals, true)).toEqual(sorted(GLOBALS))
})

describe('what nobody needs is not found', () => {
  it.each([
    ['POST', '/users/verify/x'],
    ['GET', '/users/init'],
    ['GET', '/media/paste-url?src=http://127.0.0.1/'],
    ['GET', '/mentees/versions'],
    ['GET', '/users/versions'],
    ['GET', '/globals/matching-settings/versions'],
    ['GET', '/globals/matching-settings/versions/x'],
    ['POST', '/globals/matching-settings/versions/x'],
    ['GET', '/payload-kv'],
    ['GET', '/payload-jobs/run'],
    ['GET', '/globals/payload-jobs-stats'],
  ] as const)('%s %s', async (method, path) => {
    expect((await app.rest(method, path, { as: 'admin' })).status).toBe(404)
  })

  it('a copy of a person', async () => {
    const { id } = await createMentee(app.payload)
    const answer = await app.rest('POST', `/mentees/${id}/duplicate`, { as: 'admin', body: {} })
    expect(answer.status).toBe(404)
  })

  it('a version there is not', async () => {
    for (const path of ['/resource-links/versions/x', '/pages/versions/x']) {
      expect((await app.rest('GET', path, { as: 'comms' })).status).toBe(404)
    }
  })
})

describe('a form that can’t be read', () => {
  it.each([
    ['that holds no JSON', 'multipart/form-data; boundary=X', '{bad'],
    ['without its boundary', 'multipart/form-data', 'x'],
  ])('is refused, %s', async (_what, type, text) => {
    const part = `--X\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${text}\r\n--X--\r\n`
    for (const route of ['/users/login', '/users/forgot-password', '/users/first-register']) {
      const headers = { 'content-type': type }
      expect((await app.rest('POST', route, { body: part, headers })).status, route).toBe(400)
    }
  })
})
