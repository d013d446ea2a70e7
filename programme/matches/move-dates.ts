import { daysBetween, ukDate } from '../clock/dates.ts'
import { ROLES } from '../clock/facts.ts'
import type { Actor, MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'
import { refuseWhenOver } from './refuse-when-over.ts'
import { change, note } from './take-step.ts'
import { writeTo } from './write-to.ts'

/**
 * Moves the day by which the first contact is due, or the end. Both people hear of a new end;
 * reminders follow the new dates, but none comes twice.
 *
 * @throws Refused when a date makes no sense, nothing changes, or the match is over.
 */
export const moveDates = async (
  context: MatchContext,
  actor: Actor & { by: 'coordinator' },
  { endsOn, firstContactDue }: { endsOn?: Date; firstContactDue?: Date },
): Promise<void> => {
  const { facts, now } = context
  refuseWhenOver(context, 'its dates stay as they are')
  const isDueMoved = firstContactDue && daysBetween(facts.firstContactDue, firstContactDue) !== 0
  const isEndMoved = endsOn && daysBetween(facts.endsOn, endsOn) !== 0
  if (!isDueMoved && !isEndMoved) throw new Refused(400, 'Choose a new date first.')
  if (isDueMoved && facts.state !== 'introduced') {
    throw new Refused(409, 'They are in contact already, so this date can’t be moved.')
  }
  for (const date of [isDueMoved && firstContactDue, isEndMoved && endsOn]) {
    if (date && daysBetween(now, date) < 0) throw new Refused(400, 'Choose a date that is to come.')
  }
  if ((endsOn ?? facts.endsOn) <= (firstContactDue ?? facts.firstContactDue)) {
    throw new Refused(400, 'The end must be later than the day the first contact is due.')
  }
  await change(context, {
    ...(isDueMoved && { firstContactDue: firstContactDue.toISOString() }),
    ...(isEndMoved && { endsOn: endsOn.toISOString() }),
  })
  await note(context, 'moveDates', actor)
  if (!isEndMoved) return
  for (const role of ROLES) {
    await writeTo(context, role, 'endMoved', {
      // By the moment: an end that is moved away and back is news each time.
      occasion: `end-${now.getTime()}`,
      values: { endsOn: ukDate(endsOn) },
    })
  }
}
