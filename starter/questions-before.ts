import { both, formsWith, STARTER_QUESTIONS, type StarterQuestion } from './questions.ts'

/** What was asked otherwise before forms were content, by the key of the question. */
const BEFORE: Record<string, Partial<StarterQuestion>> = {
  country: both({
    label: 'Country where you qualified, or that you call home',
    missing: 'Select your country',
    invalid: 'Select a country from the list',
  }),
  team: { adminLabel: 'Clinical team, from the list' },
  teamName: {
    adminLabel: 'Clinical team',
    ...both({
      label: 'Clinical team',
      hint: 'For example, Ward J16 respiratory. We use it only to keep close colleagues apart.',
      invalid: 'Enter your clinical team in 100 characters or fewer',
    }),
  },
}

/**
 * The questions for installations from before they were content: what people there have answered keeps its words.
 * That a country could be one of two things, and that a team was typed, stays until editors ask otherwise.
 */
export const QUESTIONS_BEFORE: StarterQuestion[] = STARTER_QUESTIONS.map((question) => ({
  ...question,
  ...BEFORE[question.key],
}))

/** The forms for the same installations. */
export const FORMS_BEFORE = formsWith({ countries: ['country'], team: [{ question: 'teamName' }] })
