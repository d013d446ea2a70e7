import type { FormsOptions } from '../plugins/forms/types.ts'
import { hiddenUnless, isCoordinator, seesContent } from './access.ts'
import { KNOWN_LISTS, KNOWN_QUESTIONS } from './people/known-questions.ts'

/** Whose forms are content, and who changes what about them. */
export const FORMS: FormsOptions = {
  forms: [
    { kind: 'mentor', label: 'Mentor sign-up form', collection: 'mentors' },
    { kind: 'mentee', label: 'Mentee sign-up form', collection: 'mentees' },
  ],
  known: KNOWN_QUESTIONS,
  knownLists: KNOWN_LISTS,
  access: { edit: seesContent, decideUse: isCoordinator },
  hidden: hiddenUnless(seesContent),
  previewPath: '/sign-up/preview/',
}
