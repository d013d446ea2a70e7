import { z } from 'zod'

import { type Role, ROLES } from '../clock/facts.ts'
import type { Step } from '../clock/states.ts'
import { noteContact } from '../matches/contact.ts'
import { answerGoOn, endMatch } from '../matches/end-match.ts'
import { extendOnBehalf } from '../matches/extension.ts'
import { moveDates } from '../matches/move-dates.ts'
import type { Actor, MatchContext } from '../matches/types.ts'

/** A button on a match's page, with what is said before and after it. */
export type Choice = {
  label: string
  says: string
  done: string
  /** Dates the form asks for. */
  dates?: ('endsOn' | 'firstContactDue')[]
  /** What goes along beside match and note. */
  input?: object
}

/** What decides which buttons there are. */
type Situation = {
  can: (step: Step) => boolean
  isOpen: boolean
  /** Has the mentee heard nothing, as far as we know? */
  hasHeardNothing: boolean
  /** Those who have not said yet whether they want another match. */
  unanswered: Role[]
}

export type Coordinator = Actor & { by: 'coordinator' }

/** Something a coordinator does for the two, each time with a note that says why. */
type OnBehalf = {
  /** Its address, under `/api/mentoring/`. */
  name: string
  choices: (situation: Situation) => Choice[]
  /** What is sent beside match and note. */
  shape: z.ZodRawShape
  work: (context: MatchContext, actor: Coordinator, input: object) => Promise<void>
}

/** Lets TypeScript see that what is worked with is what was read. */
const onBehalf = <Shape extends z.ZodRawShape>(
  name: string,
  shape: Shape,
  choices: OnBehalf['choices'],
  work: (
    context: MatchContext,
    actor: Coordinator,
    input: z.infer<z.ZodObject<Shape>>,
  ) => Promise<void>,
): OnBehalf => ({
  name,
  shape,
  choices,
  work: (context, actor, input) => work(context, actor, input as z.infer<z.ZodObject<Shape>>),
})

/** A day as date inputs have it; noon in UTC is that day in the UK too. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a date.')
  .transform((text) => new Date(`${text}T12:00:00.000Z`))
  .refine((date) => !Number.isNaN(date.getTime()), 'Choose a date.')

/** All that coordinators can do on behalf of the two. Another record is another button and its door. */
export const ON_BEHALF: OnBehalf[] = [
  onBehalf(
    'contact',
    {},
    ({ can, hasHeardNothing, isOpen }) =>
      when(can('contact') || (isOpen && hasHeardNothing), {
        label: 'They are in contact',
        says: 'For when one of them has told you so. Reminders to write stop.',
        done: 'Noted: they are in contact.',
      }),
    (context, actor) => noteContact(context, actor),
  ),
  onBehalf(
    'move',
    { endsOn: day.optional(), firstContactDue: day.optional() },
    ({ can, isOpen }) =>
      when(isOpen, {
        label: 'Move a date',
        says: 'Reminders follow the new dates. Both get an email when the end is moved.',
        done: 'The date is moved.',
        dates: can('contact') ? ['firstContactDue', 'endsOn'] : ['endsOn'],
      }),
    (context, actor, { endsOn, firstContactDue }) =>
      moveDates(context, actor, { endsOn, firstContactDue }),
  ),
  onBehalf(
    'extend',
    {},
    ({ can }) =>
      when(can('extend'), {
        label: 'Extend',
        says: 'For when both have told you that they want it. Both get an email.',
        done: 'Extended. Both get an email.',
      }),
    extendOnBehalf,
  ),
  onBehalf(
    'end',
    {},
    ({ can }) =>
      when(can('endEarly'), {
        label: 'End the match',
        says: 'Both get a neutral email and are asked whether they want another match. This can’t be undone.',
        done: 'Ended. Both get a neutral email.',
      }),
    (context, actor) => endMatch(context, actor),
  ),
  onBehalf(
    'another',
    { role: z.enum(ROLES), wantsAnother: z.boolean() },
    ({ unanswered }) =>
      unanswered.flatMap((role) => [
        {
          label: `The ${role} wants another match`,
          says: 'For when they have told you so. They can be matched again.',
          done: `Noted: the ${role} wants another match.`,
          input: { role, wantsAnother: true },
        },
        {
          label: `The ${role} wants no other`,
          says: 'For when they have told you so, or do not answer. They can come back on their page.',
          done: `Noted: the ${role} wants no other match.`,
          input: { role, wantsAnother: false },
        },
      ]),
    (context, actor, { role, wantsAnother }) => answerGoOn(context, role, wantsAnother, actor),
  ),
]

const when = (isSo: boolean, choice: Choice): Choice[] => (isSo ? [choice] : [])
