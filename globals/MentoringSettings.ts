import type { GlobalConfig, NumberField } from 'payload'

import { hiddenUnless, isCoordinator } from '../collections/access.ts'
import { DEFAULT_PERIOD, type Period } from '../programme/clock/facts.ts'

type Question = { name: keyof Period; label: string; min: number; max: number }

const DAYS: Question[] = [
  { name: 'firstReminderDays', label: 'First reminder to the mentor', min: 1, max: 60 },
  { name: 'secondReminderDays', label: 'Second reminder to the mentor', min: 1, max: 60 },
  { name: 'firstContactDays', label: 'First contact is due', min: 1, max: 60 },
  { name: 'agreementDays', label: 'Reminder of the agreement', min: 1, max: 180 },
  { name: 'meetingDays', label: 'Reminder to meet face to face', min: 1, max: 180 },
]

const toField = ({ name, ...question }: Question): NumberField => ({
  name,
  type: 'number',
  required: true,
  defaultValue: DEFAULT_PERIOD[name],
  validate: (value: unknown) =>
    (Number.isInteger(value) && Number(value) >= question.min && Number(value) <= question.max) ||
    `Enter a whole number from ${question.min} to ${question.max}`,
  ...question,
})

/** The later of two numbers, with what is said when it is not later. */
const after = (field: NumberField, earlier: keyof Period, message: string): NumberField => ({
  ...field,
  validate: (value: unknown, args: { siblingData: Partial<Period> }) => {
    // The one that `toField` gives, which asks for nothing but the value.
    const own = (field.validate as unknown as (value: unknown) => string | true)(value)
    if (own !== true) return own
    return Number(value) > Number(args.siblingData[earlier] ?? DEFAULT_PERIOD[earlier]) || message
  },
})

const [first, second, due, ...rest] = DAYS.map(toField) as [
  NumberField,
  NumberField,
  NumberField,
  ...NumberField[],
]

/** Days and months of the clock, set by coordinators. */
export const MentoringSettings: GlobalConfig = {
  slug: 'mentoring-settings',
  label: 'After the match',
  access: { read: isCoordinator, update: isCoordinator },
  versions: false,
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden: hiddenUnless(isCoordinator),
    description:
      'When reminders go out and how long mentoring lasts. The dates of matches that are introduced already stay as they are.',
  },
  fields: [
    {
      type: 'collapsible',
      label: 'Days after the introduction',
      fields: [
        first,
        after(second, 'firstReminderDays', 'Enter more days than for the first reminder'),
        after(due, 'secondReminderDays', 'Enter more days than for the second reminder'),
        ...rest,
      ],
    },
    {
      type: 'collapsible',
      label: 'The end',
      fields: [
        toField({ name: 'months', label: 'Months until the end', min: 1, max: 24 }),
        after(
          toField({
            name: 'extendedMonths',
            label: 'Months until the end when both agree to extend',
            min: 2,
            max: 36,
          }),
          'months',
          'Enter more months than without an extension',
        ),
        toField({
          name: 'extensionQuestionDays',
          label: 'Days before the end on which both are asked about an extension',
          min: 1,
          max: 60,
        }),
      ],
    },
    {
      type: 'collapsible',
      label: 'Time of day for reminders',
      fields: [
        toField({ name: 'earliestHour', label: 'Not before (hour, UK time)', min: 0, max: 23 }),
        after(
          toField({ name: 'latestHour', label: 'Not after (hour, UK time)', min: 1, max: 24 }),
          'earliestHour',
          'Enter a later hour than the earliest',
        ),
      ],
    },
  ],
}
