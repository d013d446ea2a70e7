import { assess, matchPool } from '@mentoring/matching/pool'
import { describe, expect, it } from 'vitest'

import type { Mentee, Mentor } from '../payload-types.ts'
import { isKey } from '@mentoring/forms/keys'
import { formOf } from '@mentoring/forms/editions/form-of'
import { criteriaOf } from '../programme/matches/criteria.ts'
import {
  daysWaited,
  FOUND_BEFORE,
  MENTEES_BEFORE,
  MENTORS_BEFORE,
} from '../test/helpers/pool-before.ts'
import { starterDefinition } from './starter-definition.ts'
import { teamsOfTyped } from './typed-teams.ts'

describe('the teams that people have typed', () => {
  const listed = (...typed: string[]) => teamsOfTyped(typed).choices

  it('become choices that are not offered, one for what is the same to the matching', () => {
    expect(listed('Ward J16', 'ward j16', 'Ward  J16!', 'Ward J16', 'Renal')).toEqual([
      { key: 'renal', label: 'Renal', isRetired: true, isTyped: true },
      { key: 'wardJ16', label: 'Ward J16', isRetired: true, isTyped: true },
    ])
  })

  it('have a key of their own, made up where their name gives none or one that is taken', () => {
    const choices = listed('عناية', 'Wärd 7', 'Ward 7', 'team1', 'Another team', 'قلب')
    const keys = choices.map(({ key }) => key)
    expect(keys.every(isKey)).toBe(true)
    expect(new Set([...keys, 'anotherTeam'].map((key) => key.toLowerCase())).size).toBe(7)
    expect(Object.fromEntries(choices.map(({ key, label }) => [label, key]))).toMatchObject({
      'Ward 7': 'ward7',
      team1: expect.stringMatching(/^team\d$/) as string,
    })
  })

  it('are the same whatever the order they are read in', () => {
    const typed = [...MENTEES_BEFORE, ...MENTORS_BEFORE].map(({ team }) => team ?? '')
    expect(teamsOfTyped(typed.toReversed()).choices).toEqual(teamsOfTyped(typed).choices)
  })

  it.each([
    ['  ', { team: null, teamName: null }],
    ['...', { team: 'anotherTeam', teamName: '...' }],
    ['🏥', { team: 'anotherTeam', teamName: '🏥' }],
    ['ward J16', { team: 'wardJ16', teamName: 'ward J16' }],
  ])('stand in the record of whoever typed %j', (text, now) => {
    expect(teamsOfTyped(['Ward J16', '🏥', '  ', '...']).now(text)).toEqual(now)
  })
})

describe('an installation from before', () => {
  const typed = [...MENTEES_BEFORE, ...MENTORS_BEFORE].flatMap(({ team }) => (team ? [team] : []))
  const { choices, now } = teamsOfTyped(typed)
  const definition = starterDefinition({ teams: choices })
  const criteria = criteriaOf(definition)
  const nowOf = <T>(row: { name: string; team: string | null }) =>
    // As far as the criteria read it.
    ({ ...row, id: row.name, ...now(row.team ?? '') }) as unknown as T
  const mentees = MENTEES_BEFORE.map((row) => nowOf<Mentee>(row))
  const mentors = MENTORS_BEFORE.map((row) => nowOf<Mentor>(row))

  it('finds the same pairs, with the same scores and reasons', () => {
    const { pairs } = matchPool(
      {
        mentees: mentees.map((person, place) => ({
          id: person.id,
          person,
          daysWaited: daysWaited(place),
        })),
        mentors: mentors.map((person) => ({ id: person.id, person, places: 1 })),
      },
      criteria,
    )
    expect(
      pairs.map(({ assessment: { differences, reasons, score, tier }, mentee, mentor }) => ({
        mentee,
        mentor,
        tier,
        score,
        reasons,
        differences,
      })),
    ).toEqual(FOUND_BEFORE.pairs)
  })

  it('keeps the same pairs apart', () => {
    const keptApart = mentees.flatMap((mentee) =>
      mentors
        .filter((mentor) =>
          assess(criteria, { mentee, mentor }).forbiddenBy.some(({ name }) => name === 'sameTeam'),
        )
        .map((mentor) => [mentee.name, mentor.name]),
    )
    expect(keptApart).toEqual(FOUND_BEFORE.keptApart)
  })

  it.each(['mentor', 'mentee'])('shows on the form of a %s nothing that a person typed', (kind) => {
    const form = JSON.stringify(formOf(definition, kind))
    for (const { key, label } of choices) {
      expect(form).not.toContain(JSON.stringify(label))
      expect(form).not.toContain(`"${key}"`)
    }
    expect(form).toContain('Country where you qualified, or that you call home')
    expect(form).not.toContain('qualifiedIn')
  })
})
