/** All texts of the plugin that somebody reads. See README.md for another language. */
export const en = {
  // States of a message
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Failed',
  bounced: 'Refused by the address',
  cancelled: 'Cancelled before it was sent',

  // Messages
  mail: 'Email',
  mails: 'Emails',
  mailsAbout: 'Every email that was sent or is about to be sent.',
  to: 'To',
  subject: 'Subject',
  text: 'Text',
  status: 'Status',
  template: 'Message',
  occasion: 'Occasion',
  sentAt: 'Sent',
  attempts: 'Attempts',
  queuedAt: 'Queued At',
  nextTryAt: 'Next try',
  lastError: 'Last problem',
  mayHaveGoneTwice: 'May have gone twice',
  mayHaveGoneTwiceAbout: 'Its first sending was cut off, so it was sent again.',
  wasSent: 'What was sent. Links to personal pages are left out.',
  willBeSent: 'As it reads now. It has not been sent, and its words can still change.',
  link: 'a link',
  sendAgain: 'Send again',
  sentAgain: 'The email is on its way.',
  sentAllAgain: {
    one: '{{count}} email is on its way.',
    other: '{{count}} emails are on their way.',
  },
  mayNotSend: 'You may not send emails.',
  notFailed: 'Only an email that failed or was refused can be sent again.',

  // Their words
  words: 'Words of an email',
  wordsOfAll: 'Words of the emails',
  wordsAbout:
    'What the emails say. Changes apply to emails that are sent after they are published.',
  name: 'Name',
  order: 'Order',
  group: 'Group',
  body: 'Message',
  notSentAny: 'This version sends no such email any more.',
  youCanUse: 'You can use:',
  saysAlone: '{{says}}, on a line of its own',
  saysButton: '{{says}}, on a line of its own. It is the button “{{text}}”.',
  saysLink: '{{says}}, on a line of its own. It is the link “{{text}}”.',
  ownLinkText: 'To have something else on the button or link, write it like this: {{example}}',
  linkExample: 'What it says',
  saysHowToStop: 'At its end it says how to stop emails like it.',

  // What is wrong with words
  noSubject: 'Enter a subject',
  noBody: 'Enter a message',
  notInSubject: 'Put {{placeholder}} in the message, not in the subject',
  notInAddress: 'Put {{placeholder}} in the text, not in the address of a link',
  notAlone: 'Put {{placeholder}} on a line of its own, with nothing before or after it',
  missing: 'Put {{placeholders}} in the message',
  unknown: '{{placeholders}} can’t be used here. The list above says what you can use.',
  alwaysWords: 'An email always needs words. Change these and publish the change instead.',
  mayNotEdit: 'You may not edit emails.',
  noTemplate: 'There is no such email.',

  // The words it came with
  putBack: 'Put back the words it came with',
  putBackDone: 'The words it came with are a draft now. Publish it to use them.',
  putBackSame: 'These are the words it came with.',

  // Preview and test
  preview: 'Preview',
  previewAgain: 'Preview again',
  previewOf: 'Preview: {{label}}',
  previewAbout: 'With invented people. Nothing has been sent or saved.',
  previewOutdated: 'The words have changed since this preview.',
  previewSubject: 'Subject:',
  test: 'Send me a test email',
  testSubject: '[Test] {{subject}}',
  testSent: 'A test email is on its way to {{address}}.',
  testNotSent: 'The test email was not sent: {{reason}}.',
  testTooOften: 'That were many test emails. Try again in 10 minutes.',

  // In the messages themselves, in their language
  emails: 'emails',
  stop: 'You can stop {{mails}} like this one:',
  stopLink: 'You can {{from}}stop {{mails}} like this one{{to}}.',
} as const
