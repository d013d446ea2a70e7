import type { FormField, FormSection } from '../form-types.ts'

/**
 * The kinds of questions. `name`, `email` and `phone` are checked as what they are; what stands behind the others
 * says itself.
 */
export const KINDS = [
  { value: 'text', label: 'Short text' },
  { value: 'textarea', label: 'Long text' },
  { value: 'one', label: 'One choice from a list' },
  { value: 'many', label: 'Several choices from a list' },
  { value: 'yesNo', label: 'Yes or no' },
  { value: 'number', label: 'Number' },
  { value: 'monthYear', label: 'Month and year' },
  { value: 'date', label: 'Date' },
  { value: 'phone', label: 'Phone number' },
  { value: 'email', label: 'Email address' },
  { value: 'name', label: 'Name' },
] as const

export type Kind = (typeof KINDS)[number]['value']

/** Who sees an answer besides its owner. Whoever may see it by one of these may by the ones after it. */
export const AUDIENCES = [
  { value: 'nobody', label: 'Nobody: it only counts in the matching' },
  { value: 'coordinators', label: 'Coordinators' },
  { value: 'other', label: 'Coordinators and the other person of the match' },
] as const

export type Audience = (typeof AUDIENCES)[number]['value']

/** What an answer does in the matching. */
export const USES = [
  { value: 'none', label: 'Nothing of its own' },
  { value: 'points', label: 'Points when the answers fit' },
  { value: 'must', label: 'Must fit: never matched otherwise' },
  { value: 'mustNot', label: 'Must not be the same: never matched if they are' },
] as const

export type Use = (typeof USES)[number]['value']

/** For so many days answers are kept after their question is no longer asked, where nothing else is said. */
export const KEEP_DAYS = 180

/** One choice of a list. `key` is what is stored with people; it is never used again for something else. */
export type Choice = {
  key: string
  label: string
  hint?: string
  /** Key of a choice of the list's {@link ChoiceList.groupsFrom}. */
  group?: string
  /** Other names by which people look for it. */
  synonyms?: string[]
  /** Never counts as the same as anything, such as “another”. */
  isNeutral?: true
  /** Fits whatever the other one says, such as “I do not mind”. */
  fitsAny?: true
  /** No longer offered; whoever chose it keeps it. */
  isRetired?: true
  /** Somebody typed it, so that its name may say who they are. */
  isTyped?: true
  /** Keys of choices that were merged into this one. A form from before may still send them. */
  formerly?: string[]
}

export type ChoiceList = {
  key: string
  label: string
  /** What a sentence calls one of its choices, such as “route”. */
  noun: string
  /** The list whose choices are the groups of this one. */
  groupsFrom?: string
  choices: Choice[]
}

/** A question as an edition has it: what the form asks, and what is done with the answer. */
export type Question = FormField & {
  kind: Kind
  /** The list its choices come from. */
  list?: string
  /** Kept among a person's own answers: the code knows nothing of it. */
  isOwn?: true
  /** Its name for staff, and in the person's data. */
  adminLabel: string
  /** Its name for the other person of a match. */
  sharedLabel: string
  seenBy: Audience
  isSpecial?: true
  /** Stands in the column of answers in lists. */
  isInLists?: true
  use: Use
  /** The most points, where {@link use} is points. */
  most?: number
  /** For so many days answers to a question of the project's own are kept after it is no longer asked. */
  keepDays?: number
  /** When an edition was published that does not ask it any more. */
  unaskedSince?: string
}

/** A form as it was published: its words and its questions. */
export type FormDefinition = {
  title: string
  /** Rich text that stands above the questions, as the project's editor keeps it. */
  intro: object
  sections: (Omit<FormSection, 'fields'> & { fields: Question[] })[]
  agreement: Agreement
}

/** What people agree to at the end (`consent`, plain text), and the words round it. */
export type Agreement = { title: string; consent: string; label: string; missing: string }

/** All forms and lists as they were published together. */
export type Definition = {
  forms: Record<string, FormDefinition>
  lists: Record<string, ChoiceList>
  /** Questions that were on a form once, as they were asked last. */
  noLongerAsked: Record<string, Question[]>
}

export type Edition = Definition & { number: number }
