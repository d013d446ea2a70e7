import { optionNamed } from '@mentoring/forms/find-option'
import type { FormField } from '@mentoring/forms/form-types'

import type { Say } from './words.ts'

/** What someone typed or chose, by input name, as the browser sent it. */
export type FormValues = Record<string, string | string[]>

/** Which component asks a question, and how. */
export type ComponentView = {
  /** Which part of the form template asks it. */
  component:
    | 'characterCount'
    | 'checkboxes'
    | 'consent'
    | 'dateInput'
    | 'input'
    | 'radios'
    | 'select'
    | 'selects'
  /** That component's options, as nhsuk-frontend names them. */
  params: Record<string, unknown>
}

/** How many answers a `selects` question takes when its field does not say. */
const DEFAULT_ROWS = 3

/** So many selects, or so many more than are answered, do without a script. */
const FIRST_ROWS = 6
const MORE_ROWS = 3

/** A list that is longer is searched by typing, where scripts run: see assets/type-ahead. */
const LONGEST_PLAIN_LIST = 40

const YES_OR_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

/** The options of a question; those of yes or no are always the same. */
export const optionsOf = (field: FormField): NonNullable<FormField['options']> =>
  field.type === 'yesNo' ? YES_OR_NO : (field.options ?? [])

/** A question as it is asked now. */
export type Asked = {
  field: FormField
  values: FormValues
  error?: string
  hasFocus: boolean
  /** Size of the label; a question inside another one has a plain label. */
  labelClass: '' | 's'
  say: Say
}

/** The component that asks a question, with all its options. */
export const componentOf = (asked: Asked): ComponentView => {
  switch (asked.field.type) {
    case 'checkboxes':
      return checkboxes(asked)
    case 'consent':
      return consent(asked)
    case 'date':
    case 'monthYear':
      return dateInput(asked)
    case 'radios':
    case 'yesNo':
      return radios(asked)
    case 'select':
      return select(asked)
    case 'selects':
      return selects(asked)
    case 'textarea':
      return characterCount(asked)
    default:
      return input(asked)
  }
}

const input = (asked: Asked) => {
  const { field, values } = asked
  return {
    component: 'input' as const,
    params: {
      ...labelled(asked),
      name: field.name,
      value: oneOf(values, field.name),
      autocomplete: field.autocomplete,
      attributes: focusOf(asked),
      ...(field.type === 'email' && { type: 'email', spellcheck: false }),
      ...(field.type === 'tel' && { type: 'tel', width: 20 }),
      ...(field.autocomplete === 'one-time-code' && { inputmode: 'numeric', width: 10 }),
      // Browsers' number inputs change a value by scrolling and drop what they can't read.
      ...(field.type === 'number' && {
        inputmode: 'numeric',
        spellcheck: false,
        width: String(field.max ?? '').length === 1 ? 2 : 5,
      }),
    },
  }
}

const characterCount = (asked: Asked) => {
  const { field, values } = asked
  return {
    component: 'characterCount' as const,
    params: {
      ...labelled(asked),
      name: field.name,
      value: oneOf(values, field.name),
      maxlength: field.maxLength,
      attributes: focusOf(asked),
    },
  }
}

const select = (asked: Asked) => {
  const { field, say, values } = asked
  const typed = oneOf(values, field.name)
  const chosen = valueOf(field, typed)
  return {
    component: 'select' as const,
    params: {
      ...labelled(asked),
      name: field.name,
      items: selectItems(field, chosen ?? '', say),
      attributes: {
        ...focusOf(asked),
        ...(isTypeAhead(field) && {
          'data-type-ahead': true,
          'data-typed': optional(chosen === undefined && typed),
        }),
      },
    },
  }
}

const selects = (asked: Asked) => {
  const { field, say, values } = asked
  const typed = manyOf(values, field.name).filter(Boolean)
  const chosen = typed.flatMap((text) => valueOf(field, text) ?? [])
  const most = field.maxRows ?? DEFAULT_ROWS
  const length = Math.min(most, Math.max(FIRST_ROWS, chosen.length + MORE_ROWS))
  const noun = rowLabel(field.name).toLowerCase()
  return {
    component: 'selects' as const,
    params: {
      ...grouped(asked),
      id: field.name,
      attributes: isTypeAhead(field) && {
        'data-type-ahead': true,
        'data-most': most,
        'data-add': say('questions.add', { what: `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}` }),
        'data-full': say('questions.full', { number: most }),
        'data-typed': optional(typed.find((text) => valueOf(field, text) === undefined)),
      },
      rows: Array.from({ length }, (_, row) => ({
        id: row === 0 ? field.name : `${field.name}-${row + 1}`,
        name: field.name,
        label: { text: `${rowLabel(field.name)} ${row + 1}` },
        items: selectItems(field, chosen[row] ?? '', say, row === 0),
        errorMessage: asked.error !== undefined,
        attributes: row === 0 ? focusOf(asked) : {},
      })),
    },
  }
}

