import { STARTER_SIGN_UP_WORDS } from './sign-up-words.ts'

/**
 * The questions and forms a new installation starts with. They are content from then on: a change here no longer
 * reaches an installation that was ever started.
 */

import { ANOTHER_TEAM } from './lists/teams.ts'

type Words = Partial<Record<'hint' | 'invalid' | 'label' | 'missing' | 'shared' | 'why', string>>

/** A question; `key` is the name of the field that its answers have. */
export type StarterQuestion = {
  key: string
  kind:
    | 'email'
    | 'many'
    | 'monthYear'
    | 'name'
    | 'number'
    | 'one'
    | 'phone'
    | 'text'
    | 'textarea'
    | 'yesNo'
  list?: string
  adminLabel: string
  seenBy: 'coordinators' | 'other'
  purpose: string
  maxLength?: number
  min?: number
  max?: number
  maxChoices?: number
  isSpecial?: true
  mentor?: Words
  mentee?: Words
}

/** The same words on both forms. */
export const both = (words: Words) => ({ mentor: words, mentee: words })

/** The most mentees one mentor can offer to take at a time. */
export const MOST_PLACES = 5

const TEAM_PURPOSE = 'To keep close colleagues apart.'

const MATCHING = 'To find people who suit each other.'

export const STARTER_QUESTIONS: StarterQuestion[] = [
  {
    key: 'name',
    kind: 'name',
    adminLabel: 'Full name',
    maxLength: 100,
    seenBy: 'other',
    purpose: 'To know and to address people.',
    ...both({
      label: 'Full name',
      missing: 'Enter your full name',
      invalid: 'Enter your full name in 100 characters or fewer',
    }),
  },
  {
    key: 'email',
    kind: 'email',
    adminLabel: 'Email address',
    seenBy: 'other',
    purpose: 'To write to people, and so that the two of a match can write to each other.',
    ...both({
      label: 'Email address',
      hint: 'We send you a link to confirm it. Use an address you can read today.',
      missing: 'Enter your email address',
      invalid: 'Enter an email address in the correct format, like name@example.org',
      shared: 'Email',
    }),
  },
  {
    key: 'phone',
    kind: 'phone',
    adminLabel: 'Phone number',
    maxLength: 30,
    seenBy: 'other',
    purpose: 'So that the two of a match can talk.',
    ...both({
      label: 'Phone number',
      hint: 'Shared only with the person you are matched with',
      invalid: 'Enter a phone number, like 07700 900 982 or +44 7700 900 982',
      shared: 'Phone',
    }),
  },
  {
    key: 'gender',
    kind: 'one',
    list: 'genders',
    adminLabel: 'Gender',
    seenBy: 'coordinators',
    purpose: 'For those who ask for a mentor or mentee of one gender.',
    ...both({
      label: 'How do you describe yourself?',
      hint: 'We use this only if someone asks for a mentor or mentee of one gender',
      invalid: 'Select how you describe yourself, or leave the question out',
    }),
  },
  {
    key: 'originChoice',
    kind: 'one',
    list: 'originChoices',
    adminLabel: 'Country counts',
    seenBy: 'coordinators',
    purpose: 'Whether somebody’s origin counts is their own choice.',
    ...both({
      label: 'Should your country count when we match you?',
      missing: 'Select if your country should count when we match you',
    }),
  },
  {
    key: 'country',
    kind: 'one',
    list: 'countries',
    adminLabel: 'Country',
    seenBy: 'other',
    isSpecial: true,
    purpose: 'To match people from the same country or region, if they want that.',
    ...both({
      label: 'Which country do you call home?',
      missing: 'Select the country you call home',
      invalid: 'Select a country from the list',
    }),
  },
  {
    key: 'qualifiedIn',
    kind: 'one',
    list: 'countries',
    adminLabel: 'Qualified in',
    seenBy: 'other',
    isSpecial: true,
    purpose: 'To match people who qualified in the same country or region, if they want that.',
    ...both({
      label: 'Which country did you qualify in?',
      missing: 'Select the country you qualified in',
      invalid: 'Select the country you qualified in from the list',
    }),
  },
  {
    key: 'languages',
    kind: 'many',
    list: 'languages',
    adminLabel: 'Languages',
    maxChoices: 10,
    seenBy: 'other',
    purpose: MATCHING,
    ...both({
      label: 'Languages you speak besides English',
      hint: 'Up to 10. They help us when nobody from your region is free.',
      invalid: 'Select up to 10 languages from the list',
    }),
  },
  {
    key: 'arrival',
    kind: 'monthYear',
    adminLabel: 'Arrival in the UK',
    seenBy: 'coordinators',
    purpose: MATCHING,
    mentor: arrival('When did you come to the UK?'),
    mentee: arrival('When did you come, or will you come, to the UK?'),
  },
  {
    key: 'pathway',
    kind: 'one',
    list: 'pathways',
    adminLabel: 'Pathway',
    seenBy: 'other',
    purpose: MATCHING,
    ...both({
      label: 'Which route brings you to the trust?',
      missing: 'Select the route that brings you to the trust',
      shared: 'Route into the trust',
    }),
  },
  {
    key: 'grade',
    kind: 'one',
    list: 'grades',
    adminLabel: 'Grade',
    seenBy: 'other',
    purpose: 'So that the two of a match know about each other’s work.',
    ...both({ label: 'Grade', missing: 'Select your grade' }),
  },
  {
    key: 'specialty',
    kind: 'one',
    list: 'specialties',
    adminLabel: 'Specialty',
    seenBy: 'other',
    purpose: MATCHING,
    ...both({ label: 'Specialty', missing: 'Select your specialty' }),
  },
  {
    key: 'site',
    kind: 'one',
    list: 'sites',
    adminLabel: 'Hospital site',
    seenBy: 'other',
    purpose: MATCHING,
    ...both({ label: 'Hospital site', missing: 'Select your hospital site' }),
  },
  {
    key: 'team',
    kind: 'one',
    list: 'teams',
    adminLabel: 'Clinical team',
    seenBy: 'coordinators',
    purpose: TEAM_PURPOSE,
    ...both({
      label: 'Clinical team',
      hint: 'We use it only to keep close colleagues apart',
      invalid: 'Select your clinical team from the list',
    }),
  },
  {
    key: 'teamName',
    kind: 'text',
    adminLabel: 'Name of the team',
    maxLength: 100,
    seenBy: 'coordinators',
    purpose: TEAM_PURPOSE,
    ...both({
      label: 'Name of your clinical team',
      hint: 'Only if you chose “Another team”. For example, Ward J16 respiratory.',
      invalid: 'Enter the name of your clinical team in 100 characters or fewer',
    }),
  },
  {
    key: 'topics',
    kind: 'many',
    list: 'topics',
    adminLabel: 'Topics',
    seenBy: 'other',
    purpose: MATCHING,
    mentor: {
      ...topics('What can you help with?', 'Select all that apply'),
      shared: 'Can help with',
    },
    mentee: {
      ...topics(
        'What would you like help with?',
        'Select all that apply. You can change your mind later: the agenda is yours.',
      ),
      shared: 'Wants help with',
    },
  },
  {
    key: 'meetingPreference',
    kind: 'one',
    list: 'meetingPreferences',
    adminLabel: 'Way to meet',
    seenBy: 'other',
    purpose: MATCHING,
    ...both({
      label: 'How would you like to meet?',
      missing: 'Select how you would like to meet',
      shared: 'Would like to meet',
    }),
  },
  {
    key: 'genderPreference',
    kind: 'one',
    list: 'genderPreferences',
    adminLabel: 'Gender preference',
    seenBy: 'coordinators',
    purpose: 'To match people with somebody they are at ease with.',
    mentor: genderPreference('Would you rather mentor a woman or a man?'),
    mentee: genderPreference('Would you rather have a woman or a man as your mentor?'),
  },
  {
    key: 'about',
    kind: 'textarea',
    adminLabel: 'In their own words',
    maxLength: 600,
    seenBy: 'other',
    purpose: 'So that the two of a match know a little about each other.',
    mentor: about('Shared with your mentee. Do not include anything you want to keep private.'),
    mentee: about('Shared with your mentor. Do not include anything you want to keep private.'),
  },
  {
    key: 'capacity',
    kind: 'number',
    adminLabel: 'Places',
    min: 1,
    max: MOST_PLACES,
    seenBy: 'coordinators',
    purpose: 'So that nobody gets more mentees than they can support.',
    mentor: {
      label: 'How many mentees can you support at a time?',
      hint: `A number from 1 to ${MOST_PLACES}. Most mentors choose 1.`,
      missing: 'Enter how many mentees you can support at a time',
      invalid: `Number of mentees must be a whole number from 1 to ${MOST_PLACES}`,
    },
  },
  {
    key: 'takesMentees',
    kind: 'yesNo',
    adminLabel: 'Takes mentees now',
    seenBy: 'coordinators',
    purpose: 'So that nobody is matched who needs a break.',
    mentor: {
      label: 'Can you take a mentee now?',
      hint: 'If not, we keep your answers and do not match you yet',
      missing: 'Select yes if you can take a mentee now',
    },
  },
]

