/** Somebody's own page: what it begins and ends with, and the pages that lead back to it. */
export const my = {
  label: 'Personal page',
  sentences: {
    title: { name: 'Heading', words: 'Your page' },
    back: { name: 'Link back to it', words: 'Back to your page' },
    who: { name: 'Above the heading', words: '{{name}}, {{role}}' },
    waiting: { name: 'On the waiting list', words: 'You are on the waiting list.' },
    placeFrom: {
      name: 'On the waiting list: since when',
      words: 'Your place counts from {{day}}.',
    },
    active: { name: 'On the list of mentors', words: 'You are on our list of mentors.' },
    paused: { name: 'Takes no mentees', words: 'You do not take mentees now.' },
    resting: { name: 'Not on the waiting list', words: 'You are not on the waiting list.' },
    withdrawn: { name: 'Has left', words: 'You have left the programme.' },
    unconfirmed: {
      name: 'Has not confirmed',
      words: 'You have not confirmed your email address yet. Open the link in our first email.',
    },
    next: { name: 'Heading over what to do first', words: 'Your next step' },
    stayInTouch: {
      name: 'Nothing to do, with a match',
      words: 'There is nothing you have to do now. Stay in touch with each other.',
    },
    nothing: {
      name: 'Nothing to do, without a match',
      words:
        'You do not need to do anything. We email you when a coordinator has found a {{role}} for you. How long that takes depends on who else has signed up.',
    },
    calendar: { name: 'Link to the dates', words: 'Put your dates into your calendar' },
    calendarAgain: {
      name: 'After that link',
      words: 'If a date changes, do it again: your calendar moves it.',
    },
    way: { name: 'Heading over the steps', words: 'What has happened and what comes' },
    done: { name: 'A step that is done', words: 'Done' },
    now: { name: 'A step that is due', words: 'Now' },
    toCome: { name: 'A step to come', words: 'To come' },
    finished: { name: 'Heading over signing out', words: 'When you have finished' },
    signOutText: {
      name: 'When somebody is signed out',
      words:
        'We sign you out after 30 minutes without use. On a computer that others use, sign out yourself. “{{button}}” also ends your visits in other browsers.',
    },
    signOut: { name: 'Button that signs out', words: 'Sign out' },
    signOutAll: { name: 'Button that signs out everywhere', words: 'Sign out everywhere' },
    questions: { name: 'Heading over how to reach the team', words: 'Questions?' },
    otherWithdrawn: {
      name: 'Other forms: has withdrawn',
      words: 'You have withdrawn. We keep your answers until you have them erased.',
    },
    otherSignedUp: {
      name: 'Other forms: is signed up',
      words: 'We have your answers, and write to you about what comes next.',
    },
    otherChange: {
      name: 'Other forms: how to change something',
      words: 'To change an answer or to withdraw, write to us.',
    },
  },
} as const

/** What somebody's own page asks them to do first. */
export const step = {
  label: 'Personal page: next step',
  sentences: {
    write: {
      name: 'Write first',
      words:
        'Write to {{name}} by email by {{day}}. A few friendly lines are enough. Then tell us here.',
    },
    writeButton: { name: 'Write first: button', words: 'I have written' },
    wait: {
      name: 'Wait for the mentor',
      words:
        '{{name}} writes to you first, by {{day}}. Tell us when you have heard, or if you hear nothing.',
    },
    waitButton: { name: 'Wait for the mentor: button', words: 'Have you heard from your mentor?' },
    answer: {
      name: 'Answer about more time',
      words: '{{name}} would like to go on for longer. Both answers are fine.',
    },
    answerButton: { name: 'Answer about more time: button', words: 'Answer' },
    agree: {
      name: 'Fill in the agreement',
      words:
        'Fill in the mentoring agreement together with {{name}}: how often you meet, for how long, how, and what about.',
    },
    agreeButton: { name: 'Fill in the agreement: button', words: 'Fill in the agreement' },
    signChanged: {
      name: 'Sign: it was changed',
      words: '{{name}} has changed the mentoring agreement. Read it, and sign it or change it.',
    },
    sign: {
      name: 'Sign: it was filled in',
      words: '{{name}} has filled in the mentoring agreement. Read it, and sign it or change it.',
    },
    signButton: { name: 'Sign: button', words: 'Read and sign' },
    meet: {
      name: 'Meet',
      words: 'Meet {{name}} face to face at least once. Then note the date here.',
    },
    meetButton: { name: 'Meet: button', words: 'Note a meeting' },
    ends: {
      name: 'It ends soon',
      words:
        'Your mentoring with {{name}} ends on {{day}}. If you would both like more time, you can ask for it.',
    },
    endsButton: { name: 'It ends soon: button', words: 'Ask for more time' },
    another: {
      name: 'Another match',
      words:
        'Your mentoring with {{name}} is over. Would you like another {{role}}? Both answers are fine.',
    },
    anotherButton: { name: 'Another match: button', words: 'Tell us' },
    survey: {
      name: 'How it was',
      words:
        'Your mentoring with {{name}} is over. How was it? Your answers help us make the programme better.',
    },
    surveyButton: { name: 'How it was: button', words: 'Answer three short questions' },
    withdrawn: {
      name: 'Has left',
      words: 'We do not match you now. You are welcome back at any time.',
    },
    withdrawnButton: { name: 'Has left: button', words: 'Come back' },
    mentorBreak: {
      name: 'Takes no mentees',
      words: 'We give you no new mentee for now. Tell us when you would like one.',
    },
    mentorBreakButton: { name: 'Takes no mentees: button', words: 'Take mentees again' },
    menteeBreak: {
      name: 'Not on the waiting list',
      words: 'We look for no mentor for you now. Tell us when you would like one.',
    },
    menteeBreakButton: {
      name: 'Not on the waiting list: button',
      words: 'Go back to the waiting list',
    },
  },
} as const
