import { expect, it } from 'vitest'

import { firstStep, type Standing } from './first-step.ts'
import type { MatchView } from './match-view.ts'

const match = (id: string, changes: Partial<MatchView> = {}): MatchView => ({
  id,
  isOpen: true,
  other: { name: 'Omar', role: 'mentee', details: [] },
  isHidden: false,
  reasons: [],
  introducedOn: '',
  dueOn: '',
  endsOn: '',
  next: [],
  timeline: [],
  canSaySilence: false,
  agreement: 'none',
  canPrint: false,
  meetings: [],
  extension: 'none',
  isCompleted: false,
  hasSurvey: false,
  ...changes,
})
const over = (id: string, changes: Partial<MatchView> = {}) =>
  match(id, { isOpen: false, ...changes })

const first = (role: 'mentee' | 'mentor', status: Standing, ...matches: MatchView[]) => {
  const step = firstStep({ role, status, matches })
  return step && ('match' in step ? `${step.what} ${step.match.id}` : step.what)
}

it('is what somebody else waits for, of all matches', () => {
  const one = match('one', { next: ['signAgreement', 'meet'] })
  const two = match('two', { next: ['write'] })
  expect(first('mentor', 'matched', one, two)).toBe('write two')
  expect(first('mentor', 'matched', one, match('three', { next: ['answerExtension'] }))).toBe(
    'answerExtension three',
  )
})

it('is nothing for whoever waits, or has all done', () => {
  expect(first('mentee', 'waiting')).toBeUndefined()
  expect(first('mentor', 'active')).toBeUndefined()
  expect(first('mentor', 'matched', match('one'))).toBeUndefined()
})

it('is the way back for whoever is out of the matching', () => {
  for (const status of ['resting', 'withdrawn'] as const)
    expect(first('mentee', status)).toBe('back')
  expect(first('mentor', 'paused', over('one', { goesOn: 'no' }))).toBe('back')
})

it('after the end is whether they want another match, then how it was', () => {
  const early = over('early', { goesOn: 'asked' })
  const whole = over('whole', { isCompleted: true })
  expect(first('mentee', 'resting', early)).toBe('another early')
  expect(first('mentee', 'resting', whole)).toBe('another whole')
  expect(first('mentee', 'resting', { ...whole, goesOn: 'no' })).toBe('back')
  expect(first('mentor', 'active', whole)).toBe('survey whole')
  expect(first('mentor', 'active', { ...whole, hasSurvey: true })).toBeUndefined()
  // Whoever has left or has another mentor can't say so.
  expect(first('mentee', 'withdrawn', early)).toBe('back')
  expect(first('mentee', 'matched', match('new'), { ...whole, hasSurvey: true })).toBeUndefined()
})
