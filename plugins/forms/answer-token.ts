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

/** Kinds of questions whose answers are choices, so that they are in the index. */
export const hasChoices = ({ kind }: { kind: string }): boolean =>
  kind === 'one' || kind === 'many' || kind === 'yesNo'
