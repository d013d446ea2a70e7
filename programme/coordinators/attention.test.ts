import { expect, it } from 'vitest'

import type { Match } from '../../payload-types.ts'
import { type AttentionKind, attentionOf } from './attention.ts'

const NOW = new Date('2026-11-20T10:00:00.000Z')
const match = (changes: Partial<Match>): Match =>
  ({
    id: '1',
    status: 'introduced',
    confirmedAt: '2026-11-01T10:00:00.000Z',
    firstContactDue: '2026-11-25T10:00:00.000Z',
    endsOn: '2027-03-01T10:00:00.000Z',
    createdAt: '2026-11-01T10:00:00.000Z',
    updatedAt: '2026-11-01T10:00:00.000Z',
    ...changes,
  }) as Match
const asked = { extensionAskedBy: 'mentor', extensionAskedAt: '2026-11-16T10:00:00.000Z' } as const
const left = { status: 'endedEarly', closedAt: '2026-11-19T10:00:00.000Z' } as const
const longAgo = { status: 'endedEarly', closedAt: '2026-11-01T10:00:00.000Z' } as const
const seen = { exitSeenAt: '2026-11-02T10:00:00.000Z' }

it.each<[string, Partial<Match>, AttentionKind | undefined]>([
  ['a contact that is not due yet', {}, undefined],
  ['a contact that is due', { firstContactDue: NOW.toISOString() }, 'overdue'],
  ['a mentee who has heard nothing', { heardNothingAt: '2026-11-19T10:00:00.000Z' }, 'silence'],
  [
    'that too when the mentor says they wrote',
    { status: 'inContact', heardNothingAt: '2026-11-19T10:00:00.000Z' },
    'silence',
  ],
  [
    'a match whose time went by in silence',
    { firstContactDue: '2026-11-08T10:00:00.000Z', endsOn: '2026-11-19T10:00:00.000Z' },
    'neverMet',
  ],
  ['an extension not answered after 4 days', { status: 'agreed', ...asked }, 'extension'],
  [
    'one asked for 3 days ago',
    { status: 'agreed', ...asked, extensionAskedAt: '2026-11-17T10:00:00.000Z' },
    undefined,
  ],
  [
    'one asked for yesterday, when the match ends in 3 days',
    {
      status: 'agreed',
      ...asked,
      extensionAskedAt: '2026-11-19T10:00:00.000Z',
      endsOn: '2026-11-23T10:00:00.000Z',
    },
    'extension',
  ],
  [
    'one that was not wanted',
    { status: 'agreed', ...asked, extensionRefusedAt: '2026-11-17T10:00:00.000Z' },
    undefined,
  ],
  ['one that was given', { status: 'extended', ...asked }, undefined],
  ['an exit', left, 'exit'],
  ['an exit that was seen', { ...left, ...seen, mentorGoesOn: 'asked' }, undefined],
  [
    'somebody who has not said for two weeks whether they go on',
    { ...longAgo, ...seen, mentorGoesOn: 'asked', menteeGoesOn: 'yes' },
    'unanswered',
  ],
  [
    'everybody has said',
    { ...longAgo, ...seen, mentorGoesOn: 'no', menteeGoesOn: 'yes' },
    undefined,
  ],
  ['a match in contact', { status: 'inContact' }, undefined],
  ['a completed one', { status: 'completed' }, undefined],
])('%s', (_what, changes, kind) => {
  expect(attentionOf(match(changes), NOW)?.kind).toBe(kind)
})
