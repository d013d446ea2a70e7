import type { PayloadRequest } from 'payload'

import type { Agreement, Kind, Question } from './types.ts'

/** What the admin holds: it becomes an edition when it is published. */
export type WorkingCopy = {
  lists: ListRecord[]
  choices: ChoiceRecord[]
  questions: QuestionRecord[]
  forms: FormRecord[]
}

type Maybe<T> = T | null | undefined

type WithId = { id: string; firstPublishedAt?: Maybe<string> }

export type ListRecord = WithId & {
  key: string
  label: string
  noun: string
  order: 'alphabet' | 'asPlaced'
  groupsFrom?: Maybe<string>
}

export type ChoiceRecord = WithId & {
  list: string
  key: string
  label: string
  hint?: Maybe<string>
  group?: Maybe<string>
  synonyms?: Maybe<string[]>
  isNeutral?: Maybe<boolean>
  fitsAny?: Maybe<boolean>
  isRetired?: Maybe<boolean>
  isTyped?: Maybe<boolean>
  mergedInto?: Maybe<string>
}

export type WordsRecord = Partial<
  Record<'hint' | 'invalid' | 'label' | 'missing' | 'shared' | 'why', Maybe<string>>
>

export type QuestionRecord = WithId &
  Pick<Question, 'adminLabel'> &
  /** Where people are matched. */
  Partial<Pick<Question, 'seenBy' | 'use'>> & {
    key: string
    kind: Kind
    list?: Maybe<string>
    maxLength?: Maybe<number>
    min?: Maybe<number>
    max?: Maybe<number>
    maxChoices?: Maybe<number>
    most?: Maybe<number>
    keepDays?: Maybe<number>
    isSpecial?: Maybe<boolean>
    isInLists?: Maybe<boolean>
  } & {
    /** By kind of form. */
    words: Record<string, WordsRecord>
  }

export type FormRecord = {
  id: string
  kind: string
  label: string
  title: string
  /** Rich text. */
  intro: object
  agreement: Agreement
  pages?: Maybe<
    {
      title: string
      lead?: Maybe<string>
      questions?: Maybe<
        {
          question: string
          isRequired?: Maybe<boolean>
          onlyIf?: Maybe<{ question?: Maybe<string>; isOneOf?: Maybe<string[]> }>
        }[]
      >
    }[]
  >
}

/** Reads the working copy as it is saved now. */
export const loadWorkingCopy = async (
  req: PayloadRequest,
  kinds: string[],
): Promise<WorkingCopy> => {
  const all = async <T>(collection: Collection, sort: string): Promise<T[]> => {
    const found = await req.payload.find({
      collection,
      sort,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    // The caller names the type that belongs to the collection.
    return found.docs as unknown as T[]
  }
  const questions = await all<QuestionRecord>('questions', 'adminLabel')
  return {
    lists: await all('choice-lists', 'label'),
    choices: await all('choices', '_order'),
    questions: questions.map((question) => ({
      ...question,
      words: Object.fromEntries(
        kinds.map((kind) => [
          kind,
          // Its groups are named as the forms are.
          ((question as unknown as Record<string, unknown>)[kind] ?? {}) as WordsRecord,
        ]),
      ),
    })),
    forms: await all('sign-up-forms', 'label'),
  }
}

type Collection = 'choice-lists' | 'choices' | 'questions' | 'sign-up-forms'
