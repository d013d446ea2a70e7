import fc from 'fast-check'
import { expect, it } from 'vitest'

import { REMINDERS } from '../messages/index.ts'
import { addDays } from './dates.ts'
import { dutiesAt, type Duty } from './duties.ts'
import { DEFAULT_PERIOD, type Facts, type Period, ROLES } from './facts.ts'
import { isOver, type Reminder } from './reminders.ts'
import { OPEN, type State, STATES, stepsFrom } from './states.ts'

const NOW = new Date('2026-10-24T23:30:00.000Z')

/** Around the night on which the clocks go back, and further away. */
const moments = fc
  .integer({ min: -200 * 24 * 60, max: 40 * 24 * 60 })
  .map((minutes) => new Date(NOW.getTime() + minutes * 60_000))

const facts: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom(...(Object.keys(STATES) as State[])),
  introducedAt: moments,
  firstContactDue: moments,
  endsOn: moments,
  hasMet: fc.boolean(),
  extensionAskedBy: fc.constantFrom(undefined, ...ROLES),
  wasExtensionAsked: fc.boolean(),
})

const days = fc.integer({ min: 0, max: 60 })
const periods: fc.Arbitrary<Period> = fc
  .record({ firstReminderDays: days, agreementDays: days, extensionQuestionDays: days })
  .map((changes) => ({ ...DEFAULT_PERIOD, ...changes }))

const finds = ({ before, date, hasMet, state, wasExtensionAsked }: Duty, match: Facts): boolean =>
  match.state === state &&
  (!before || match[date] < before) &&
  (hasMet ?? match.hasMet) === match.hasMet &&
  (wasExtensionAsked ?? match.wasExtensionAsked) === match.wasExtensionAsked

/** Is there anything to do, whatever was sent before? */
const isDue = (reminders: readonly Reminder[], match: Facts, period: Period, now: Date): boolean =>
  OPEN.includes(match.state) &&
  (isOver(match, now)
    ? stepsFrom(match.state).includes('complete')
    : reminders.some(
        (one) => one.isCalledFor(match) && one.dueAt(match, period).getTime() <= now.getTime(),
      ))

it('every match in which something is due is found by a duty', () => {
  fc.assert(
    fc.property(facts, periods, moments, (match, period, now) => {
      fc.pre(isDue(REMINDERS, match, period, now))
      expect(dutiesAt(REMINDERS, period, now).some((duty) => finds(duty, match))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('a reminder that says its moment in no other way than by a function is found whatever the dates', () => {
  const odd: Reminder = {
    name: 'odd',
    to: ['mentor'],
    dueAt: ({ endsOn }) => addDays(endsOn, -200),
    isCalledFor: ({ state }) => state === 'extended',
  }
  fc.assert(
    fc.property(facts, moments, (match, now) => {
      fc.pre(isDue([odd], match, DEFAULT_PERIOD, now))
      expect(dutiesAt([odd], DEFAULT_PERIOD, now).some((duty) => finds(duty, match))).toBe(true)
    }),
  )
})

it('a pair that is on its way is found by none', () => {
  const well: Facts = {
    state: 'agreed',
    introducedAt: addDays(NOW, -60),
    firstContactDue: addDays(NOW, -53),
    endsOn: addDays(NOW, 60),
    hasMet: true,
    wasExtensionAsked: false,
  }
  const duties = dutiesAt(REMINDERS, DEFAULT_PERIOD, NOW)
  expect(duties.filter((duty) => finds(duty, well))).toEqual([])
  expect(duties.length).toBeLessThan(8)
})
