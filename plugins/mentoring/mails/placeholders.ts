/** What can stand in every mail about a match. */
export const COMMON = {
  name: { says: 'their name' },
  other: { says: 'the other person’s name' },
  role: { says: '“mentor” or “mentee”, what they are' },
  otherRole: { says: '“mentor” or “mentee”, what the other person is' },
  contact: { says: 'the central team’s email address' },
  page: { says: 'the link to their own page', isBodyOnly: true },
} as const

/** A link that does one thing. */
export const actionLink = (says: string) =>
  ({ link: { says, required: true, isBodyOnly: true } }) as const
