/** From the sent answers to the confirmed address, and links that do not go on. */
export const confirm = {
  label: 'Confirmation',
  sentences: {
    sentTitle: {
      name: 'Answers sent: title in the browser’s tab',
      words: 'Check your email to join as a {{role}}',
    },
    sent: { name: 'Answers sent: heading', words: 'Check your email' },
    sentText: {
      name: 'Answers sent: there is an email',
      words: 'We have sent you an email with a link.',
    },
    sentNotYet: {
      name: 'Answers sent: nobody is signed up yet',
      words: 'You are not signed up until you use it.',
    },
    sentNotUsed: {
      name: 'Answers sent, other forms: they do not count yet',
      words: 'We do not use your answers until you use it.',
    },
    next: { name: 'Answers sent: heading over what to do', words: 'What to do next' },
    openEmail: {
      name: 'Answers sent: first step',
      words: 'Open the email from the {{programme}}.',
    },
    followLink: {
      name: 'Answers sent: second step',
      words: 'Follow the link and press the button on the page it opens.',
    },
    thenMentor: {
      name: 'Answers sent: third step, mentors',
      words: 'You are then on our list of mentors. We email you when there is a mentee for you.',
    },
    thenMentee: {
      name: 'Answers sent: third step, mentees',
      words: 'You are then on the waiting list. We email you when there is a mentor for you.',
    },
    thenOther: {
      name: 'Answers sent: third step, other forms',
      words: 'We then have your answers, and write to you about what comes next.',
    },
    noEmail: {
      name: 'Answers sent: heading over what to do without an email',
      words: 'If you do not get an email',
    },
    minutes: {
      name: 'Answers sent: it may take a while',
      words: 'It can take a few minutes. Look in your junk or spam folder too.',
    },
    mistake: {
      name: 'Answers sent: the address may be wrong',
      words:
        'If it does not come, there may have been a mistake in the address. {{link}} or ask us.',
    },
    mistakeLink: { name: 'Answers sent: the link in it', words: 'Sign up again' },
    mistakeLinkOther: {
      name: 'Answers sent, other forms: the link in it',
      words: 'Fill in the form again',
    },
    title: { name: 'Confirm: heading', words: 'Confirm your sign-up' },
    hasChanged: {
      name: 'Confirm: what people agree to has changed',
      words:
        'What you agree to has changed since you opened this page. Read it again before you confirm.',
    },
    lastMentor: {
      name: 'Confirm: below the heading, mentors',
      words: 'One last step, and you are on our list of mentors.',
    },
    lastMentee: {
      name: 'Confirm: below the heading, mentees',
      words: 'One last step, and you are on the waiting list for a mentor.',
    },
    lastOther: {
      name: 'Confirm: below the heading, other forms',
      words: 'One last step, and we have your answers.',
    },
    checkThem: {
      name: 'Confirm: before the answers',
      words:
        'These are the answers that came with your email address. Check them, then press the button at the end. If they are not yours, close this page: nothing happens.',
    },
    agree: {
      name: 'Confirm: heading over what people agree to',
      words: 'By confirming, you agree to this',
    },
    button: { name: 'Confirm: button', words: 'Confirm my sign-up' },
    wrong: {
      name: 'Confirm: something is wrong',
      words: 'Something is wrong? {{link}}, and we email you a new link.',
    },
    wrongLink: { name: 'Confirm: the link in it', words: 'Fill in the form again' },
  },
} as const

/** A link or a visit that does not go on. */
export const links = {
  label: 'Links that no longer work',
  sentences: {
    noCookies: { name: 'Unknown browser: heading', words: 'We do not recognise this browser' },
    noCookiesText: {
      name: 'Unknown browser: why',
      words:
        'While you use your page, a cookie tells us that it is you. This browser does not have it. The cookie says nothing about you, and it is not used to follow you.',
    },
    noCookiesAllow: {
      name: 'Unknown browser: cookies are off',
      words:
        'If you have switched off cookies, allow them for this site in the settings of your browser. Then open the link in our email again.',
    },
    noCookiesOther: {
      name: 'Unknown browser: another one was used',
      words:
        'If you opened the link in another browser or on another device, go on there. Or open the link in this browser too.',
    },
    noCookiesNew: {
      name: 'Unknown browser: before the button',
      words:
        'If you no longer have the email, we can send a new link to the email address we have for you.',
    },
    over: { name: 'Signed out: heading', words: 'You have been signed out' },
    overText: {
      name: 'Signed out: why',
      words:
        'We sign you out when you have not used your page for 30 minutes, so that nobody else sees it. You may also have signed out in another window.',
    },
    overNew: {
      name: 'Signed out: what to do',
      words: 'Open the link in our email again. If it has expired, we can send you a new link.',
    },
    expired: { name: 'Link has ended: heading', words: 'This link no longer works' },
    expiredText: {
      name: 'Link has ended: why',
      words: 'Links work for a while only, so that an old email is of no use to anybody else.',
    },
    expiredNew: {
      name: 'Link has ended: before the button',
      words: 'We can send a new link to the email address we have for you.',
    },
    unknown: { name: 'Unknown link: heading', words: 'This link does not work' },
    unknownText: {
      name: 'Unknown link: why',
      words: 'Part of it may be missing, or it may be very old.',
    },
    unknownNew: {
      name: 'Unknown link: before the button',
      words: 'If you have signed up, we can send you a new link.',
    },
    address: { name: 'Question for the email address', words: 'Email address' },
    addressHint: { name: 'Hint below that question', words: 'The one you signed up with' },
    sendNew: { name: 'Button', words: 'Send me a new one' },
    notYet: { name: 'Before the link to sign up', words: 'You have not signed up yet?' },
    signUp: { name: 'Link to sign up', words: 'Sign up' },
  },
} as const
