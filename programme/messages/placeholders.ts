/** What can stand in every mail about a match. */
export const COMMON = {
  name: { says: 'their name', sample: 'Amina Example' },
  other: { says: 'the other person’s name', sample: 'Omar Example' },
  role: { says: '“mentor” or “mentee”, what they are', sample: 'mentor' },
  otherRole: { says: '“mentor” or “mentee”, what the other person is', sample: 'mentee' },
  contact: { says: 'the central team’s email address', sample: 'mentoring@example.org' },
  page: {
    says: 'the link to their own page',
    sample: 'https://example.org/their-page',
    isLink: true,
  },
} as const

/** How messages end. */
export const QUESTIONS = `Questions? Write to {{contact}}.

The peer mentor programme`

/** The link to their own page, in words that need it. */
export const neededPage = { ...COMMON.page, required: true } as const

/** The end of a match. */
export const endsOn = {
  endsOn: { says: 'the day the match ends', sample: 'Saturday 20 February 2027' },
} as const

/** A link that does one thing. */
export const actionLink = (says: string) =>
  ({
    link: { says, sample: 'https://example.org/the-link', required: true, isLink: true },
  }) as const
