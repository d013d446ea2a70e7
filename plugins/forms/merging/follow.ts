import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'

import { type AnswerToken, readIndex, writeIndex } from '../answer-token.ts'
import { editionInForce } from '../editions/in-force.ts'
import { everyQuestion } from '../editions/questions-of.ts'
import type { Definition } from '../editions/types.ts'
import type { OwnAnswers } from '../own-answers.ts'
import { loadMerged, type Merged } from './merged.ts'

/** Where a record keeps keys of lists: name of the field, or key of the question, and key of the list. */
export type Places = { columns: Place[]; questions: Place[] }

type Place = { name: string; list: string }

type Row = Record<string, unknown>

/** The fields of a collection whose choices come from a list, see `choiceField`. */
export const columnsOf = (fields: FlattenedField[]): Place[] =>
  fields.flatMap(({ custom, name }) =>
    typeof custom?.list === 'string' ? [{ name, list: custom.list }] : [],
  )

/** The form's own questions whose choices come from a list. The list of a question that was asked never changes. */
export const questionsOf = (definition: Definition, kind: string): Place[] =>
  everyQuestion(definition, kind).flatMap(({ isOwn, list, name }) =>
    isOwn && list ? [{ name, list }] : [],
  )

/**
 * What has to be changed in a record so that it holds no choice that was merged, and none twice.
 *
 * @param row a record, or a part of one
 */
export const changesBy = (merged: Merged, { columns, questions }: Places, row: Row): Row => {
  const changes: Row = {}
  for (const { list, name } of columns) {
    const value = follow(merged.get(list), row[name])
    if (value !== row[name]) changes[name] = value
  }
  const before = (row.answers ?? {}) as OwnAnswers
  const answers = Object.fromEntries(
    Object.entries(before).map(([key, answer]) => [
      key,
      follow(merged.get(listOf(key, questions)), answer),
    ]),
  )
  if (Object.keys(before).some((key) => answers[key] !== before[key])) changes.answers = answers
  const index = followIndex(merged, questions, row.answerIndex)
  if (index !== row.answerIndex) changes.answerIndex = index
  return changes
}

const listOf = (key: string, questions: Place[]): string =>
  questions.find(({ name }) => name === key)?.list ?? ''

const follow = (next: Map<string, string> | undefined, value: unknown): unknown => {
  if (typeof value === 'string') return next?.get(value) ?? value
  if (!next || !Array.isArray(value) || !value.some((one) => next.has(one as string))) return value
  return [...new Set(value.map((one: string) => next.get(one) ?? one))]
}

const followIndex = (merged: Merged, questions: Place[], index: unknown): unknown => {
  if (typeof index !== 'string' || index === '') return index
  const now = ({ key, value }: AnswerToken) => merged.get(listOf(key, questions))?.get(value)
  return writeIndex(
    readIndex(index).map((token) => ({ ...token, value: now(token) ?? token.value })),
  )
}

const WRITES = new Set(['create', 'update', 'updateByID'])

/**
 * Whoever is written with a choice that was merged is written with the one that it was merged into: by a draft or a
 * form of an older edition, by a link that confirms answers from before, and until the forms are published again.
 * Read in the transaction that writes. On MongoDB one that has begun before the merging and ends after it keeps what
 * it began with; that is a retired choice then, and put right when the person's answers are saved again.
 */
export const followMerged =
  (kind: string): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    const { data } = args as { data?: Row }
    const columns = columnsOf(collection.flattenedFields)
    const isAbout = (name: string) => Boolean(data?.[name])
    if (!data || !WRITES.has(operation)) return args
    if (!isAbout('answers') && !columns.some(({ name }) => isAbout(name))) return args
    const merged = await loadMerged(req)
    if (merged.size === 0) return args
    const places = { columns, questions: questionsOf(await editionInForce(req), kind) }
    return { ...args, data: { ...data, ...changesBy(merged, places, data) } }
  }
