import { describe, expect, it } from 'vitest'

import { addDays } from './dates.ts'
import { DEFAULT_PERIOD, type Facts, otherRole } from './facts.ts'
import { isOver, type Reminder, reminderDue } from './reminders.ts'

const START = new Date('2026-10-20T10:00:00Z')

const facts: Facts = {
  state: 'introduced',
  introducedAt: START,
  firstContactDue: addDays(START, 7),
  endsOn: addDays(START, 120),
  hasMet: false,
  wasExtensionAsked: false,
}

const onDay = (name: string, day: number, isCalledFor = true): Reminder => ({
  name,
  to: ['mentor'],
  dueAt: () => addDays(START, day),
  isCalledFor: () => isCalledFor,
})

const due = (reminders: Reminder[], sent: string[] = []) =>
  reminderDue(reminders, facts, 'mentor', DEFAULT_PERIOD, sent, addDays(START, 30))?.name

describe('of reminders that are due', () => {
  it('the latest goes, from the moment it is due, to whom it is for', () => {
    expect(due([onDay('earlier', 3), onDay('later', 5)])).toBe('later')
    expect(due([onDay('now', 30)])).toBe('now')
    expect(due([onDay('due', 3), onDay('not yet', 31)])).toBe('due')
    expect(due([onDay('due', 3), { ...onDay('of the mentee', 5), to: ['mentee'] }])).toBe('due')
  })

  it('a later one that the match does not call for holds no earlier one back', () => {
    expect(due([onDay('earlier', 3), onDay('later', 5, false)])).toBe('earlier')
  })

  it('one that was overtaken by a later one, which was sent, is not sent', () => {
    expect(due([onDay('earlier', 3), onDay('later', 5)], ['later'])).toBeUndefined()
  })

  it('two of the same moment both go, one after the other', () => {
    const both = [onDay('first', 3), onDay('second', 3)]
    expect(due(both)).toBe('first')
    expect(due(both, ['first'])).toBe('second')
    expect(due(both, ['first', 'second'])).toBeUndefined()
  })
})

it('the time of a match is over from the moment of its end', () => {
  expect(isOver(facts, new Date(facts.endsOn.getTime() - 1))).toBe(false)
  expect(isOver(facts, facts.endsOn)).toBe(true)
  expect(isOver(facts, addDays(facts.endsOn, 1))).toBe(true)
})

it('the other one of mentor and mentee', () => {
  expect(otherRole('mentor')).toBe('mentee')
  expect(otherRole('mentee')).toBe('mentor')
})
