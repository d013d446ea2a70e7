import type { FormField } from '../form-types.ts'
import { mergedAmong } from '../merging/merged.ts'
import { slugOf } from '../slug.ts'
import type { FormOptions, FormsOptions, KnownQuestion } from '../types.ts'
import { askedBy, everyQuestion } from './questions-of.ts'
import {
  type Choice,
  type ChoiceList,
  type Definition,
  type FormDefinition,
  KEEP_DAYS,
  type Question,
} from './types.ts'
import type {
  ChoiceRecord,
  FormRecord,
  ListRecord,
  QuestionRecord,
  WordsRecord,
  WorkingCopy,
} from './working-copy.ts'

/** What stands in the way of publishing, and where it is put right, below the admin's path. */
export type Problem = { text: string; path: string }

/** More choices than this stand in a select instead of radios. */
const MOST_RADIOS = 5
/** More choices than this stand in selects instead of checkboxes. */
const MOST_CHECKBOXES = 15

/**
 * Puts forms, questions and lists together as an edition has them.
 *
 * @param before the edition in force: questions that it asks and this one does not stay known
 * @param now when it is published
 * @returns the definition can be published only when there are no problems
 */
export const resolve = (
  copy: WorkingCopy,
  { forms, known }: Pick<FormsOptions, 'forms' | 'known'>,
  before?: Definition,
  now = new Date(),
): { definition: Definition; problems: Problem[] } => {
  const problems: Problem[] = []
  const lists = Object.fromEntries(
    copy.lists.map((list) => [list.key, listOf(list, copy, problems)]),
  )
  const definition: Definition = { forms: {}, lists, noLongerAsked: {} }
  for (const options of forms) {
    const { kind, label } = options
    const record = copy.forms.find((form) => form.kind === kind)
    if (!record) {
      // One that is not written yet stands in nobody's way.
      if (before?.forms[kind])
        problems.push({ text: `The form “${label}” is missing. Add it again.`, path: FORMS })
      continue
    }
    definition.forms[kind] = formOf({ record, options, copy, known, lists, problems })
    const asked = new Set(askedBy(definition, kind).map(({ name }) => name))
    const earlier = before ? everyQuestion(before, kind) : []
    definition.noLongerAsked[kind] = earlier
      .filter(({ name }) => !asked.has(name))
      .map((question) => ({
        ...question,
        unaskedSince: question.unaskedSince ?? now.toISOString(),
        // That can be changed until the answers are gone.
        ...keepingOf(question, copy),
      }))
  }
  if (Object.keys(definition.forms).length === 0) {
    problems.push({ text: 'There is no form yet. Add one.', path: FORMS })
  }
  problems.push(...problemsOfUse(definition, copy, forms))
  return { definition, problems }
}

const FORMS = '/collections/sign-up-forms'
const keepingOf = ({ isOwn, name }: Pick<Question, 'isOwn' | 'name'>, { questions }: WorkingCopy) =>
  isOwn && { keepDays: questions.find(({ key }) => key === name)?.keepDays ?? KEEP_DAYS }

const at = {
  list: ({ id }: ListRecord) => `/collections/choice-lists/${id}`,
  choice: ({ id }: ChoiceRecord) => `/collections/choices/${id}`,
  question: ({ id }: QuestionRecord) => `/collections/questions/${id}`,
  form: ({ id }: FormRecord) => `${FORMS}/${id}`,
}

const listOf = (list: ListRecord, copy: WorkingCopy, problems: Problem[]): ChoiceList => {
  const entries = copy.choices.filter((choice) => choice.list === list.key)
  const groups = copy.choices.filter((choice) => choice.list === list.groupsFrom)
  for (const choice of list.groupsFrom ? entries : []) {
    if (!choice.group || groups.some(({ key }) => key === choice.group)) continue
    problems.push({
      text: `The choice “${choice.label}” of the list “${list.label}” is in the group “${choice.group}”, which there is not. Choose one of the list of groups.`,
      path: at.choice(choice),
    })
  }
  const ends = mergedAmong(entries).get(list.key)
  const chosen = entries.map((choice) => {
    const formerly = [...(ends ?? [])].flatMap(([key, end]) => (end === choice.key ? [key] : []))
    return choiceOf(choice, list, formerly)
  })
  return {
    key: list.key,
    label: list.label,
    noun: list.noun,
    ...(list.groupsFrom && { groupsFrom: list.groupsFrom }),
    choices: list.order === 'alphabet' ? chosen.sort(byAlphabet) : chosen,
  }
}

