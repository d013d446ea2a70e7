import { inTransaction } from '@mentoring/kit/in-transaction'
import { Refused } from '@mentoring/kit/refused'
import { asCode } from '@mentoring/kit/rights'
import { takeTurn } from '@mentoring/kit/take-turn'
import type { FlattenedField, PayloadRequest, Where } from 'payload'

import { isFindable, tokenOf } from '../answer-token.ts'
import { editionInForce, findEdition } from '../editions/in-force.ts'
import { askedBy, everyQuestion } from '../editions/questions-of.ts'
import { type ChoiceRecord, loadWorkingCopy } from '../editions/working-copy.ts'
import type { FormsOptions } from '../types.ts'
import { changesBy, columnsOf, questionsOf } from './follow.ts'
import { loadMerged } from './merged.ts'
import { inPortions, writeAlike } from '../portions.ts'

/**
 * Makes two choices of a list one: whoever chose the first has chosen the second from now on. The first is retired.
 * What was published with it stays as it was.
 *
 * @param choice id of the one that goes
 * @param into id of the one that stays
 * @returns how many people staff see to have chosen the first
 * @throws Refused saying what stands in the way; nothing is changed then
 */
export const mergeChoices = (
  req: PayloadRequest,
  options: FormsOptions,
  { choice, into }: { choice: string; into: string },
): Promise<{ people: number }> =>
  inTransaction(req, async () => {
    // Nobody publishes meanwhile, and of two who merge the second sees what the first has done.
    await takeTurn(req, 'forms')
    const [from, to] = [await findChoice(req, choice), await findChoice(req, into)]
    const mayKnow = options.access.decideUse({ req })
    if (!from || !to || (!mayKnow && (from.isTyped || to.isTyped))) {
      throw new Refused(404, 'This choice is no longer there.')
    }
    refuseUnlessOfOneList(from, to, options)
    await refuseWhereAskedAfter(req, options, from, to)
    const people = await countWhoChose(req, options, from)
    await req.payload.update({
      ...asCode(req),
      collection: 'choices',
      id: from.id,
      data: { mergedInto: to.key, isRetired: true },
    })
    await moveGroup(req, from, to)
    await rewritePeople(req, options)
    return { people }
  })

const findChoice = async (req: PayloadRequest, id: string): Promise<ChoiceRecord | undefined> => {
  const which = { ...asCode(req), collection: 'choices', id, disableErrors: true } as const
  const found = await req.payload.findByID(which)
  return (found as ChoiceRecord | null) ?? undefined
}

const refuseUnlessOfOneList = (
  from: ChoiceRecord,
  to: ChoiceRecord,
  { knownLists }: FormsOptions,
): void => {
  const no = (message: string): never => {
    throw new Refused(409, message)
  }
  if (from.list !== to.list) no('Only choices of the same list can be merged.')
  if (from.id === to.id) no('A choice can’t be merged into itself.')
  if (knownLists?.includes(from.list)) {
    no('The choices of this list are needed as they are: they can’t be merged.')
  }
  if (from.mergedInto) no(`“${from.label}” was merged already.`)
  if (to.mergedInto) no(`“${to.label}” was merged into another choice. Choose that one.`)
  if (!to.firstPublishedAt) {
    no(`“${to.label}” has never been published: nobody could read its name. Publish it first.`)
  }
}

/** A question that is asked only after the choice that goes would vanish for those who have answered it. */
const refuseWhereAskedAfter = async (
  req: PayloadRequest,
  options: FormsOptions,
  from: ChoiceRecord,
  to: ChoiceRecord,
): Promise<void> => {
  const kinds = options.forms.map(({ kind }) => kind)
  const edition = await findEdition(req.payload)
  const copy = await loadWorkingCopy(req, kinds)
  const ofList = new Set(copy.questions.filter(({ list }) => list === from.list).map((q) => q.key))
  const published = edition ? kinds.flatMap((kind) => askedBy(edition, kind)) : []
  const conditions = [
    ...published.map(({ name, showWhen }) => ({ name, after: showWhen?.field, ...showWhen })),
    ...copy.forms
      .flatMap(({ pages }) => pages ?? [])
      .flatMap(({ questions }) => questions ?? [])
      .map(({ onlyIf, question: name }) => ({
        name,
        after: onlyIf?.question,
        isOneOf: onlyIf?.isOneOf,
      })),
  ]
  const broken = conditions.find(
    ({ after, isOneOf }) =>
      after && ofList.has(after) && isOneOf?.includes(from.key) && !isOneOf.includes(to.key),
  )
  if (!broken) return
  const question = copy.questions.find(({ key }) => key === broken.name)?.adminLabel ?? broken.name
  throw new Refused(
    409,
    `The question “${question}” is asked after “${from.label}” and not after “${to.label}”. Add “${to.key}” to its answers on the form and publish, then merge.`,
  )
}

/**
 * How many people have chosen something, as far as staff see it on their records: what only counts in the matching is
 * not among it.
 */
export const countWhoChose = async (
  req: PayloadRequest,
  options: FormsOptions,
  { key, list }: Pick<ChoiceRecord, 'key' | 'list'>,
): Promise<number> => {
  const edition = await editionInForce(req)
  let people = 0
  for (const { collection, kind } of options.forms) {
    const columns = columnsOf(fieldsOf(req, collection)).filter((column) => column.list === list)
    const questions = everyQuestion(edition, kind).filter(
      (question) => question.list === list && isFindable(question),
    )
    const or: Where[] = [
      ...columns.map(({ name }) => ({ [name]: { in: [key] } })),
      ...questions.map(({ name }) => ({
        answerIndex: { contains: tokenOf({ key: name, value: key }) },
      })),
    ]
    if (or.length === 0) continue
    const how = { collection, where: { or }, overrideAccess: true, req }
    people += (await req.payload.count(how)).totalDocs
  }
  return people
}

const fieldsOf = ({ payload: { config } }: PayloadRequest, slug: string): FlattenedField[] =>
  config.collections.find((one) => one.slug === slug)?.flattenedFields ?? []

/** What was in the group that goes is in the one that stays. */
const moveGroup = async (
  req: PayloadRequest,
  from: ChoiceRecord,
  to: ChoiceRecord,
): Promise<void> => {
  const { docs } = await req.payload.find({
    ...asCode(req),
    collection: 'choice-lists',
    where: { groupsFrom: { equals: from.list } },
    pagination: false,
  })
  const lists = docs.map(({ key }) => key)
  if (lists.length === 0) return
  await req.payload.db.updateMany({
    collection: 'choices',
    where: { and: [{ list: { in: lists } }, { group: { equals: from.key } }] },
    data: { group: to.key },
    req,
    returning: false,
  })
}

/** Rewrites whoever holds a choice that was merged. Everybody is read: answers that staff do not see are in no index. */
const rewritePeople = async (req: PayloadRequest, options: FormsOptions): Promise<void> => {
  const merged = await loadMerged(req)
  const edition = await editionInForce(req)
  for (const { collection, kind } of options.forms) {
    const columns = columnsOf(fieldsOf(req, collection))
    const places = { columns, questions: questionsOf(edition, kind) }
    const fields = [...columns.map(({ name }) => name), 'answers', 'answerIndex']
    for await (const portion of inPortions(req, collection, fields)) {
      const changes = portion.map((row) => ({ id: row.id, ...changesBy(merged, places, row) }))
      await writeAlike(req, collection, changes)
    }
  }
}