const radios = (asked: Asked) => {
  const { field, values } = asked
  const value = valueOf(field, oneOf(values, field.name))
  return {
    component: 'radios' as const,
    params: {
      ...grouped(asked),
      name: field.name,
      isInline: field.type === 'yesNo',
      items: choiceItems(asked, (option) => option === value),
    },
  }
}

const checkboxes = (asked: Asked) => {
  const { field, values } = asked
  const chosen = manyOf(values, field.name)
  return {
    component: 'checkboxes' as const,
    params: {
      ...grouped(asked),
      name: field.name,
      items: choiceItems(asked, (option) => chosen.includes(option)),
    },
  }
}

const consent = ({ field, values, error, ...asked }: Asked) => ({
  component: 'consent' as const,
  params: {
    name: field.name,
    hint: field.hint && { text: field.hint },
    errorMessage: error && { text: error },
    describedBy: `${field.name}-statement`,
    items: [
      {
        value: 'yes',
        text: field.label,
        checked: oneOf(values, field.name) === 'yes',
        attributes: focusOf(asked),
      },
    ],
  },
})

const DATE_PARTS = [
  { name: 'day', label: 'questions.day', width: 2 },
  { name: 'month', label: 'questions.month', width: 2 },
  { name: 'year', label: 'questions.year', width: 4 },
]

const dateInput = (asked: Asked) => {
  const { field, say, values } = asked
  const names = field.type === 'date' ? DATE_PARTS : DATE_PARTS.slice(1)
  const items = names.map(({ label, name, width }, index) => ({
    id: `${field.name}-${name}`,
    name: `${field.name}-${name}`,
    label: say(label),
    value: oneOf(values, `${field.name}-${name}`),
    width,
    attributes: index === 0 ? focusOf(asked) : {},
  }))
  return {
    component: 'dateInput' as const,
    params: { ...grouped(asked), id: field.name, items },
  }
}

/** The question as it is asked: it says itself when it may be left out. */
const textOf = ({ field: { label, required }, say }: Asked): string =>
  required ? label : say('questions.optional', { question: label })

/** Options of a component with one input, which has a label. */
const labelled = ({ error, ...asked }: Asked) => ({
  id: asked.field.name,
  label: { text: textOf(asked), size: asked.labelClass },
  hint: asked.field.hint && { text: asked.field.hint },
  errorMessage: error && { text: error },
})

/** Options of a component with several inputs, which are a group with a legend. */
const grouped = ({ error, ...asked }: Asked) => ({
  fieldset: { legend: { text: textOf(asked), size: asked.labelClass } },
  hint: asked.field.hint && { text: asked.field.hint },
  errorMessage: error && { text: error },
})

const choiceItems = (asked: Asked, isChosen: (value: string) => boolean) =>
  optionsOf(asked.field).map(({ value, label, hint }, index) => ({
    value,
    text: label,
    hint: hint && { text: hint },
    checked: isChosen(value),
    attributes: index === 0 ? focusOf(asked) : {},
  }))

/** What is not offered any more stands there only for who has chosen it. */
const selectItems = (field: FormField, chosen: string, say: Say, hasSynonyms = true) => [
  { value: '', text: say('questions.select'), selected: chosen === '' },
  ...optionsOf(field)
    .filter(({ value, isRetired }) => !isRetired || value === chosen)
    .map(({ value, label, synonyms }) => ({
      value,
      text: label,
      selected: value === chosen,
      attributes: {
        'data-synonyms': optional(hasSynonyms && isTypeAhead(field) && synonyms?.join('|')),
      },
    })),
]

const isTypeAhead = (field: FormField): boolean =>
  optionsOf(field).filter(({ isRetired }) => !isRetired).length > LONGEST_PLAIN_LIST

/** The value of the option somebody chose or named. */
const valueOf = (field: FormField, typed: string): string | undefined =>
  optionNamed(optionsOf(field), typed)?.value

/** An attribute that is left out when there is nothing to say. */
const optional = (value: string | false | undefined) => ({
  value: value || undefined,
  optional: true,
})

const focusOf = ({ hasFocus }: Pick<Asked, 'hasFocus'>) =>
  hasFocus ? { autofocus: { value: true, optional: true } } : {}

/** The text sent under a name; the first one if a browser sent several. */
const oneOf = (values: FormValues, name: string): string => manyOf(values, name)[0] ?? ''

const manyOf = (values: FormValues, name: string): string[] => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/**
 * What the selects of one question are called, made from the field's name: a singular noun.
 *
 * @example rowLabel('languages') // 'Language'
 */
export const rowLabel = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  const singular = words.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
  return singular.charAt(0).toUpperCase() + singular.slice(1)
}
