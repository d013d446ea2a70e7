/** What parts of pages say beside the words that editors give them. */
export const parts = {
  label: 'Parts of pages',
  sentences: {
    reviewed: { name: 'At the end of a page', words: 'Page last reviewed: {{day}}' },
    wantsMentor: { name: 'Sign-up: heading for mentees', words: 'I want a mentor' },
    wantsMentorText: {
      name: 'Sign-up: whom the form for mentees is for',
      words: 'For doctors who trained abroad and are new to the NHS, or about to start.',
    },
    wantsToMentor: { name: 'Sign-up: heading for mentors', words: 'I want to be a mentor' },
    wantsToMentorText: {
      name: 'Sign-up: whom the form for mentors is for',
      words:
        'For doctors who made a similar journey and now work here. You do not need to have mentored before.',
    },
    otherForms: { name: 'Sign-up: heading over other forms', words: 'Other forms' },
    resourceFor: { name: 'Resources: whom one is for', words: 'Who it is for: {{audience}}' },
    howToJoin: { name: 'Resources: before how to join', words: 'How to join:' },
    noResources: {
      name: 'Resources: while there are none',
      words: 'We are putting this list together. Until then, ask us and we point you to help.',
    },
    dates: { name: 'Training: heading over the dates', words: 'Dates' },
    takePlace: {
      name: 'Training: how to take a place',
      words: 'Mentors take a place on {{link}}.',
    },
    takePlaceLink: { name: 'Training: the link in it', words: 'their own page' },
    noDates: {
      name: 'Training: while there is no date',
      words: 'No date is set yet. Mentors hear of the next one by email.',
    },
    doctors: { name: 'Numbers: so many are waiting', words: '{{number}} doctors' },
    mentors: { name: 'Numbers: so many have signed up', words: '{{number}} mentors' },
    both: {
      name: 'Numbers: both are known',
      words:
        'About {{doctors}} are waiting for a mentor now, and about {{mentors}} have signed up.',
    },
    onlyMentors: {
      name: 'Numbers: few are waiting',
      words: 'About {{mentors}} have signed up, and only a few doctors are waiting for one.',
    },
    onlyWaiting: {
      name: 'Numbers: there are few mentors',
      words: 'About {{doctors}} are waiting for a mentor now. We are looking for more mentors.',
    },
    few: {
      name: 'Numbers: there are few of both',
      words: 'The programme is small at present. Everyone who signs up makes a match more likely.',
    },
    noPromise: {
      name: 'Numbers: below them',
      words:
        'We cannot promise a match or say when it comes: that depends on who else has signed up. We write to you as soon as there is one.',
    },
    country: { name: 'What counts: heading over the country', words: 'Which country counts' },
    answers: { name: 'What counts: heading over the answers', words: 'Answers that count too' },
    do: { name: 'Do and don’t: heading of the first list', words: 'Do' },
    dont: { name: 'Do and don’t: heading of the second list', words: 'Don’t' },
  },
} as const