function arrival(label: string): Words {
  return {
    label,
    hint: 'For example, 8 2023. A month in the future is fine.',
    missing: 'Enter the month and year you come to the UK',
    invalid: 'Enter a real month and year between 1960 and 2 years from now, like 8 2023',
  }
}

function topics(label: string, hint: string): Words {
  return {
    label,
    hint,
    missing: 'Select at least one topic',
    invalid: 'Select topics from the list',
  }
}

function genderPreference(label: string): Words {
  return { label, invalid: 'Select a preference, or leave the question out' }
}

function about(hint: string): Words {
  return {
    label: 'A few words about you',
    hint,
    invalid: 'Use 600 characters or fewer for the words about you',
  }
}

/** A form, page by page. */
export type StarterForm = {
  kind: 'mentee' | 'mentor'
  label: string
  title: string
  intro: { markdown: string }
  agreement: { title: string; consent: string; label: string; missing: string }
  pages: { title: string; questions: AskedQuestion[] }[]
}

type AskedQuestion = {
  question: string
  isRequired?: boolean
  onlyIf?: { question: string; isOneOf: string[] }
}

const asked = (...keys: string[]) => keys.map((question) => ({ question, isRequired: true }))
const optional = (...keys: string[]) => keys.map((question) => ({ question }))

