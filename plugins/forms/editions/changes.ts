import { isDeepStrictEqual as isSame } from 'node:util'

import { askedBy } from './questions-of.ts'
import type { Choice, Definition, FormDefinition, Question } from './types.ts'

/**
 * What is different between two editions, a sentence each, for whoever publishes and for the record. PostgreSQL keeps
 * the parts of an object in an order of its own, so their order says nothing.
 *
 * @param labels names of the forms, by kind
 */
export const changesBetween = (
  before: Definition | undefined,
  after: Definition,
  labels: Record<string, string>,
): string[] => {
  if (!before) return ['The first edition.']
  return [...changesOfForms(before, after, labels), ...changesOfLists(before, after)]
}

const changesOfForms = (
  before: Definition,
  after: Definition,
  labels: Record<string, string>,
): string[] =>
  Object.keys(after.forms).flatMap((kind) => {
    const form = labels[kind] ?? kind
    if (!before.forms[kind]) return [`${form} is new.`]
    const say = (text: string) => `${form}: ${text}`
    const was = askedBy(before, kind)
    const is = askedBy(after, kind)
    const named = (question: Question) => `“${question.adminLabel}”`
    const added = is.filter(({ name }) => !was.some((one) => one.name === name))
    const gone = was.filter(({ name }) => !is.some((one) => one.name === name))
    const changed = is.flatMap((question) => {
      const old = was.find(({ name }) => name === question.name)
      const parts = old ? partsThatDiffer(old, question) : []
      return parts.length > 0 ? [say(`${named(question)}: ${parts.join(', ')} changed.`)] : []
    })
    const order = (questions: Question[], others: Question[]) =>
      questions
        .filter(({ name }) => others.some((one) => one.name === name))
        .map(({ name }) => name)
    const isMoved = order(was, is).join() !== order(is, was).join()
    const pages = (definition: Definition) =>
      JSON.stringify(
        definition.forms[kind]?.sections.map(({ fields, lead, title }) => [
          title,
          lead,
          fields.length,
        ]),
      )
    return [
      ...wordsThatDiffer(before.forms[kind], after.forms[kind]!).map(say),
      ...added.map((question) => say(`${named(question)} is asked.`)),
      ...gone.map((question) => say(`${named(question)} is no longer asked.`)),
      ...changed,
      ...(after.noLongerAsked[kind] ?? [])
        .filter(({ keepDays, name }) =>
          before.noLongerAsked[kind]?.some((old) => old.name === name && old.keepDays !== keepDays),
        )
        .map((question) => say(`${named(question)}: ${KEEPING} changed.`)),
      ...(isMoved ? [say('questions are in another order.')] : []),
      ...(!isMoved && added.length + gone.length === 0 && pages(before) !== pages(after)
        ? [say('pages changed.')]
        : []),
    ]
  })

/** The words of a form besides its questions, and what is said when they change. */
const WORDS: [says: string, words: (form: FormDefinition) => unknown][] = [
  ['its title changed.', ({ title }) => title],
  ['the text above the questions changed.', ({ intro }) => intro],
  ['what people agree to changed.', ({ agreement }) => agreement.consent],
  [
    'the words round the agreement changed.',
    ({ agreement: { label, missing, title } }) => [title, label, missing],
  ],
]

const wordsThatDiffer = (before: FormDefinition | undefined, after: FormDefinition): string[] =>
  WORDS.filter(([, words]) => !isSame(before && words(before), words(after))).map(([says]) => says)
const KEEPING = 'how long answers are kept once it is not asked'

/** Parts of a question, in the words of the admin. What follows from a list is said of the list. */
const PARTS: Partial<Record<keyof Question, string>> = {
  label: 'words',
  hint: 'hint',
  missing: 'words for no answer',
  invalid: 'words for a wrong answer',
  required: 'whether it must be answered',
  showWhen: 'when it is asked',
  maxLength: 'longest answer',
  min: 'smallest number',
  max: 'largest number',
  maxRows: 'most choices',
  list: 'list',
  kind: 'kind',
  adminLabel: 'name',
  sharedLabel: 'name for the other person',
  seenBy: 'who sees the answer',
  isSpecial: 'special category',
  isInLists: 'place in lists',
  use: 'what it does in the matching',
  most: 'points',
  keepDays: KEEPING,
}

const partsThatDiffer = (before: Question, after: Question): string[] =>
  (Object.keys(PARTS) as (keyof Question)[])
    .filter((part) => !isSame(before[part], after[part]))
    .map((part) => PARTS[part]!)

/** All editors read it, and later whoever sees the editions. */
const named = ({ isTyped, label }: Choice): string =>
  isTyped ? 'a choice in the words of one person' : `“${label}”`

const changesOfLists = (before: Definition, after: Definition): string[] =>
  Object.values(after.lists).flatMap((list) => {
    const old = before.lists[list.key]
    if (!old) return [`List “${list.label}” is new.`]
    const say = (text: string) => `List “${list.label}”: ${text}`
    const of = (choices: Choice[], key: string) => choices.find((choice) => choice.key === key)
    const keys = (choices: Choice[]) => choices.map(({ key }) => key)
    const added = list.choices.filter(({ key }) => !of(old.choices, key))
    const others = list.choices.flatMap((choice) => {
      const was = of(old.choices, choice.key)
      if (!was || isSame(was, choice)) return []
      const now = list.choices.find(({ formerly }) => formerly?.includes(choice.key))
      if (now && !of(old.choices, now.key)?.formerly?.includes(choice.key)) {
        return [say(`${named(was)} was merged into ${named(now)}.`)]
      }
      const { formerly: _, ...before } = was
      const { formerly: __, ...after } = choice
      if (isSame(before, after)) return []
      if (was.label !== choice.label) return [say(`${named(was)} is called ${named(choice)}.`)]
      if (Boolean(was.isRetired) !== Boolean(choice.isRetired)) {
        return [
          say(`${named(choice)} is ${choice.isRetired ? 'no longer offered' : 'offered again'}.`),
        ]
      }
      return [say(`${named(choice)} changed.`)]
    })
    const isSorted =
      keys(old.choices.filter(({ key }) => of(list.choices, key))).join() ===
      keys(list.choices.filter(({ key }) => of(old.choices, key))).join()
    const isRenamed = old.label !== list.label || old.noun !== list.noun
    return [
      ...added.map((choice) => say(`${named(choice)} is new.`)),
      ...others,
      ...(isSorted || others.length > 0 ? [] : [say('choices are in another order.')]),
      ...(isRenamed ? [say('its name changed.')] : []),
      ...(old.groupsFrom !== list.groupsFrom ? [say('its groups changed.')] : []),
    ]
  })
