import ical, { type ICalEventData } from 'ical-generator'
import type { PayloadRequest } from 'payload'

import { ukDay } from '../clock/dates.ts'
import { OPEN } from '../clock/states.ts'
import { otherRole } from '../clock/facts.ts'
import type { Participant } from '../links/owner.ts'
import { factsOf } from '../matches/facts-of.ts'
import { otherOf } from '../matches/other-of.ts'
import { findMatchesOf } from '../people/person-actions.ts'
import { findTrainingDays } from '../training/training.ts'

/** One date of somebody's, as a calendar takes it. */
export type CalendarDate = {
  /** The same each time the file is made: a calendar then moves the date instead of adding it again. */
  id: string
  title: string
  where?: string
} & ({ day: Date | string } | { startsAt: Date | string })

/**
 * The dates of somebody's open matches and of the training days they have a place on. Of the other person a calendar
 * is told the name alone: many people share theirs with others.
 */
export const datesOf = async (
  req: PayloadRequest,
  participant: Participant,
  now: Date,
): Promise<CalendarDate[]> => {
  const { person, role } = participant
  const dates: CalendarDate[] = []
  for (const match of await findMatchesOf(req, participant)) {
    const facts = factsOf(match)
    if (!OPEN.includes(facts.state)) continue
    const other = await otherOf(req, match, role)
    const name = other?.person.name ?? `your ${otherRole(role)}`
    if (facts.state === 'introduced') {
      const title =
        role === 'mentor' ? `Write to ${name} by today` : `${name} writes to you by today`
      dates.push({ id: `contact-${match.id}`, title, day: facts.firstContactDue })
    }
    dates.push({
      id: `end-${match.id}`,
      title: `Your match with ${name} ends`,
      day: facts.endsOn,
    })
  }
  const days = role === 'mentor' ? await findTrainingDays(req, now, person.id) : []
  for (const { id, ownPlace, place, startsAt, title } of days) {
    if (ownPlace) dates.push({ id: `training-${id}`, title, where: place, startsAt })
  }
  return dates
}

/**
 * A calendar file (iCalendar, RFC 5545).
 *
 * @param name what the calendar is called
 * @param host names the programme in the ids of its dates
 */
export const calendarFile = (
  dates: CalendarDate[],
  { host, name, now }: { host: string; name: string; now: Date },
): string => {
  const calendar = ical({ name, prodId: { company: host, product: 'mentoring', language: 'EN' } })
  for (const date of dates) {
    const when: Pick<ICalEventData, 'allDay' | 'start'> =
      'day' in date
        ? // Noon: in whatever time zone the server stands, it is this day.
          { allDay: true, start: new Date(`${ukDay(date.day)}T12:00:00Z`) }
        : { start: new Date(date.startsAt) }
    calendar.createEvent({
      ...when,
      id: `${date.id}@${host}`,
      stamp: now,
      summary: date.title,
      location: date.where,
    })
  }
  return calendar.toString()
}
