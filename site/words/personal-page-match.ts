/** What somebody's own page says of a match. */
export const match = {
  label: 'Personal page: a match',
  sentences: {
    title: { name: 'Heading', words: 'Your {{role}}: {{name}}' },
    reach: { name: 'Heading over how to reach them', words: 'How to reach {{name}}' },
    hidden: {
      name: 'How to reach them is not shown yet',
      words: 'We show this in a browser only after you have entered a code that we email you.',
    },
    show: { name: 'Button that shows it', words: 'Show how to reach {{name}}' },
    why: { name: 'Heading over the reasons', words: 'Why we matched you' },
    can: { name: 'Heading over what to do', words: 'What you can do' },
    moreTimeToo: {
      name: 'Link: more time, asked',
      words: 'Say whether you would like more time too',
    },
    moreTime: { name: 'Link: more time', words: 'Ask for more time' },
    written: { name: 'Link: has written', words: 'Say that you have written' },
    heard: {
      name: 'Link: has heard',
      words: 'Say whether you have heard from your mentor',
    },
    silence: { name: 'Link: has heard nothing', words: 'Say that you have heard nothing' },
    fillIn: { name: 'Link: fill in the agreement', words: 'Fill in the agreement' },
    change: { name: 'Link: change the agreement', words: 'Change the agreement' },
    waits: {
      name: 'The agreement waits for the other',
      words: 'You have signed it, and {{name}} has not signed it yet.',
    },
    sign: { name: 'Link: sign the agreement', words: 'Read and sign the agreement' },
    waitsForYou: { name: 'The agreement waits for you', words: 'It waits for your signature.' },
    print: {
      name: 'Link: print the agreement',
      words: 'See and print the agreement you have both signed',
    },
    meeting: { name: 'Link: note a meeting', words: 'Note a meeting' },
    removeMeeting: {
      name: 'Link: take back a meeting',
      words: 'Take back a meeting that was noted by mistake',
    },
    earlier: { name: 'Heading over matches that are over', words: 'Earlier matches' },
    fromTo: { name: 'A match that is over: when', words: 'From {{from}} to {{to}}.' },
    from: { name: 'A match that is over: since when', words: 'From {{from}}.' },
    surveyAgain: {
      name: 'Link: change what was said of it',
      words: 'Change your answers to the three short questions',
    },
    survey: { name: 'Link: say how it was', words: 'Answer three short questions' },
    another: {
      name: 'Link: another match',
      words: 'Say whether you would like another {{role}}',
    },
    agreement: { name: 'Signed agreement: heading', words: 'Mentoring agreement' },
    agreed: { name: 'Signed agreement: heading over the terms', words: 'What we have agreed' },
    exit: { name: 'Signed agreement: heading over stopping', words: 'No-blame exit' },
    exitText: {
      name: 'Signed agreement: how to stop',
      words:
        'Either of us can stop at any time by telling the central team. No reason is asked, and nobody is blamed.',
    },
    signatures: { name: 'Signed agreement: heading over the signatures', words: 'Signatures' },
    howToPrint: {
      name: 'Signed agreement: how to print it',
      words: 'To print this page or keep it as a file, use the print command of your browser.',
    },
  },
} as const
