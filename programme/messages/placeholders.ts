/** What can stand in every mail about a match. */
export const COMMON = {
  name: { says: 'their name', sample: 'Amina Example' },
  other: { says: 'the other person’s name', sample: 'Omar Example' },
  role: { says: '“mentor” or “mentee”, what they are', sample: 'mentor' },
  otherRole: { says: '“mentor” or “mentee”, what the other person is', sample: 'mentee' },
  contact: {
    says: 'the central team’s email address',
    sample: [{ mailto: 'mentoring@example.org' }],
  },
  page: {
    says: 'the link to their own page',
    sample: 'https://example.org/their-page',
    isLink: true,
    linkText: 'Go to your page',
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

/**
 * A link that does one thing, the button of its message.
 *
 * @param linkText what pressing it does
 */
export const actionLink = (says: string, linkText: string) =>
  ({
    link: {
      says,
      sample: 'https://example.org/the-link',
      required: true,
      isLink: true,
      linkText,
      isButton: true,
    },
  }) as const

/** Why a message goes to an address that nobody has confirmed. */
export const TYPED_ADDRESS =
  'You get this email because somebody entered this address in one of our forms. If it was not you, you do not need to do anything.'

/** Why a message goes to a member of staff. */
export const OWN_ACCOUNT =
  'You get this email because of your account in the system of the mentoring programme.'

/** Why a message goes to somebody who has filled in a form whose people are not matched. */
export const FORM_SENT = 'You get this email because you have filled in one of our forms.'
