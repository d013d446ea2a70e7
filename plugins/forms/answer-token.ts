import type { Question } from './editions/types.ts'

/** An answer to one question, as it stands in the index of a record. */
export type AnswerToken = {
  /** Key of the question. */
  key: string
  /** Key of the choice, or true and false of yes and no; empty for a question without an answer. */
  value: string
}

/** @example tokenOf({ key: 'hobbies', value: 'music' }) // '|hobbies=music|' */
export const tokenOf = ({ key, value }: AnswerToken): string => `|${key}=${value}|`

/** What a whole token says; nothing when the text is anything else. @example readToken('|childcare=|') // { key: 'childcare', value: '' } */
export const readToken = (text: unknown): AnswerToken | undefined => {
  const [, key, value] = (typeof text === 'string' && TOKEN.exec(text)) || []
  return key === undefined || value === undefined ? undefined : { key, value }
}

const TOKEN = /^\|([A-Za-z0-9]{1,40})=([A-Za-z0-9]{0,40})\|$/

/** @example writeIndex([{ key: 'childcare', value: 'true' }]) // '|childcare=true|' */
export const writeIndex = (tokens: AnswerToken[]): string =>
  // One bar between two, and each token once.
  [...new Set(tokens.map(tokenOf))].join('').replaceAll('||', '|')

/** The tokens of an index. @example readIndex('|childcare=true|hobbies=music|').length // 2 */
export const readIndex = (index: unknown): AnswerToken[] =>
  (typeof index === 'string' ? index.split('|') : []).flatMap(
    (text) => readToken(`|${text}|`) ?? [],
  )

/** Kinds of questions whose answers are choices, so that they are in the index. */
export const hasChoices = ({ kind }: { kind: string }): boolean =>
  kind === 'one' || kind === 'many' || kind === 'yesNo'

/**
 * May staff find people by the answers to a question? Only by choices, of a question whose answers they see: a filter
 * tells no more than a record does.
 */
export const isFindable = (question: Pick<Question, 'isOwn' | 'kind' | 'seenBy'>): boolean =>
  question.isOwn === true && hasChoices(question) && question.seenBy !== 'nobody'
