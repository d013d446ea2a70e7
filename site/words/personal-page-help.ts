/** What is there on somebody's own page when they need it, and their data. */
export const help = {
  label: 'Personal page: help, data and stopping',
  sentences: {
    title: { name: 'Heading over help', words: 'Help and company' },
    training: { name: 'Link to training days', words: 'Training days for mentors' },
    resources: { name: 'Link to the resources', words: 'Resources for international doctors' },
    group: { name: 'Link to the group', words: 'Join the group: {{group}}' },
    groupRule: {
      name: 'After the link to the group',
      words: 'Please share nothing there about your own {{role}}.',
    },
    answers: { name: 'Heading over answers and data', words: 'Your answers and data' },
    details: { name: 'Link: change details', words: 'Change your details' },
    detailsMentor: {
      name: 'Link: change details, mentors',
      words: 'Change your details, or how many mentees you take',
    },
    reminders: { name: 'Link: get reminders', words: 'Get reminders again' },
    noReminders: { name: 'Link: stop reminders', words: 'Stop reminders' },
    otherMentor: {
      name: 'Link to their page as a mentor, for mentees who are both',
      words: 'Go to your page as a mentor',
    },
    otherMentee: {
      name: 'Link to their page as a mentee, for mentors who are both',
      words: 'Go to your page as a mentee',
    },
    data: { name: 'Link: data', words: 'See and download your data' },
    erase: { name: 'Link: erase', words: 'Have your data erased' },
    stop: { name: 'Heading over stopping', words: 'If you want to stop' },
    stopText: {
      name: 'Stopping needs no reason',
      words: 'You can stop at any time. We ask for no reason, and nobody is blamed.',
    },
    breakMentor: { name: 'Link: a break, mentors', words: 'Take no new mentees for a while' },
    breakMentee: { name: 'Link: a break, mentees', words: 'Take a break from waiting' },
    again: { name: 'Link: take mentees again', words: 'Take new mentees again' },
    endMatch: { name: 'Link: end a match', words: 'End your match with {{name}}' },
    leave: { name: 'Link: leave', words: 'Leave the programme' },
    dataTitle: { name: 'Data: heading', words: 'Your data' },
    dataText: { name: 'Data: below the heading', words: 'This is everything we hold about you.' },
    dataPrivacy: {
      name: 'Data: link to the privacy page',
      words: 'How we use and protect your data',
    },
    download: { name: 'Data: button', words: 'Download it as a file' },
  },
} as const
