import { inTransaction } from '@mentoring/kit/in-transaction'
import type { Round } from '@mentoring/kit/rounds'
import { takeTurn } from '@mentoring/kit/take-turn'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { readIndex, writeIndex } from './answer-token.ts'
import { editionInForce } from './editions/in-force.ts'
import { keptUntil } from './editions/keep.ts'
import { inPortions, type PartOfRecord, writeAlike } from './portions.ts'
import type { OwnAnswers } from './own-answers.ts'
import type { FormOptions, FormsOptions } from './types.ts'

const FIELDS = ['answers', 'answerIndex', 'askedIn']

/**
 * Removes answers to questions that no form has asked for as many days as was said of each, a portion of people at a
 * time. Done again it finds nothing, but for what has come since, such as by a link that was mailed before.
 *
 * @returns from how many people
 */
export const forgetAnswers = async (
  payload: Payload,
  { forms }: Pick<FormsOptions, 'forms'>,
  now: Date,
): Promise<number> => {
  let people = 0
  for (const form of forms) {
    const keys = await dueIn(await createLocalReq({}, payload), form, now)
    // As a rule there is nothing to look for.
    if (keys.length === 0) continue
    for await (const portion of inPortions(
      await createLocalReq({}, payload),
      form.collection,
      FIELDS,
    )) {
      const ids = portion.filter((row) => holdsAny(row, keys)).map(({ id }) => id)
      if (ids.length > 0) people += await forgetOf(payload, form, ids, now)
    }
  }
  return people
}

/** Every hour: what is due depends on the present time and the edition in force alone. */
export const forgetAnswersRound = (options: FormsOptions): Round => ({
  name: 'forgetAnswers',
  everySeconds: 3600,
  lateAfterSeconds: 3 * 3600,
  run: async (payload) => {
    const people = await forgetAnswers(payload, options, new Date())
    if (people === 0) return
    const msg = 'Answers to questions that are no longer asked were removed'
    payload.logger.info({ msg, people })
  },
})

/** Keys of the questions whose answers are not kept any longer. */
const dueIn = async (req: PayloadRequest, { kind }: FormOptions, now: Date): Promise<string[]> => {
  const edition = await editionInForce(req)
  return (edition.noLongerAsked[kind] ?? []).flatMap(({ name }) => {
    const until = keptUntil(edition, name)
    return until && until <= now ? [name] : []
  })
}

const forgetOf = async (
  payload: Payload,
  form: FormOptions,
  ids: string[],
  now: Date,
): Promise<number> => {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    // A question that is put back on a form at this moment keeps its answers.
    await takeTurn(req, 'forms')
    const keys = await dueIn(await createLocalReq({}, payload), form, now)
    const { docs } = await payload.db.find<PartOfRecord>({
      collection: form.collection,
      where: { id: { in: ids } },
      select: Object.fromEntries(FIELDS.map((name) => [name, true])),
      limit: 0,
      pagination: false,
      req,
    })
    const held = docs.filter((row) => holdsAny(row, keys))
    const left = held.map((row) => ({ id: row.id, ...without(row, keys) }))
    await writeAlike(req, form.collection, left)
    return left.length
  })
}

const holdsAny = ({ answers, askedIn }: PartOfRecord, keys: string[]): boolean => {
  const held = [answers, askedIn].flatMap((part) => Object.keys(part ?? {}))
  return keys.some((key) => held.includes(key))
}

const without = ({ answerIndex, answers, askedIn }: PartOfRecord, keys: string[]) => {
  const rest = <T>(part: unknown) =>
    Object.fromEntries(
      Object.entries((part ?? {}) as Record<string, T>).filter(([key]) => !keys.includes(key)),
    )
  return {
    answers: rest<OwnAnswers[string]>(answers),
    askedIn: rest<number>(askedIn),
    answerIndex: writeIndex(readIndex(answerIndex).filter(({ key }) => !keys.includes(key))),
  }
}
