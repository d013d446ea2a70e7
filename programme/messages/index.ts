import type { Step } from '../clock/states.ts'
import type { MatchMessage, ReminderMessage } from './message.ts'
import { PERSONAL_MAILS } from './personal.ts'
import { REMINDER_MAILS } from './reminders.ts'
import { STEP_MAILS } from './steps.ts'
import { TRAINING_MAILS } from './training.ts'

/** The messages of the plugin, with the words they start with; comms change them in the admin. */
export const MENTORING_MAILS = [
  ...PERSONAL_MAILS,
  ...STEP_MAILS,
  ...REMINDER_MAILS,
  ...TRAINING_MAILS,
]

export type MentoringMail = (typeof MENTORING_MAILS)[number]['name']

/** What the clock sends. */
export const REMINDERS: readonly ReminderMessage[] = REMINDER_MAILS

/** What goes out with a step of a match. */
export const messagesAfter = (step: Step): MatchMessage[] =>
  (MENTORING_MAILS as readonly MatchMessage[]).filter(({ after }) => after === step)

/** The record of a message. */
export const messageOf = (name: MentoringMail): MatchMessage =>
  MENTORING_MAILS.find((message) => message.name === name)!
