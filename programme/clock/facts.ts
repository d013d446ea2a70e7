import type { State } from './states.ts'

/** The two sides of a match. */
export const ROLES = ['mentor', 'mentee'] as const

export type Role = (typeof ROLES)[number]

/** Is this form of the programme that of one side of a match? */
export const isRole = (kind: string): kind is Role => ROLES.some((role) => role === kind)

export const otherRole = (role: Role): Role => (role === 'mentor' ? 'mentee' : 'mentor')

/** Days, months and hours that coordinators set. */
export type Period = {
  /** Days from the introduction to the first contact. */
  firstContactDays: number
  /** Days after the introduction on which a mentor who has not written is reminded. */
  firstReminderDays: number
  secondReminderDays: number
  /** Days from the introduction after which a missing agreement, a missing meeting is noted. */
  agreementDays: number
  meetingDays: number
  /** Days before the end on which both are asked about an extension. */
  extensionQuestionDays: number
  /** Months from the introduction to the end, and to the end of an extended match. */
  months: number
  extendedMonths: number
  /** UK hours between which reminders go out. */
  earliestHour: number
  latestHour: number
}

/** The programme's own rules: see "What a mentor agrees to" on the programme page. */
export const DEFAULT_PERIOD: Period = {
  firstContactDays: 7,
  firstReminderDays: 3,
  secondReminderDays: 5,
  agreementDays: 21,
  meetingDays: 42,
  extensionQuestionDays: 14,
  months: 4,
  extendedMonths: 6,
  earliestHour: 8,
  latestHour: 20,
}

/** The dates of a match that others are counted from. */
export type MatchDates = { introducedAt: Date; firstContactDue: Date; endsOn: Date }

/** How a match stands, whatever its dates. */
export type Circumstances = {
  state: State
  /** Have they met face to face? */
  hasMet: boolean
  /** Who asked for an extension that the other has not answered; undefined when nobody has. */
  extensionAskedBy?: Role
  /** Has an extension been asked for at all, whatever became of it? */
  wasExtensionAsked: boolean
}

/** What the clock needs to know of a match. */
export type Facts = Circumstances & MatchDates
