/** What all pages have, or many of them. */
export const page = {
  label: 'Every page',
  sentences: {
    skip: { name: 'Link past the menu, for the keyboard', words: 'Skip to main content' },
    menu: { name: 'Name of the menu, read aloud', words: 'Menu' },
    browse: { name: 'Read aloud before “More” in the menu', words: 'Browse' },
    more: { name: 'Button for the rest of the menu', words: 'More' },
    about: { name: 'Name of the links at the foot, read aloud', words: 'About this site' },
    shareAlt: {
      name: 'Description of the picture for sharing that the site came with',
      words: 'Two rings that overlap, the sign of the programme',
    },
    back: { name: 'Link back', words: 'Back' },
    error: {
      name: 'Before the title in the browser’s tab, when answers are wrong',
      words: 'Error:',
    },
    problem: { name: 'Heading over what is wrong with answers', words: 'There is a problem' },
    help: { name: 'Heading over how to reach the team', words: 'If you need help' },
    email: { name: 'Before the team’s email address', words: 'Email:' },
    phone: { name: 'Before the team’s phone number', words: 'Phone:' },
    privacy: {
      name: 'Link to the privacy page beside a form',
      words: 'How we use and protect your data (opens in a new tab)',
    },
    mentor: { name: 'The word for a mentor, inside sentences', words: 'mentor' },
    mentee: { name: 'The word for a mentee, inside sentences', words: 'mentee' },
  },
} as const
