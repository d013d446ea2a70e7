import { ACCESSIBILITY } from './accessibility.ts'
import { EMAIL } from './contact.ts'
import { HOME } from './home.ts'
import { HOW_WE_MATCH } from './how-we-match.ts'
import { NOT_FOUND } from './not-found.ts'
import { PRIVACY } from './privacy.ts'
import { RESOURCES } from './resources.ts'
import { SIGN_UP } from './sign-up.ts'
import type { StarterPage } from './types.ts'

/**
 * The pages that the site needs, as an installation starts with them; one that comes with a later version is added
 * then. They are content from then on: the comms team changes them in the admin, and a change of their words here no
 * longer reaches an installation that has them.
 */
export const STARTER_PAGES: StarterPage[] = [
  HOME,
  SIGN_UP,
  HOW_WE_MATCH,
  RESOURCES,
  PRIVACY,
  ACCESSIBILITY,
  NOT_FOUND,
]

const to = (title: string, url: string) => ({ title, link: { url } })

/** What is the same on every page, as a new installation gets it. */
export const STARTER_SITE_PARTS = {
  branding: {
    programmeName: 'Leeds International Medical Graduate (IMG) Peer Mentor Programme',
    shortName: 'IMG Peer Mentor Programme',
    trustName: 'Leeds Teaching Hospitals (LTHT)',
    colour: 'blue',
  },
  navigation: {
    links: [
      to('The programme', '/'),
      to('Sign up', '/sign-up/'),
      to('How we match', '/how-we-match/'),
      to('Resources', '/resources/'),
    ],
  },
  footer: {
    links: [
      to('How we match', '/how-we-match/'),
      to('Your page', '/my/link/'),
      to('Privacy', '/privacy/'),
      to('Accessibility', '/accessibility/'),
    ],
  },
  contact: {
    team: 'Central team',
    email: EMAIL,
    groupTitle: 'Facebook group for mentors and mentees of the programme',
    groupLink: { url: `mailto:${EMAIL}` },
  },
  /** Nothing is changed: the site says what it came with. */
  words: {},
}
