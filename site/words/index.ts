import { confirm, links } from './confirmation.ts'
import { page } from './every-page.ts'
import { parts } from './parts.ts'
import { help } from './personal-page-help.ts'
import { match } from './personal-page-match.ts'
import { my, step } from './personal-page.ts'
import { questions } from './questions.ts'
import { later } from './sign-up-later.ts'
import { signUp } from './sign-up.ts'
import { standing } from './standing.ts'
import type { Area, Sentence } from './types.ts'

/**
 * The fixed sentences of the site's templates, in the order in which editors see them. A template takes one by its
 * key, the names of area and sentence: `{{ "parts.howToJoin" | words }}`. A key stays what it is: what editors have
 * changed is kept by it.
 */
export const AREAS: Record<string, Area> = {
  ...{ page, parts, signUp, later, questions, confirm, links, standing },
  ...{ my, step, match, help },
}

/** A sentence with the key by which templates take it, and the label of its area. */
export type Known = Sentence & { key: string; area: string }

/** All sentences by key. */
export const SENTENCES: ReadonlyMap<string, Known> = new Map(
  Object.entries(AREAS).flatMap(([name, { label, sentences }]) =>
    Object.entries(sentences).map(([own, sentence]) => {
      const key = `${name}.${own}`
      return [key, { ...sentence, key, area: label }] as const
    }),
  ),
)
