import type { FormOptions, FormsOptions } from '@mentoring/forms'
import type { CollectionSlug } from 'payload'

import { FURTHER_FORMS } from './further-forms.ts'
import { hiddenUnless, isCoordinator, seesContent } from './access.ts'
import {
  KNOWN_LISTS,
  KNOWN_QUESTIONS,
  NEEDED_BY_BOTH,
  NEEDED_BY_MENTORS,
  ON_BOTH,
} from './people/known-questions.ts'

/** Whose forms are content, and who changes what about them. */
export const FORMS: FormsOptions = {
  forms: [
    {
      kind: 'mentor',
      label: 'Mentor sign-up form',
      collection: 'mentors',
      needs: NEEDED_BY_MENTORS,
      isMatched: true,
    },
    {
      kind: 'mentee',
      label: 'Mentee sign-up form',
      collection: 'mentees',
      needs: NEEDED_BY_BOTH,
      fieldsFor: ON_BOTH,
      isMatched: true,
    },
    ...FURTHER_FORMS.map(({ collection, kind, label }) => ({
      kind,
      label,
      // The types know it once they are generated.
      collection: collection as CollectionSlug,
      needs: ['name', 'email'],
      fieldsFor: ['name', 'email'],
    })),
  ],
  known: KNOWN_QUESTIONS,
  knownLists: KNOWN_LISTS,
  access: { edit: seesContent, decideUse: isCoordinator },
  hidden: hiddenUnless(seesContent),
  previewPath: '/sign-up/preview/',
}

/** Keys of all forms. */
export const KINDS = FORMS.forms.map(({ kind }) => kind)

/** The form whose answers a collection keeps; nothing for any other collection. */
export const formIn = (collection: string): FormOptions | undefined =>
  FORMS.forms.find((form) => form.collection === collection)
