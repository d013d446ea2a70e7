import type { KnownQuestion } from '../../plugins/forms/types.ts'
import { STARTER_LISTS } from '../../starter/lists.ts'

const BOTH = ['mentor', 'mentee']

/**
 * The questions that the code has a meaning for, each with a field of its own. What they are called, what is said
 * about them, where they stand and whether they must be answered is content.
 */
export const KNOWN_QUESTIONS: KnownQuestion[] = [
  { key: 'name', kind: 'name', isNeededBy: BOTH, autocomplete: 'name' },
  { key: 'email', kind: 'email', isNeededBy: BOTH, autocomplete: 'email' },
  { key: 'phone', kind: 'phone', autocomplete: 'tel' },
  { key: 'gender', kind: 'one' },
  { key: 'originChoice', kind: 'one', isNeededBy: BOTH },
  // Whether origin counts is its owner's choice.
  { key: 'country', kind: 'one', onlyIf: { question: 'originChoice', isOneOf: ['count'] } },
  { key: 'languages', kind: 'many' },
  { key: 'arrival', kind: 'monthYear', isNeededBy: BOTH },
  { key: 'pathway', kind: 'one', isNeededBy: BOTH },
  { key: 'grade', kind: 'one', isNeededBy: BOTH },
  { key: 'specialty', kind: 'one', isNeededBy: BOTH },
  { key: 'site', kind: 'one', isNeededBy: BOTH },
  { key: 'team', kind: 'text' },
  { key: 'topics', kind: 'many', isNeededBy: BOTH },
  { key: 'meetingPreference', kind: 'one', isNeededBy: BOTH },
  { key: 'genderPreference', kind: 'one' },
  { key: 'about', kind: 'textarea' },
  { key: 'capacity', kind: 'number', isNeededBy: ['mentor'] },
  { key: 'takesMentees', kind: 'yesNo', isNeededBy: ['mentor'] },
]

/** Lists whose keys the code reads. */
export const KNOWN_LISTS = STARTER_LISTS.filter(({ isKnownToCode }) => isKnownToCode).map(
  ({ id }) => id,
)
