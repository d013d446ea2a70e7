import { inTransaction } from '@mentoring/kit/in-transaction'
import { createLocalReq, type Payload } from 'payload'

import { FORMS } from '../collections/forms.ts'
import { createManyOf } from '../database/create-many.ts'
import { takeSignUpWords } from '../database/sign-up-words.ts'
import type { SignUpForm } from '../payload-types.ts'
import { findEdition } from '@mentoring/forms/editions/in-force'
import { publishForms } from '@mentoring/forms/editions/publish'
import { STARTER_LISTS, type StarterChoice, type StarterList } from '../starter/lists.ts'
import { REGIONS_BEFORE } from '../starter/lists/regions-before.ts'
import { ANOTHER_TEAM, TEAMS } from '../starter/lists/teams.ts'
import { FORMS_BEFORE, QUESTIONS_BEFORE } from '../starter/questions-before.ts'
import { STARTER_FORMS, STARTER_QUESTIONS } from '../starter/questions.ts'
import { reword } from './reword.ts'
import { withRichText } from './starter.ts'
import { listTypedTeams } from './typed-teams.ts'

/** What an installation had before its forms were content. */
export type Before = {
  /** Its clinical teams, as people had typed them. */
  teams: StarterChoice[]
}

/**
 * The forms that a new installation starts with, as records.
 *
 * @param before given for one from before, which keeps what it has matched by: its questions, regions and teams
 */
export const starterRecords = (before?: Before) => {
  const lists = before ? STARTER_LISTS.map((list) => asBefore(list, before)) : STARTER_LISTS
  const questions = before ? QUESTIONS_BEFORE : STARTER_QUESTIONS
  return {
    lists: lists.map(({ groupsFrom, id, label, noun, order }) => ({
      key: id,
      label,
      noun,
      order,
      groupsFrom,
    })),
    choices: lists
      .flatMap(({ choices, id }) => choices.map((choice) => ({ ...choice, list: id })))
      .map((choice, place) => ({ ...choice, _order: orderAt(place) })),
    questions: questions.map((question) => ({ use: 'none' as const, ...question })),
    forms: before ? FORMS_BEFORE : STARTER_FORMS,
  }
}

/**
 * Fills the forms of an installation that has never published any, and publishes them. Has to run before the rest of
 * the starter content is written, by which a new installation and one from before are told apart.
 */
export const writeStarterForms = async (payload: Payload): Promise<void> => {
  if (await findEdition(payload)) return
  const wording = await payload.db.findGlobal<{ createdAt?: string }>({ slug: 'site-wording' })
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const before = wording?.createdAt ? { teams: await listTypedTeams(req) } : undefined
    const { choices, forms, lists, questions } = starterRecords(before)
    const now = Date.now()
    const many = (collection: 'choice-lists' | 'choices' | 'questions', records: object[]) =>
      createManyOf(payload).createMany({
        collection,
        data: records.map((record, place) => {
          // A moment of its own for each: they stay in this order in every list that is sorted by something else.
          const at = new Date(now - records.length + place).toISOString()
          return { ...record, createdAt: at, updatedAt: at }
        }),
        req,
      })
    await many('choice-lists', lists)
    await many('choices', choices)
    await many('questions', questions)
    for (const data of (await withRichText(payload, forms)) as SignUpForm[]) {
      const collection = 'sign-up-forms'
      await payload.create({ collection, data, depth: 0, overrideAccess: true, req })
    }
    const { draft, published } = await takeSignUpWords(req)
    if (published) await reword(req, published, { isInHistory: true })
    await publishForms(req, FORMS)
    if (draft) await reword(req, draft)
  })
}

/** A list as it was before it was content. */
const asBefore = (list: StarterList, { teams }: Before): StarterList => {
  if (list.id === TEAMS.id) return { ...list, choices: [...teams, ANOTHER_TEAM] }
  if (list.id === 'regions') {
    return { ...list, choices: REGIONS_BEFORE.map(({ key, label }) => ({ key, label })) }
  }
  if (list.id === 'languages') {
    // Whoever said Chinese need not have meant Mandarin, as it is called for those who choose it from now on.
    const choices = list.choices.map((one) =>
      one.key === 'zh' ? { ...one, label: 'Chinese' } : one,
    )
    return { ...list, choices }
  }
  if (list.id !== 'countries') return list
  const regionOf = (country: string) =>
    REGIONS_BEFORE.find(({ countries }) => countries.includes(country))?.key
  return {
    ...list,
    choices: list.choices.map((choice) => ({ ...choice, group: regionOf(choice.key) })),
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A place in an order as Payload writes it: a key between any two of which another fits. */
const orderAt = (place: number): string => {
  const digit = (of: number) => DIGITS[Math.floor(place / of) % DIGITS.length]!
  return `c${digit(DIGITS.length ** 2)}${digit(DIGITS.length)}${digit(1)}`
}
