/** The pages of a sign-up, from its first one until the answers are sent. */
export const signUp = {
  label: 'Sign-up',
  sentences: {
    about: {
      name: 'Description for search engines',
      words: '{{form}}, in the {{programme}}.',
    },
    whatWeAsk: { name: 'Start: heading over the pages', words: 'What we ask' },
    onePage: { name: 'Start: there is one page', words: 'There is 1 short page of questions:' },
    pages: {
      name: 'Start: there are several pages',
      words: 'There are {{number}} short pages of questions:',
    },
    before: {
      name: 'Start: what happens at the end',
      words:
        'Before you send your answers you can check and change them. We then email you a link to confirm your address.',
    },
    startNow: { name: 'Start: button', words: 'Start now' },
    until: { name: 'Start: heading over what is kept', words: 'Until you send your answers' },
    kept: {
      name: 'Start: how long answers are kept',
      words:
        'We keep what you enter for 24 hours. You can go back, take a break or continue on another device. If you have started already, “{{button}}” takes you to where you were.',
    },
    cookie: {
      name: 'Start: why there is a cookie',
      words:
        'For this we set one necessary cookie on this device. It is the key to your answers: nobody can read them from our database without it.',
    },
    noCookie: {
      name: 'Start: the way without a cookie',
      words: 'If you do not want a cookie, you can {{link}}.',
    },
    allOnOne: {
      name: 'Link to the form on one page, inside sentences',
      words: 'answer all questions on one page',
    },
    oneTitle: {
      name: 'Form on one page: title in the browser’s tab',
      words: '{{form}} on one page',
    },
    next: {
      name: 'Form on one page: before the button',
      words: 'Next, you can check your answers before you send them.',
    },
    step: { name: 'Questions: how far somebody is', words: 'Page {{number}} of {{count}}' },
    continue: { name: 'Questions: button', words: 'Continue' },
    backToCheck: {
      name: 'Questions: link back to all answers',
      words: 'Back to check your answers',
    },
    saveLater: { name: 'Button that saves answers for later', words: 'Save and return later' },
    clearLink: { name: 'Link and button that clear all answers', words: 'Clear my answers' },
    check: { name: 'Check: heading, and button that leads to it', words: 'Check your answers' },
    change: { name: 'Check: link beside an answer', words: 'Change' },
    changeWhich: {
      name: 'Check: read aloud after that link',
      words: 'your answer to: {{question}}',
    },
    notGiven: { name: 'Check: a question without an answer', words: 'Not given' },
    nowSend: { name: 'Check: heading before the button', words: 'Now send your sign-up' },
    agree: {
      name: 'Check: before what people agree to',
      words: 'By sending it you agree to this:',
    },
    thenEmail: {
      name: 'Check: what happens then',
      words:
        'We will then email you a link to confirm your address. You are signed up once you have used it.',
    },
    send: { name: 'Check: button that sends', words: 'Send my sign-up' },
    busy: { name: 'Too many at once: heading', words: 'Your sign-up is not sent yet' },
    busyText: {
      name: 'Too many at once: why',
      words: 'Many people are signing up at this moment. We have kept your answers on this page.',
    },
    busyWait: {
      name: 'Too many at once: what to do',
      words: 'Leave it open for {{wait}}, then press the button.',
    },
    sendAgain: { name: 'Too many at once: button', words: 'Send again' },
  },
} as const
