/** What is said of each question of a form, beside its own words. */
export const questions = {
  label: 'Questions of forms',
  sentences: {
    optional: { name: 'A question that may be left out', words: '{{question}} (optional)' },
    select: { name: 'A list before something is chosen', words: 'Select an option' },
    day: { name: 'A date: first input', words: 'Day' },
    month: { name: 'A date: second input', words: 'Month' },
    year: { name: 'A date: third input', words: 'Year' },
    add: { name: 'Several answers: button for another one', words: 'Add {{what}}' },
    full: {
      name: 'Several answers: there are as many as there may be',
      words: 'You can add no more than {{number}}. Remove one to add another.',
    },
  },
} as const
