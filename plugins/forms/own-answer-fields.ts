import { seenByCode } from '@mentoring/kit/written-by-code'
import { type Field, type FieldHook, type PayloadRequest, ValidationError } from 'payload'

import { type AnswerToken, hasChoices, writeIndex } from './answer-token.ts'
import { checkAnswers } from './answers.ts'
import { component } from './component.ts'
import { audiencesOf, hiddenWhenGiven } from './editions/audience.ts'
import { editionInForce } from './editions/in-force.ts'
import { everyQuestion } from './editions/questions-of.ts'
import type { Definition, Question } from './editions/types.ts'
import type { OwnAnswers, WithOwnAnswers } from './own-answers.ts'

/**
 * Fields of a record for the answers to questions that are content. `answerIndex` has the choices among them as
 * `|key=choice|`, which both databases can look for, without those that staff were not to see when they were given.
 *
 * @param kind of the form
 */
export const ownAnswerFields = (kind: string): Field[] => [
  {
    name: 'answers',
    type: 'json',
    label: 'More answers',
    defaultValue: {},
    hooks: { beforeValidate: [checkByHand(kind)], afterRead: [hideFromStaff(kind)] },
    admin: {
      disableListFilter: true,
      components: {
        Field: { path: component('rsc', 'AnswersField'), serverProps: { kind } },
        Cell: { path: component('rsc', 'AnswersCell'), serverProps: { kind } },
      },
    },
    jsonSchema: {
      uri: 'a://answers.json',
      fileMatch: ['a://answers.json'],
      schema: {
        type: 'object',
        additionalProperties: {
          anyOf: [
            { type: 'string' },
            { type: 'number' },
            { type: 'boolean' },
            { type: 'array', items: { type: 'string' } },
          ],
        },
      },
    },
  },
  {
    name: 'answerIndex',
    type: 'text',
    hidden: true,
    hooks: { beforeChange: [indexAnswers(kind)] },
  },
  {
    name: 'askedIn',
    type: 'json',
    // Not hidden: code reads it with the record.
    access: seenByCode,
    hooks: { beforeChange: [noteWhatStaffType] },
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    jsonSchema: {
      uri: 'a://asked-in.json',
      fileMatch: ['a://asked-in.json'],
      schema: { type: 'object', additionalProperties: { type: 'number' } },
    },
  },
]

/**
 * Checks the answers that staff give by hand as the form would. What was answered before may stay, whatever has
 * become of the question. Answers that come from a form have been checked against the edition it was of.
 */
const checkByHand =
  (kind: string): FieldHook =>
  async ({ collection, context, originalDoc, overrideAccess, previousValue, req, value }) => {
    // A hook of a change is not told whose rights it has.
    context.areTypedByStaff = !overrideAccess
    if (overrideAccess || value === undefined) return value as unknown
    const before = (previousValue ?? {}) as OwnAnswers
    const questions = ownQuestions(await editionInForce(req), kind)
    // What staff do not see they can’t have meant to take away.
    const isHidden = await hiddenFromStaff(req, kind, (originalDoc ?? {}) as WithOwnAnswers)
    const kept: OwnAnswers = Object.fromEntries(
      Object.entries(before).filter(([key]) => isHidden(key)),
    )
    for (const [key, given] of Object.entries((value ?? {}) as OwnAnswers)) {
      const question = questions.find(({ name }) => name === key)
      if (JSON.stringify(before[key]) === JSON.stringify(given)) kept[key] = given
      else if (!question) refuse(collection?.slug, `There is no question “${key.slice(0, 40)}”.`)
      else {
        const asked = { ...question, required: false, showWhen: undefined }
        const form = { sections: [{ title: '', slug: '', fields: [asked] }] }
        const { answers, errors } = checkAnswers(form, { [key]: given }, new Date())
        if (errors[0]) refuse(collection?.slug, `${question.adminLabel}: ${errors[0].message}.`)
        if (answers[key] !== undefined) kept[key] = answers[key]
      }
    }
    return kept
  }

/** Which of a person's answers only count in the matching: now, or by what they were told when they gave them. */
const hiddenFromStaff = async (
  req: PayloadRequest,
  kind: string,
  record: WithOwnAnswers,
): Promise<(key: string) => boolean> => {
  const edition = await editionInForce(req)
  const audiences = await audiencesOf(req.payload, edition, kind, record)
  return (key) => audiences[key] === 'nobody'
}

/** What only counts in the matching is told to nobody who asks. */
const hideFromStaff =
  (kind: string): FieldHook =>
  async ({ overrideAccess, req, siblingData, value }) => {
    if (overrideAccess || !value || Object.keys(value as object).length === 0)
      return value as unknown
    // Read before anything is waited for: Payload takes it out for whoever may not read it.
    const { askedIn } = siblingData as WithOwnAnswers
    const isHidden = await hiddenFromStaff(req, kind, { askedIn })
    return Object.fromEntries(Object.entries(value as OwnAnswers).filter(([key]) => !isHidden(key)))
  }

const refuse = (collection: string | undefined, message: string): never => {
  throw new ValidationError({ collection, errors: [{ path: 'answers', message }] })
}

const ownQuestions = (edition: Definition, kind: string): Question[] =>
  everyQuestion(edition, kind).filter(({ isOwn }) => isOwn)

/**
 * Keeps the index in step with the answers. Which of them were given for the matching alone never changes, whatever
 * is published later: those stay out of it for good.
 */
const indexAnswers =
  (kind: string): FieldHook =>
  async (args) => {
    const { answers } = args.siblingData as WithOwnAnswers
    if (answers === undefined) return args.value as unknown
    const own = (answers ?? {}) as OwnAnswers
    // Most have none, and nothing is read for them.
    if (Object.keys(own).length === 0) return ''
    const { payload } = args.req
    const askedIn = (await askedInAfter(args)) ?? {}
    const found = ownQuestions(await editionInForce(args.req), kind)
    const shown: Question[] = []
    for (const question of found) {
      const { name } = question
      if (own[name] === undefined || !hasChoices(question)) continue
      if (!(await hiddenWhenGiven(payload, kind, name, askedIn[name]))) shown.push(question)
    }
    return writeIndex(tokensOf(shown, own))
  }

/**
 * Notes of the answers that staff type in which edition that was, as forms do of theirs: who is to see an answer
 * follows from what held when it was given.
 */
const noteWhatStaffType: FieldHook = (args) => askedInAfter(args)

type AskedIn = Record<string, number>

const askedInAfter = async ({
  context,
  originalDoc,
  req,
  siblingData,
}: Parameters<FieldHook>[0]): Promise<AskedIn | null | undefined> => {
  const { answers, askedIn } = siblingData as WithOwnAnswers
  const noted = askedIn as AskedIn | null | undefined
  if (!context.areTypedByStaff || !answers) return noted
  const before = ((originalDoc as WithOwnAnswers | undefined)?.answers ?? {}) as OwnAnswers
  const typed = Object.entries(answers).filter(
    ([key, answer]) => JSON.stringify(answer) !== JSON.stringify(before[key]),
  )
  if (typed.length === 0) return noted
  const { number } = await editionInForce(req)
  return { ...noted, ...Object.fromEntries(typed.map(([key]) => [key, number])) }
}

const tokensOf = (questions: Question[], answers: OwnAnswers): AnswerToken[] =>
  questions.flatMap(({ name }) =>
    [answers[name] ?? []].flat().map((value) => ({ key: name, value: String(value) })),
  )
