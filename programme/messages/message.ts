import type { MailTemplate } from '@mentoring/outbox'

import type { Circumstances, Facts, Period, Role } from '../clock/facts.ts'
import type { Reminder } from '../clock/reminders.ts'
import { OPEN, type Step } from '../clock/states.ts'
import type { LinkPurpose } from '../links/purposes.ts'

/**
 * Everything about a message of the programme, in one record: its words and what stands in them,
 * whom it goes to, what its link does, when it is due, and what holds it back. Another record in the
 * list is another message; nothing else need be changed.
 */
export type MatchMessage = MailTemplate & {
  /** Whom it goes to: one of the two, or either; neither when it is for staff. */
  to: readonly Role[]
  /** What its `{{link}}` does; `{{page}}` needs no word. */
  link?: Exclude<LinkPurpose, 'confirm' | 'page'>
  /** Goes to each of its people when a match takes this step. */
  after?: Step
  /** A reminder: the moment from which the clock sends it, once to each of its people. */
  dueAt?: (facts: Facts, period: Period) => Date
  /** Comes with `dueAt` from `daysFrom`. */
  countedFrom?: Reminder['countedFrom']
  /** Is it still true for the match it is about? Asked right before it goes. @default for ever */
  isCalledFor?: (match: Circumstances) => boolean
  /** Does it go only to who still has the place on the training day? */
  needsPlace?: boolean
  /** `oneADay`: by day only, and no second one of this pace to an address on the same day. */
  pace?: 'oneADay'
  /** Does an answer go to the other person of the match? @default the central team */
  repliesToOther?: boolean
}

/** Called for only while the two are mentor and mentee. */
export const isOpen = ({ state }: Circumstances): boolean => OPEN.includes(state)

/** A message that the clock sends. */
export type ReminderMessage = MatchMessage & Required<Pick<MatchMessage, 'dueAt' | 'isCalledFor'>>
