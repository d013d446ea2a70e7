import { expect } from 'vitest'

import type { Role } from '../../collections/access.ts'
import type { Answer, Installation } from './boot.ts'
import { menteeForm, mentorForm } from './people.ts'

type Kind = 'mentee' | 'mentor'

/** What editors do to the forms, through their own doors; each fails the test when it is refused. */
export const editorsOf = (app: Pick<Installation, 'rest'>) => {
  const call = async (
    method: 'GET' | 'PATCH' | 'POST',
    path: string,
    body?: object,
    as: Role = 'coordinator',
  ): Promise<Answer['json']> => {
    const answer = await app.rest(method, path, { as, body })
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
    return answer.json
  }
  const find = async (collection: string, key: string, list?: string) => {
    const of = list ? `&where[list][equals]=${list}` : ''
    return (await call('GET', `/${collection}?where[key][equals]=${key}${of}`)).docs[0]
  }
  const formOf = async (kind: Kind) =>
    (await call('GET', `/sign-up-forms?where[kind][equals]=${kind}`)).docs[0]
  return {
    call,
    find,
    formOf,
    change: async (collection: string, key: string, data: object, list?: string) =>
      call('PATCH', `/${collection}/${(await find(collection, key, list)).id}`, data),
    publish: async (): Promise<{ number: number; changes: string[] }> =>
      call('POST', '/forms/publish', {}, 'comms'),
    /** A new list with these choices. */
    addList: async (label: string, choices: string[]) => {
      const list = { label, noun: 'one', order: 'alphabet' }
      const { key } = (await call('POST', '/choice-lists', list)).doc
      for (const choice of choices) await call('POST', '/choices', { list: key, label: choice })
    },
    /** A new question with words for both forms. */
    addQuestion: async (key: string, more: object) => {
      const words = { label: `What about ${key}?` }
      const question = { key, adminLabel: `About ${key}`, purpose: 'To try it.', ...more }
      return call('POST', '/questions', { ...question, mentor: words, mentee: words })
    },
    /** Puts questions on the last page of a form. */
    ask: async (kind: Kind, ...rows: object[]) => {
      const { id, pages } = await formOf(kind)
      const last = pages.at(-1)
      const page = { ...last, questions: [...last.questions, ...rows] }
      return call('PATCH', `/sign-up-forms/${id}`, { pages: [...pages.slice(0, -1), page] })
    },
    takeOff: async (kind: Kind, key: string) => {
      const { id, pages } = await formOf(kind)
      const without = pages.map((page: { questions: { question: string }[] }) => ({
        ...page,
        questions: page.questions.filter(({ question }) => question !== key),
      }))
      return call('PATCH', `/sign-up-forms/${id}`, { pages: without })
    },
    signUp: (kind: Kind, more: object) => {
      const {
        'arrival-month': month,
        'arrival-year': year,
        ...answers
      } = (kind === 'mentor' ? mentorForm() : menteeForm()) as Record<string, unknown>
      const arrival = `${String(year)}-${String(month).padStart(2, '0')}`
      return app.rest('POST', `/sign-up/${kind}`, {
        body: { ...answers, arrival, consent: true, ...more },
        headers: { accept: 'application/json' },
      })
    },
  }
}
