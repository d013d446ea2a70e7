import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, addMonths } from '../clock/dates.ts'
import { DEFAULT_PERIOD as PERIOD, type Facts, type Role, ROLES } from '../clock/facts.ts'
import { reminderDue } from '../clock/reminders.ts'
import { REMINDERS } from './index.ts'

const reminder = (name: string) => REMINDERS.find((one) => one.name === name)!

const START = new Date('2026-10-20T10:00:00Z')
const onDay = (days: number) => addDays(START, days)

const facts = (changes: Partial<Facts> = {}): Facts => ({
  state: 'introduced',
  introducedAt: START,
  firstContactDue: onDay(7),
  endsOn: addMonths(START, 4),
  hasMet: false,
  wasExtensionAsked: false,
  ...changes,
})

const due = (
  day: number,
  role: Role,
  changes: Partial<Facts> = {},
  sent: string[] = [],
): string | undefined =>
  reminderDue(REMINDERS, facts(changes), role, PERIOD, sent, onDay(day))?.name

describe('when nobody has noted a contact', () => {
  it('the mentor is reminded on day 3, day 5 and day 7, the mentee on day 7', () => {
    expect(due(2, 'mentor')).toBeUndefined()
    expect(due(3, 'mentor')).toBe('contactGentle')
    expect(due(5, 'mentor', {}, ['contactGentle'])).toBe('contactAgain')
    expect(due(7, 'mentor', {}, ['contactGentle', 'contactAgain'])).toBe('contactOverdueToMentor')
    expect(due(6, 'mentee')).toBeUndefined()
    expect(due(7, 'mentee')).toBe('contactOverdueToMentee')
  })

  it('reminders move with the day it is due', () => {
    const later = { firstContactDue: onDay(14) }
    expect(due(9, 'mentor', later)).toBeUndefined()
    expect(due(10, 'mentor', later)).toBe('contactGentle')
    expect(due(13, 'mentee', later)).toBeUndefined()
    expect(due(14, 'mentee', later)).toBe('contactOverdueToMentee')
  })
})

it.each<[number, Partial<Facts>, string | undefined]>([
  [20, { state: 'inContact' }, undefined],
  [21, { state: 'inContact' }, 'agreementMissing'],
  [21, { state: 'agreed' }, undefined],
  [42, { state: 'agreed' }, 'meetingMissing'],
  [42, { state: 'agreed', hasMet: true }, undefined],
  [42, { state: 'extended' }, undefined],
  [108, { state: 'agreed', hasMet: true }, undefined],
  [109, { state: 'agreed', hasMet: true }, 'extensionQuestion'],
  [109, { state: 'agreed', hasMet: true, wasExtensionAsked: true }, undefined],
  [109, { state: 'extended', hasMet: true }, undefined],
  [109, { state: 'endedEarly' }, undefined],
])('on day %i, %j: %s', (day, changes, name) => {
  for (const role of ROLES) expect(due(day, role, changes)).toBe(name)
})

describe('a server that stood still', () => {
  it('sends one reminder that makes sense now, and none that it missed', () => {
    expect(due(12, 'mentor')).toBe('contactOverdueToMentor')
    expect(due(12, 'mentor', {}, ['contactOverdueToMentor'])).toBeUndefined()
    expect(due(60, 'mentor', { state: 'inContact' })).toBe('meetingMissing')
    expect(due(61, 'mentor', { state: 'inContact' }, ['meetingMissing'])).toBeUndefined()
  })

  /** What one person is sent when the job runs on some days only and the state changes on others. */
  const live = (role: Role, runs: Set<number>, changes: Map<number, Partial<Facts>>) => {
    let now = facts()
    const sent: { day: number; name: string; facts: Facts }[] = []
    for (let day = 0; day <= 200; day++) {
      now = { ...now, ...changes.get(day) }
      if (!runs.has(day)) continue
      const names = sent.map(({ name }) => name)
      const name = reminderDue(REMINDERS, now, role, PERIOD, names, onDay(day))?.name
      if (name) sent.push({ day, name, facts: now })
    }
    return sent
  }
  const states = fc.constantFrom<Facts['state']>('introduced', 'inContact', 'agreed', 'extended')
  const change = fc.record(
    { state: states, hasMet: fc.boolean(), wasExtensionAsked: fc.boolean() },
    { requiredKeys: [] },
  )
  const lives = fc.record({
    role: fc.constantFrom(...ROLES),
    runs: fc.uniqueArray(fc.nat(200), { maxLength: 200 }).map((days) => new Set(days)),
    changes: fc.array(fc.tuple(fc.nat(200), change)).map((all) => new Map(all)),
  })

  it('whenever it runs and whatever happens, nothing comes twice or without a cause', () => {
    fc.assert(
      fc.property(lives, ({ changes, role, runs }) => {
        const sent = live(role, runs, changes)
        expect(new Set(sent.map(({ name }) => name)).size).toBe(sent.length)
        for (const one of sent) {
          expect(reminder(one.name).isCalledFor(one.facts)).toBe(true)
          expect(reminder(one.name).to).toContain(role)
          expect(reminder(one.name).dueAt(one.facts, PERIOD) <= onDay(one.day)).toBe(true)
        }
      }),
    )
  })

  it('after a stop of any length there is at most one until the next is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), states, fc.boolean(), (day, state, hasMet) => {
        const still = new Map([[0, { state, hasMet }]])
        const upTo = new Set([day, day + 1, day + 2].filter((run) => run <= 200))
        const sent = live('mentor', upTo, still)
        const fresh = sent
          .slice(1)
          .map(({ facts: then, name }) => reminder(name).dueAt(then, PERIOD))
        for (const at of fresh) expect(at > onDay(day)).toBe(true)
      }),
    )
  })

  it('a job that runs every day sends everything the programme promises', () => {
    const everyDay = new Set(Array.from({ length: 201 }, (_, day) => day))
    const names = (changes: [number, Partial<Facts>][]) =>
      live('mentor', everyDay, new Map(changes)).map(({ day, name }) => `${day} ${name}`)
    expect(names([])).toEqual(['3 contactGentle', '5 contactAgain', '7 contactOverdueToMentor'])
    expect(
      names([
        [4, { state: 'inContact' }],
        [30, { state: 'agreed' }],
        [50, { hasMet: true }],
      ]),
    ).toEqual([
      '3 contactGentle',
      '21 agreementMissing',
      '42 meetingMissing',
      '109 extensionQuestion',
    ])
  })
})
