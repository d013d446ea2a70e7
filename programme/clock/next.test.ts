import { expect, it } from 'vitest'

import type { Facts, Role } from './facts.ts'
import { nextSteps, type NextStep } from './next.ts'

const facts: Facts = {
  state: 'inContact',
  introducedAt: new Date('2026-10-20T10:00:00Z'),
  firstContactDue: new Date('2026-10-27T10:00:00Z'),
  endsOn: new Date('2027-02-20T10:00:00Z'),
  hasMet: false,
  wasExtensionAsked: false,
}
const agreed: Partial<Facts> = { state: 'agreed', hasMet: true }

it.each<[string, Partial<Facts>, Role, boolean, NextStep[]]>([
  ['the mentor writes first', { state: 'introduced' }, 'mentor', false, ['write']],
  ['the mentee waits to hear', { state: 'introduced' }, 'mentee', false, ['waitForContact']],
  ['then both sign and meet', {}, 'mentee', false, ['signAgreement', 'meet']],
  ['whoever has signed need not again', {}, 'mentor', true, ['meet']],
  ['an agreed pair may ask for more time', agreed, 'mentor', true, ['askForExtension']],
  [
    'who is asked for an extension answers first',
    { ...agreed, extensionAskedBy: 'mentor', wasExtensionAsked: true },
    'mentee',
    false,
    ['answerExtension', 'signAgreement'],
  ],
  [
    'who has asked waits',
    { ...agreed, extensionAskedBy: 'mentor', wasExtensionAsked: true },
    'mentor',
    true,
    [],
  ],
  ['an extended pair has all it needs', { ...agreed, state: 'extended' }, 'mentee', true, []],
  ['nothing is expected when it is over', { state: 'completed' }, 'mentee', false, []],
])('%s', (_what, changes, role, hasSigned, expected) => {
  expect(nextSteps({ ...facts, ...changes }, role, hasSigned)).toEqual(expected)
})
