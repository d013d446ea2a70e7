/** Answers that are kept until somebody goes on with them, or clears them. */
export const later = {
  label: 'Sign-up: answers kept for later',
  sentences: {
    saved: {
      name: 'Save: until when answers are kept',
      words:
        'Your answers so far are saved. You can use them until {{day}}. After that we delete them.',
    },
    offer: {
      name: 'Save: what the link is for',
      words:
        'We can email you a link, so that you can continue later or on another device. Anybody who has the link can see your answers, so do not pass it on.',
    },
    emailMe: { name: 'Save: button', words: 'Email me the link' },
    sent: { name: 'Link sent: heading', words: 'Check your email' },
    sentTo: {
      name: 'Link sent: where to',
      words:
        'We have emailed a link to {{address}}. You can use it until {{day}}, on this device or another one.',
    },
    minutes: {
      name: 'Link sent: it may take a while',
      words:
        'It can take a few minutes. Look in your spam folder too. We send no more than 3 in an hour, and only the latest link works.',
    },
    wrong: {
      name: 'Link sent: the address is wrong',
      words: 'If the address is wrong, {{link}}. The link we sent before then stops working.',
    },
    wrongLink: { name: 'Link sent: the link in it', words: 'send the link to another one' },
    notYet: {
      name: 'Link sent: nobody is signed up yet',
      words: 'You are not signed up until you have answered all questions and sent them.',
    },
    goOn: { name: 'Link sent: button', words: 'Continue with the form now' },
    continueTitle: { name: 'Continue: heading', words: 'Continue your sign-up' },
    continueText: {
      name: 'Continue: one browser at a time',
      words:
        'Your answers are kept until {{day}}. They are open in one browser at a time. If you continue here, the browser you used before no longer has them.',
    },
    notYou: {
      name: 'Continue: for somebody else',
      words: 'If you did not start to sign up yourself, close this page.',
    },
    continueHere: { name: 'Continue: button', words: 'Continue here' },
    clearTitle: { name: 'Clear: title in the browser’s tab', words: 'Clear your answers' },
    clearAsk: { name: 'Clear: heading', words: 'Do you want to clear your answers?' },
    clearText: {
      name: 'Clear: what happens',
      words:
        'We delete everything you have entered in this form. If we have emailed you a link to continue, it stops working.',
    },
    keep: { name: 'Clear: button that keeps them', words: 'Keep my answers' },
    gone: { name: 'No answers here: heading', words: 'Your answers are not here' },
    goneText: {
      name: 'No answers here: how long they are kept',
      words: 'We keep them for 24 hours, in one browser at a time.',
    },
    goneSent: {
      name: 'No answers here: they are sent',
      words: 'If you have just sent your sign-up, {{link}}. There is nothing more to do here.',
    },
    goneSentLink: { name: 'No answers here: the link in it', words: 'check your email' },
    goneMailed: {
      name: 'No answers here: there is a link',
      words: 'If we have emailed you a link to continue, open it in this browser.',
    },
    goneCookies: {
      name: 'No answers here: cookies are refused',
      words: 'If your browser refuses cookies, allow them for this site, or {{link}}.',
    },
    goneStart: {
      name: 'No answers here: before the button',
      words: 'Otherwise you can start again.',
    },
    startAgain: { name: 'No answers here: button', words: 'Start again' },
    dead: {
      name: 'Link to answers that has ended: heading',
      words: 'This link does not open your answers any more',
    },
    deadText: {
      name: 'Link to answers that has ended: why',
      words:
        'It works for 24 hours from when you started, and only while you have not sent or cleared your answers. If you asked for more than one link, only the latest works.',
    },
    deadSent: {
      name: 'Link to answers that has ended: they are sent',
      words: 'If you have sent your sign-up, look for our email with the link to confirm it.',
    },
    deadCookies: {
      name: 'Link to answers that has ended: cookies are refused',
      words: 'If your browser refuses cookies, allow them for this site and open the link again.',
    },
    deadStart: {
      name: 'Link to answers that has ended: before the button',
      words: 'Otherwise you can start again. It takes a few minutes.',
    },
    deadButton: { name: 'Link to answers that has ended: button', words: 'Sign up' },
  },
} as const