const choiceOf = (
  choice: ChoiceRecord,
  { groupsFrom }: ListRecord,
  formerly: string[],
): Choice => ({
  key: choice.key,
  label: choice.label,
  ...(choice.hint && { hint: choice.hint }),
  // Nobody sees or changes a group where the list has none any more.
  ...(groupsFrom && choice.group && { group: choice.group }),
  ...(choice.synonyms?.length && { synonyms: choice.synonyms }),
  ...(choice.isNeutral && { isNeutral: true }),
  ...(choice.fitsAny && { fitsAny: true }),
  ...(choice.isRetired && { isRetired: true }),
  ...(choice.isTyped && { isTyped: true }),
  ...(formerly.length > 0 && { formerly }),
})

const COLLATOR = new Intl.Collator('en-GB')

/** “Another …” comes last. */
const byAlphabet = (a: Choice, b: Choice): number =>
  Number(a.isNeutral ?? false) - Number(b.isNeutral ?? false) || COLLATOR.compare(a.label, b.label)

type Place = {
  record: FormRecord
  options: FormOptions
  copy: WorkingCopy
  known: KnownQuestion[]
  lists: Record<string, ChoiceList>
  problems: Problem[]
}

const formOf = (place: Place): FormDefinition => {
  const { copy, options, problems, record } = place
  const path = at.form(record)
  const say = (text: string) => problems.push({ text: `${record.label}: ${text}`, path })
  const { agreement, intro, title } = record
  if (isBlank(title)) say('it has no title.')
  if (isBlank(agreement.consent)) say('it does not say what people agree to.')
  const asked: Question[] = []
  const titles = new Set<string>()
  const sections: FormDefinition['sections'] = []
  for (const page of record.pages ?? []) {
    const heading = page.title.trim()
    if (titles.has(heading.toLowerCase())) say(`two pages have the title “${heading}”.`)
    titles.add(heading.toLowerCase())
    const fields: Question[] = []
    for (const row of page.questions ?? []) {
      const question = copy.questions.find(({ key }) => key === row.question)
      if (!question) {
        say(`there is no question “${row.question}”. Choose another one, or take the row off.`)
      } else if (asked.some(({ name }) => name === question.key)) {
        say(`the question “${question.adminLabel}” is asked twice.`)
      } else {
        const field = questionOf(question, row, place, asked)
        asked.push(field)
        fields.push(field)
      }
    }
    if (fields.length === 0) say(`the page “${heading}” asks nothing.`)
    const taken = sections.map(({ slug }) => slug)
    sections.push({
      title: heading,
      slug: slugOf(heading, taken),
      ...(page.lead && { lead: page.lead }),
      fields,
    })
  }
  for (const key of options.needs ?? []) {
    if (asked.some(({ name }) => name === key)) continue
    const label = copy.questions.find((question) => question.key === key)?.adminLabel ?? key
    say(`the question “${label}” is missing. The form can’t do without it.`)
  }
  const { consent, label, missing, title: heading } = agreement
  return { title, intro, sections, agreement: { title: heading, consent, label, missing } }
}

/** Spaces are saved as they are typed. */
const isBlank = (text: string): boolean => text.trim() === ''

type Row = NonNullable<NonNullable<FormRecord['pages']>[number]['questions']>[number]

const questionOf = (
  question: QuestionRecord,
  row: Row,
  { copy, known, lists, options, problems, record }: Place,
  before: Question[],
): Question => {
  const { adminLabel, key, kind } = question
  const path = at.question(question)
  const say = (text: string) => problems.push({ text: `Question “${adminLabel}”: ${text}`, path })
  const words: WordsRecord = question.words[record.kind] ?? {}
  const { fieldsFor, isMatched = false } = options
  const hasField = fieldsFor?.includes(key) ?? true
  const code = hasField ? known.find((one) => one.key === key) : undefined
  const { seenBy = 'coordinators', use = 'none' }: Pick<QuestionRecord, 'seenBy' | 'use'> =
    isMatched ? question : {}
  if (!words.label) say(`it has no words for the ${record.label.toLowerCase()}.`)
  const label = words.label ?? adminLabel
  const list = question.list ? lists[question.list] : undefined
  const offered = list?.choices.filter(({ isRetired }) => !isRetired) ?? []
  if ((kind === 'one' || kind === 'many') && !list) {
    say('choose the list that people choose from.')
  } else if (list && offered.length < 2) {
    say(`its list “${list.label}” has fewer than two choices that are offered.`)
  }
  if (question.min != null && question.max != null && question.min > question.max) {
    say('its smallest number is larger than its largest.')
  }
  const onlyIf = code?.onlyIf ?? conditionOf(row)
  if (onlyIf) checkCondition(onlyIf, { before, lists, say })
  return {
    name: key,
    kind,
    type: typeOf(kind, offered.length),
    label,
    ...hintOf(words),
    required: row.isRequired === true,
    ...(list && { list: list.key, options: offered.map(optionOf) }),
    ...limitsOf(question),
    ...(code?.autocomplete && { autocomplete: code.autocomplete }),
    ...(onlyIf && { showWhen: { field: onlyIf.question, isOneOf: onlyIf.isOneOf } }),
    missing: words.missing || `Answer the question “${label}”`,
    invalid: words.invalid || words.missing || `Check your answer to “${label}”`,
    ...(!code && { isOwn: true, ...keepingOf({ isOwn: true, name: key }, copy) }),
    adminLabel,
    sharedLabel: words.shared || adminLabel,
    seenBy,
    ...(question.isSpecial && { isSpecial: true }),
    ...(question.isInLists && { isInLists: true }),
    use: code ? 'none' : use,
    ...(use === 'points' && { most: question.most ?? 10 }),
  }
}

