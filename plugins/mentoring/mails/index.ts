import { type Facts, type Role, ROLES } from '../clock/facts.ts'
import { REMINDERS, type ReminderName, stillApplies } from '../clock/reminders.ts'
import { OPEN } from '../clock/states.ts'
import type { LinkPurpose } from '../../links/purposes.ts'
import { REMINDER_MAILS } from './reminders.ts'
import { STEP_MAILS } from './steps.ts'
import { TRAINING_MAILS } from './training.ts'

/** The messages of the plugin, with the words they start with; comms change them in the admin. */
export const MENTORING_MAILS = [...STEP_MAILS, ...REMINDER_MAILS, ...TRAINING_MAILS]

export type MentoringMail = (typeof MENTORING_MAILS)[number]['name']

/** Messages that people can stop. */
export const OPTIONAL_MAILS: MentoringMail[] = REMINDER_MAILS.map(({ name }) => name)

/** Messages of which nobody gets more than one a day: reminders, and the thanks at the end. */
export const ONE_A_DAY: MentoringMail[] = [...OPTIONAL_MAILS, 'matchCompleted']

/** What the link of a message that asks for something does. */
export const LINK_IN: Partial<Record<MentoringMail, Exclude<LinkPurpose, 'confirm' | 'page'>>> = {
  contactGentle: 'contact',
  contactAgain: 'contact',
  contactOverdueToMentor: 'contact',
  contactOverdueToMentee: 'contact',
  extensionQuestion: 'extension',
  extensionAsked: 'extension',
  matchEnded: 'goOn',
  matchCompleted: 'survey',
}

/** The message of a reminder. */
export const mailOf = (reminder: ReminderName, role: Role): MentoringMail => {
  if (reminder !== 'contactOverdue') return reminder
  return role === 'mentor' ? 'contactOverdueToMentor' : 'contactOverdueToMentee'
}

const isOpen = ({ state }: Facts): boolean => OPEN.includes(state)

/** When a message about a step is still true; those left out are true for ever. */
const CALLED_FOR: Partial<Record<MentoringMail, (facts: Facts) => boolean>> = {
  agreementToSign: isOpen,
  extensionAsked: ({ extensionAskedBy, state }) =>
    state === 'agreed' && extensionAskedBy !== undefined,
  extended: isOpen,
  extensionNotWanted: isOpen,
  endMoved: isOpen,
}

/** Does a match still call for a message? Nothing for a message that can't come too late. */
export const callFor = (template: string): ((facts: Facts) => boolean) | undefined => {
  const reminder = (Object.keys(REMINDERS) as ReminderName[]).find((name) =>
    ROLES.some((role) => mailOf(name, role) === template),
  )
  return reminder ? (facts) => stillApplies(reminder, facts) : CALLED_FOR[template as MentoringMail]
}