const pagesOfBoth = (
  last: AskedQuestion[],
  { countries, team }: PartsOfForm,
): StarterForm['pages'] => [
  { title: 'About you', questions: [...asked('name', 'email'), ...optional('phone', 'gender')] },
  {
    title: 'Your background',
    questions: [
      ...asked('originChoice', ...countries),
      ...optional('languages'),
      ...asked('arrival'),
    ],
  },
  {
    title: 'Your work',
    questions: [...asked('pathway', 'grade', 'specialty', 'site'), ...team],
  },
  {
    title: 'Mentoring',
    questions: [
      ...asked('topics', 'meetingPreference'),
      ...optional('genderPreference', 'about'),
      ...last,
    ],
  },
]

const wordsOf = (kind: StarterForm['kind']): Pick<StarterForm, 'agreement' | 'intro' | 'title'> => {
  const { consent, intro, title } = STARTER_SIGN_UP_WORDS[kind]
  return {
    title,
    intro,
    agreement: {
      title: 'Your agreement',
      consent,
      label: 'I agree',
      missing: 'Tick the box to agree that we use your answers to match you',
    },
  }
}

/** What of a form is asked in another way than before. */
type PartsOfForm = { countries: string[]; team: AskedQuestion[] }

/** The forms, given what is asked about countries and the clinical team. */
export const formsWith = (parts: PartsOfForm): StarterForm[] => [
  {
    kind: 'mentor',
    label: 'Mentor sign-up form',
    ...wordsOf('mentor'),
    pages: pagesOfBoth(asked('capacity', 'takesMentees'), parts),
  },
  {
    kind: 'mentee',
    label: 'Mentee sign-up form',
    ...wordsOf('mentee'),
    pages: pagesOfBoth([], parts),
  },
]

export const STARTER_FORMS = formsWith({
  countries: ['country', 'qualifiedIn'],
  team: [
    { question: 'team' },
    { question: 'teamName', onlyIf: { question: 'team', isOneOf: [ANOTHER_TEAM.key] } },
  ],
})
