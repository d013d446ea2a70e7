import { ukDate } from '../clock/dates.ts'
import type { Facts, Role } from '../clock/facts.ts'

/** Something on somebody's way through the programme. */
export type Moment = {
  label: string
  when: 'done' | 'now' | 'toCome'
  /** A date in words, if there is one: "by" it, where it is a limit. */
  on?: string
  /** What else there is to say of it, such as each meeting. */
  details?: string[]
}

type Dates = { signedUp: Date | string; confirmed?: Date | string | null }

/** How somebody came into the programme. */
export const startOfWay = ({ confirmed, signedUp }: Dates): Moment[] => [
  { label: 'You signed up', when: 'done', on: ukDate(signedUp) },
  ...(confirmed
    ? [{ label: 'You confirmed your email address', when: 'done' as const, on: ukDate(confirmed) }]
    : []),
]

/** What comes for somebody who has no match. */
export const wayToMatch = (role: Role, isLookedFor: boolean): Moment[] => {
  const other = role === 'mentor' ? 'mentee' : 'mentor'
  return [
    isLookedFor
      ? { label: `A coordinator looks for a ${other} for you`, when: 'now' }
      : { label: `We look for no ${other} for you until you tell us`, when: 'now' },
    { label: 'We introduce you to each other by email', when: 'toCome' },
    { label: 'You meet, and agree how you work together', when: 'toCome' },
  ]
}

type Way = {
  facts: Facts
  role: Role
  /** The other person's name. */
  other: string
  contactAt?: string | null
  agreedAt?: string | null
  /** In words, the latest first. */
  meetings: string[]
  extension: 'asked' | 'none' | 'refused' | 'toAnswer'
}

/** What has happened in a match and what comes, in its order. Dates that nobody knows are left out. */
export const wayOfMatch = (way: Way): Moment[] => {
  const { facts, other } = way
  const detail = detailOfEnd(way)
  return [
    { label: `We introduced you to ${other}`, when: 'done', on: ukDate(facts.introducedAt) },
    firstContact(way),
    agreement(way),
    meeting(way),
    {
      label: `Your mentoring with ${other} ends`,
      when: 'toCome',
      on: ukDate(facts.endsOn),
      ...(detail && { details: [detail] }),
    },
  ]
}

const firstContact = ({ contactAt, facts, other, role }: Way): Moment =>
  facts.state === 'introduced'
    ? {
        label: role === 'mentor' ? `You write to ${other}` : `${other} writes to you`,
        when: 'now',
        on: `by ${ukDate(facts.firstContactDue)}`,
      }
    : { label: 'You are in contact', when: 'done', on: contactAt ? ukDate(contactAt) : undefined }

const agreement = ({ agreedAt, facts }: Way): Moment =>
  agreedAt
    ? { label: 'You have both signed the mentoring agreement', when: 'done', on: ukDate(agreedAt) }
    : {
        label: 'Fill in the mentoring agreement together, and both sign it',
        when: facts.state === 'introduced' ? 'toCome' : 'now',
      }

const meeting = ({ facts, meetings }: Way): Moment => ({
  ...(facts.hasMet
    ? { label: 'You have met face to face', when: 'done' }
    : {
        label: 'Meet face to face at least once',
        when: facts.state === 'introduced' ? 'toCome' : 'now',
      }),
  ...(meetings.length > 0 && { details: meetings }),
})

const detailOfEnd = ({ extension, facts, other }: Way): string | undefined => {
  if (facts.state === 'extended')
    return 'You have both asked for more time, so this is later than at first.'
  if (extension === 'asked')
    return `You have asked for more time. We wait for the answer of ${other}.`
  if (extension === 'toAnswer') return `${other} has asked for more time.`
  if (extension === 'refused') return 'It ends as planned.'
  return undefined
}