const typeOf = (kind: Question['kind'], offered: number): FormField['type'] => {
  switch (kind) {
    case 'one':
      return offered > MOST_RADIOS ? 'select' : 'radios'
    case 'many':
      return offered > MOST_CHECKBOXES ? 'selects' : 'checkboxes'
    case 'phone':
      return 'tel'
    default:
      return kind
  }
}

const hintOf = ({ hint, why }: WordsRecord): { hint?: string } => {
  const whole = [hint, why].filter(Boolean).join(' ')
  return whole ? { hint: whole } : {}
}

const optionOf = ({ formerly, hint, key, label, synonyms }: Choice) => ({
  value: key,
  label,
  ...(hint && { hint }),
  ...(synonyms && { synonyms }),
  ...(formerly && { formerly }),
})

const limitsOf = ({ max, maxChoices, maxLength, min }: QuestionRecord): Partial<Question> => ({
  ...(maxLength != null && { maxLength }),
  ...(min != null && { min }),
  ...(max != null && { max }),
  ...(maxChoices != null && { maxRows: maxChoices }),
})

type Condition = { question: string; isOneOf: string[] }

const conditionOf = ({ onlyIf }: Row): Condition | undefined =>
  onlyIf?.question ? { question: onlyIf.question, isOneOf: onlyIf.isOneOf ?? [] } : undefined

const checkCondition = (
  { isOneOf, question }: Condition,
  {
    before,
    lists,
    say,
  }: { before: Question[]; lists: Record<string, ChoiceList>; say: (text: string) => unknown },
): void => {
  const parent = before.find(({ name }) => name === question)
  if (!parent) {
    say(`it is asked after an answer to “${question}”, which is not asked before it.`)
    return
  }
  const offered =
    parent.kind === 'yesNo'
      ? ['true', 'false']
      : parent.kind === 'one' && parent.list
        ? (lists[parent.list]?.choices.map(({ key }) => key) ?? [])
        : []
  const unknown = isOneOf.filter((answer) => !offered.includes(answer))
  if (isOneOf.length === 0) say(`say after which answers to “${parent.adminLabel}” it is asked.`)
  if (unknown.length > 0) {
    say(`“${unknown.join('”, “')}” is no answer to “${parent.adminLabel}”.`)
  }
}

/** Answers that can be compared. */
const COMPARABLE = new Set(['one', 'many', 'yesNo', 'number', 'monthYear', 'date'])

const problemsOfUse = (
  definition: Definition,
  { questions }: WorkingCopy,
  forms: FormOptions[],
): Problem[] => {
  const kinds = forms
    .filter(({ isMatched, kind }) => isMatched && definition.forms[kind])
    .map(({ kind }) => kind)
  return questions.flatMap((question) => {
    const { adminLabel, isSpecial, key, kind, use = 'none' } = question
    if (use === 'none') return []
    const say = (text: string) => [
      { text: `Question “${adminLabel}”: ${text}`, path: at.question(question) },
    ]
    if (isSpecial) return say('a special category of data can’t be used in the matching.')
    if (!COMPARABLE.has(kind)) return say('answers of this kind can’t be compared in the matching.')
    const isAskedBy = (form: string) => askedBy(definition, form).some(({ name }) => name === key)
    return kinds.every(isAskedBy)
      ? []
      : say(
          'the matching compares the answers of two people, so both forms must ask it. Ask it on both, or choose “Nothing of its own”.',
        )
  })
}
