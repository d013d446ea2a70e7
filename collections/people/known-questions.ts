import type { KnownQuestion } from '@mentoring/forms'
import { STARTER_LISTS } from '../../starter/lists.ts'

/** Those that only mentors are asked. */
const OF_MENTORS: KnownQuestion[] = [
  { key: 'capacity', kind: 'number' },
  { key: 'takesMentees', kind: 'yesNo' },
]

/**
 * The questions that the code has a meaning for, each with a field of its own. What they are called, what is said
 * about them, where they stand and whether they must be answered is content.
 */
export const KNOWN_QUESTIONS: KnownQuestion[] = [
  { key: 'name', kind: 'name', autocomplete: 'name' },
  { key: 'email', kind: 'email', autocomplete: 'email' },
  { key: 'phone', kind: 'phone', autocomplete: 'tel' },
  { key: 'gender', kind: 'one' },
  { key: 'originChoice', kind: 'one' },
  // Whether origin counts is its owner's choice.
  { key: 'country', kind: 'one', onlyIf: { question: 'originChoice', isOneOf: ['count'] } },
  { key: 'qualifiedIn', kind: 'one', onlyIf: { question: 'originChoice', isOneOf: ['count'] } },
  { key: 'languages', kind: 'many' },
  { key: 'arrival', kind: 'monthYear' },
  { key: 'pathway', kind: 'one' },
  { key: 'grade', kind: 'one' },
  { key: 'specialty', kind: 'one' },
  { key: 'site', kind: 'one' },
  { key: 'team', kind: 'one' },
  // After which team it is asked is content: a form may ask for the name alone.
  { key: 'teamName', kind: 'text' },
  { key: 'topics', kind: 'many' },
  { key: 'meetingPreference', kind: 'one' },
  { key: 'genderPreference', kind: 'one' },
  { key: 'about', kind: 'textarea' },
  ...OF_MENTORS,
]

const keysOf = (questions: KnownQuestion[]) => questions.map(({ key }) => key)

/** Those that mentors and mentees have fields for. */
export const ON_BOTH = keysOf(KNOWN_QUESTIONS.filter((question) => !OF_MENTORS.includes(question)))

/** What the programme can't do without. */
export const NEEDED_BY_BOTH = [
  'name',
  'email',
  'originChoice',
  'arrival',
  'pathway',
  'grade',
  'specialty',
  'site',
  'topics',
  'meetingPreference',
]
export const NEEDED_BY_MENTORS = [...NEEDED_BY_BOTH, ...keysOf(OF_MENTORS)]

/** Lists whose keys the code reads. */
export const KNOWN_LISTS = STARTER_LISTS.filter(({ isKnownToCode }) => isKnownToCode).map(
  ({ id }) => id,
)
