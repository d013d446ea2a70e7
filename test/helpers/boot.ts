import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import {
  createLocalReq,
  getPayload,
  type Payload,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'

import { type Role, ROLES } from '../../collections/access.ts'
import { asMongoDB } from '../../database/adapters.ts'

const HANDLERS = {
  DELETE: REST_DELETE,
  GET: REST_GET,
  // Next hands HEAD to what answers GET.
  HEAD: REST_GET,
  PATCH: REST_PATCH,
  POST: REST_POST,
  PUT: REST_PUT,
}

type Method = keyof typeof HANDLERS

/**
 * What an answer of REST holds, of the type that `fetch` gives it: tests look into it by name, and
 * what they expect of it is the check.
 */
export type JSONBody = Awaited<ReturnType<Response['json']>>

/** What a REST call answered. */
export type Answer = { status: number; headers: Headers; text: string; json: JSONBody }

/** An installation of its own, for one test file. */
export type Installation = {
  payload: Payload
  dataDir: string
  /** Of the member of staff of each role, whose address is `ROLE@example.org`. */
  password: string
  /** A request as the coordinator would make it, for the plugins' own functions. */
  reqAs: (role: Role) => Promise<PayloadRequest>
  /** Calls the REST API; `as` logs in with that role, nobody when left out. */
  rest: (
    method: Method,
    path: string,
    options?: {
      as?: Role
      body?: unknown
      form?: Record<string, string | string[]>
      /** Sent as the pages of the admin do. */
      parts?: object
      headers?: Record<string, string>
    },
  ) => Promise<Answer>
  close: () => Promise<void>
}

const PASSWORD = 'correct horse battery staple'

type BootOptions = {
  /** An installation that is there already and stays, instead of one of its own. */
  at?: { dataDir: string; url: string }
  /** Puts something into the database or the data folder before the CMS connects. */
  before?: (place: { dataDir: string; url: string }) => Promise<void>
}

/**
 * Starts the CMS on an empty database: SQLite in a temporary folder, or a database of its own on the
 * MongoDB server named by `DATABASE_URL`. Jobs do not run by themselves.
 */
export const boot = async ({ at, before }: BootOptions = {}): Promise<Installation> => {
  const dataDir = at?.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'mentoring-')))
  const mongo = process.env.DATABASE_URL?.startsWith('mongodb')
    ? process.env.DATABASE_URL
    : undefined
  if (at) process.env.DATABASE_URL = at.url
  else if (mongo) {
    const url = new URL(mongo)
    url.pathname = `/test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
    process.env.DATABASE_URL = url.toString()
  } else process.env.DATABASE_URL = `file:${path.join(dataDir, 'test.db')}`
  process.env.DATA_DIR = dataDir
  process.env.PAYLOAD_SECRET = 'only for tests'
  // Most tests provoke errors; what is logged has tests of its own.
  process.env.DISABLE_LOGGING = 'true'
  await before?.({ dataDir, url: process.env.DATABASE_URL })

  const config = (await import('../../payload.config.ts')).default
  // No round is started: a test runs the jobs itself, at the moment it means.
  const payload = await getPayload({ config })
  const users = new Map<Role, { id: string; token: string }>()
  for (const { value: role } of ROLES) {
    const email = `${role}@example.org`
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      overrideAccess: true,
    })
    const { id } =
      docs[0] ??
      (await payload.create({
        collection: 'users',
        data: { email, password: PASSWORD, name: role, role },
        overrideAccess: true,
      }))
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password: PASSWORD },
    })
    users.set(role, { id, token: token! })
  }

  return {
    payload,
    dataDir,
    password: PASSWORD,
    reqAs: async (role) => {
      const user = await payload.findByID({
        collection: 'users',
        id: users.get(role)!.id,
        overrideAccess: true,
      })
      return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    },
    rest: (method, route, { as, ...call } = {}) =>
      callREST(config, method, route, { ...call, token: as && users.get(as)!.token }),
    close: async () => {
      // By the driver: mongoose takes a connection for lost when a test has turned the clock.
      if (mongo && !at) await asMongoDB(payload.db).connection.db!.dropDatabase()
      await payload.destroy()
      if (at) return
      // Mail that is sent in the background may still be on its way to the folder.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A form of the admin: what it sends stands in one part of it, a file in another. */
const inParts = (data: object): FormData => {
  if (data instanceof FormData) return data
  const parts = new FormData()
  parts.append('_payload', JSON.stringify(data))
  return parts
}

/** Calls the REST API of any config; `token` logs in. */
export const callREST = async (
  config: Promise<SanitizedConfig>,
  method: Method,
  route: string,
  {
    body,
    form,
    headers = {},
    parts,
    token,
  }: Omit<NonNullable<Parameters<Installation['rest']>[2]>, 'as'> & { token?: string } = {},
): Promise<Answer> => {
  const url = new URL(`http://localhost:3000/api${route}`)
  const request = new Request(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(token ? { authorization: `JWT ${token}` } : {}),
      ...headers,
    },
    body: parts
      ? inParts(parts)
      : form
        ? encodeForm(form)
        : body === undefined
          ? undefined
          : toText(body),
  })
  const slug = url.pathname.replace(/^\/api\//, '').split('/')
  const response = await HANDLERS[method](config)(request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parse(text) }
}

const toText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body))

const encodeForm = (form: Record<string, string | string[]>): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const item of [value].flat()) params.append(name, item)
  }
  return params.toString()
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
