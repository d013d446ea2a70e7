/** What a page says when something has been done: that it has, and what happens next. */
export const DONE = {
  contact: {
    title: 'Thank you, we have noted that you are in contact',
    text: 'Next, fill in the mentoring agreement together and meet face to face.',
  },
  silence: {
    title: 'Thank you for telling us',
    text: 'The central team will look into it and help.',
  },
  meeting: { title: 'The meeting is noted', text: 'Only its date and how you met are kept.' },
  meetingRemoved: { title: 'The meeting is taken back', text: 'It is no longer on record.' },
  agreement: {
    title: 'You have filled in and signed the agreement',
    text: 'We have emailed the other person. It counts when both of you have signed.',
  },
  signed: {
    title: 'You have signed the agreement',
    text: 'When both of you have signed, we email each of you a copy.',
  },
  extensionAsked: {
    title: 'You have asked for more time',
    text: 'We have asked the other person. It is extended when both of you say yes.',
  },
  extended: { title: 'Your match is extended', text: 'We have emailed both of you the new date.' },
  extensionRefused: {
    title: 'Thank you for your answer',
    text: 'Your match ends as planned. We have told the other person in neutral words.',
  },
  left: {
    title: 'Your match has ended',
    text: 'We have told the other person in neutral words. There is nothing more you need to do.',
  },
  goesOn: {
    title: 'Thank you, we will look for another match',
    text: 'We email you when a coordinator has found one.',
  },
  staysOut: {
    title: 'Thank you for telling us',
    text: 'We will not match you again unless you ask us to. You can do that on your page.',
  },
  survey: { title: 'Thank you for your answers', text: 'They help us make the programme better.' },
  noReminders: {
    title: 'We will send you no more reminders',
    text: 'You still get the emails you need to know about, such as an introduction.',
  },
  reminders: { title: 'We will send you reminders again', text: 'Never more than one a day.' },
  details: { title: 'Your details are changed', text: 'We use them from now on.' },
  known: {
    title: 'We know this browser now',
    text: 'You see here how to reach each other.',
  },
  withdrawn: {
    title: 'You have left the programme',
    text: 'We will not match you. You can come back at any time on your page.',
  },
  withdrawnFromMatch: {
    title: 'You have left the programme',
    text: 'We have told the other person in neutral words that your match has ended. You can come back at any time on your page.',
  },
  paused: { title: 'You are on a break', text: 'Tell us on your page when you want to go on.' },
  back: { title: 'You are back in the programme', text: 'We email you when we have a match.' },
  erased: {
    title: 'Your data is erased',
    text: 'We have removed your answers, your matches and the emails about you. Your links no longer work.',
  },
  otherPage: {
    title: 'We have emailed you the link',
    text: 'It can take a few minutes. Look in your spam folder too.',
  },
  training: { title: 'You have a place', text: 'You can give it back on your page.' },
  trainingLeft: { title: 'You have given your place back', text: 'Somebody else can take it.' },
} as const

export type DoneName = keyof typeof DONE

/** What to say, by name; nothing for a name that is none. */
export const findDone = (name: string | null | undefined) =>
  name && Object.hasOwn(DONE, name) ? DONE[name as DoneName] : undefined
