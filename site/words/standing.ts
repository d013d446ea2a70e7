/** Where somebody stands once their sign-up is confirmed. */
export const standing = {
  label: 'After the confirmation',
  sentences: {
    listed: { name: 'Heading, mentors on the list', words: 'You are on our list of mentors' },
    waiting: { name: 'Heading, mentees who wait', words: 'You are on the waiting list' },
    matched: { name: 'Heading, people with a match', words: 'You have a {{role}}' },
    paused: { name: 'Heading, people who pause', words: 'Your sign-up is paused' },
    since: { name: 'Below the heading: since when', words: 'Since {{day}}' },
    matchedOn: { name: 'Below the heading: day of the match', words: 'Matched on {{day}}' },
    next: { name: 'Heading over what comes', words: 'What happens next' },
    mentorMatched1: {
      name: 'Mentors with a match: first step',
      words: 'We have emailed you and your mentee to introduce you to each other.',
    },
    mentorMatched2: {
      name: 'Mentors with a match: second step',
      words: 'Email your mentee within one week of that introduction.',
    },
    mentorMatched3: {
      name: 'Mentors with a match: third step',
      words: 'Meet face to face at least once and complete the mentoring agreement together.',
    },
    menteeMatched1: {
      name: 'Mentees with a match: first step',
      words: 'We have emailed you and your mentor to introduce you to each other.',
    },
    menteeMatched2: {
      name: 'Mentees with a match: second step',
      words: 'Your mentor writes first, within one week of that introduction.',
    },
    menteeMatched3: {
      name: 'Mentees with a match: third step',
      words:
        'Meet, and complete the mentoring agreement together. What you talk about is up to you.',
    },
    menteeSilence: {
      name: 'Mentees with a match: nobody has written',
      words: 'If you have no email from your mentor after a week, tell us and we look into it.',
    },
    mentorPaused: {
      name: 'Mentors who pause',
      words:
        'We have your answers and do not match you for now. Tell us on your page when you would like to take a mentee.',
    },
    menteePaused: {
      name: 'Mentees who pause',
      words:
        'We have your answers and do not match you for now. Tell us on your page when you would like to be matched.',
    },
    mentorNext1: {
      name: 'Mentors on the list: first step',
      words:
        'We look for a new doctor you can help: from your country first, then your region, if you want your country to count.',
    },
    mentorNext2: {
      name: 'Mentors on the list: second step',
      words: 'A coordinator checks every match before anyone hears of it.',
    },
    mentorNext3: {
      name: 'Mentors on the list: third step',
      words:
        'We email you and your mentee to introduce you to each other. You then write to your mentee within one week.',
    },
    mentorWait: {
      name: 'Mentors on the list: how long it takes',
      words:
        'We hope to have more mentors than mentees, so you may wait a while. You do not need to do anything until we email you.',
    },
    menteeNext1: {
      name: 'Mentees who wait: first step',
      words:
        'We look for a mentor for you: from your country first, then your region, if you want your country to count.',
    },
    menteeNext2: {
      name: 'Mentees who wait: second step',
      words: 'A coordinator checks every match before anyone hears of it.',
    },
    menteeNext3: {
      name: 'Mentees who wait: third step',
      words:
        'We email you and your mentor to introduce you to each other. Your mentor then writes to you within one week.',
    },
    menteeWait: {
      name: 'Mentees who wait: how long it takes',
      words:
        'How long it takes depends on who has signed up. You do not need to do anything until we email you.',
    },
    ownPage: { name: 'Heading over the own page', words: 'Your own page' },
    ownPageMatched: {
      name: 'What the own page is for, people with a match',
      words:
        'There you see how to reach each other, say how it goes, change your answers, or stop. You do not need to give a reason. We have emailed you the link to it.',
    },
    ownPageText: {
      name: 'What the own page is for, others',
      words:
        'There you change your answers, take a break or leave. We have emailed you the link to it.',
    },
    newLink: { name: 'Button for a new link to it', words: 'Email me a new link' },
    question: { name: 'Heading over how to reach the team', words: 'If you have a question' },
    meantime: {
      name: 'Link to the resources',
      words: 'Find help from other groups in the meantime',
    },
  },
} as const
