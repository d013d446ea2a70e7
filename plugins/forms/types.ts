import type { CollectionSlug, PayloadRequest } from 'payload'

import type { Kind } from './editions/types.ts'

type Asker = { req: Pick<PayloadRequest, 'user'> }

/** A question that the project's code has a meaning for: its answers have a field of their own. */
export type KnownQuestion = {
  /** Name of the field, and key of the question. */
  key: string
  kind: Kind
  /** Asked only after this answer; the code relies on it. */
  onlyIf?: { question: string; isOneOf: string[] }
  /** HTML autocomplete token. */
  autocomplete?: string
}

/** A form of the project: whose record its answers become. */
export type FormOptions = {
  /** Key of the form, and part of its address. */
  kind: string
  /** What staff call it, such as “Volunteer form”. */
  label: string
  /** Where the answers are kept. */
  collection: CollectionSlug
  /** Keys of the known questions that it can't do without. @default it can do without any */
  needs?: string[]
  /**
   * Keys of the known questions that its collection has fields for. Answers to others are kept as those to questions
   * that the code knows nothing of. @default all
   */
  fieldsFor?: string[]
  /**
   * Are its people matched with those of another form? Then editors say of a question what its answers do in the
   * matching, and whether the other one sees them. @default false
   */
  isMatched?: boolean
}

/** A field of a record whose choices come from a list. */
export type ChoiceFilter = { name: string; label: string; list: string }

/** How the forms of a project are content. */
export type FormsOptions = {
  forms: FormOptions[]
  /** Keys of the lists whose keys the code reads: only their words can be changed. @default none */
  knownLists?: string[]
  known: KnownQuestion[]
  access: {
    /** Who writes words, order and lists, and publishes. */
    edit: (asker: Asker) => boolean
    /** Who of them says what is done with answers. */
    decideUse: (asker: Asker) => boolean
  }
  /** From whom the collections are hidden in the admin. @default nobody: what they may do is said by `access` */
  hidden?: (args: { user: unknown }) => boolean
  /** Below the API: shows a form as it would be published; its kind is put behind it. @default no preview is offered */
  previewPath?: string
}
