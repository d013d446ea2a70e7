import type { JSONBody } from '../helpers/boot.ts'

/** Calls the API of a running project. */
export type Call = (
  method: string,
  route: string,
  body?: object,
) => Promise<{ status: number; json: JSONBody }>

/** Makes the first member of staff of a project that has none; all calls are theirs. */
export const logIn = async (url: string): Promise<{ call: Call; token: string }> => {
  let token = ''
  const call: Call = async (method, route, body) => {
    const response = await fetch(`${url}/api${route}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `JWT ${token}` }),
      },
      body: body && JSON.stringify(body),
    })
    return { status: response.status, json: await response.json() }
  }
  const person = { email: 'staff@example.org', password: 'correct horse battery staple' }
  const { json } = await call('POST', '/users/first-register', person)
  token = json.token
  return { call, token }
}

/** Adds a student or a tutor of mathematics; `data` says what is different about this one. */
export const add = async (
  call: Call,
  collection: 'students' | 'tutors',
  data: object,
): Promise<JSONBody> => {
  const theirs =
    collection === 'students'
      ? { joined: '2026-01-01T00:00:00.000Z' }
      : { campuses: ['north'], places: 1 }
  const common = { level: 2, subjects: ['maths'] }
  const { json, status } = await call('POST', `/${collection}`, { ...common, ...theirs, ...data })
  if (status !== 201) throw new Error(`${collection} was not made: ${JSON.stringify(json)}`)
  return json.doc
}
