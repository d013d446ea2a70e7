import type { FormsOptions } from '@mentoring/forms'
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
  ],
  known: KNOWN_QUESTIONS,
  knownLists: KNOWN_LISTS,
  access: { edit: seesContent, decideUse: isCoordinator },
  hidden: hiddenUnless(seesContent),
  previewPath: '/sign-up/preview/',
}
