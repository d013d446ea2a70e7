import type { CompoundIndex, DateField, Field } from 'payload'

import { ROLES } from '../programme/clock/facts.ts'

const inSidebar: DateField['admin'] = {
  position: 'sidebar',
  readOnly: true,
  date: { displayFormat: 'd MMMM yyyy' },
}

export const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: role === 'mentor' ? 'Mentor' : 'Mentee',
}))

/** Does somebody want to be matched again? `asked` until they have answered. */
const goesOn = (name: 'menteeGoesOn' | 'mentorGoesOn', label: string): Field => ({
  name,
  type: 'select',
  label,
  options: [
    { value: 'asked', label: 'Asked' },
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  admin: { hidden: true },
})

/** What a match keeps of its clock, beside its state. Written by the steps in `programme/matches` only. */
export const matchFields: Field[] = [
  { name: 'firstContactDue', type: 'date', label: 'First contact due', admin: inSidebar },
  { name: 'endsOn', type: 'date', label: 'Ends on', admin: inSidebar },
  { name: 'contactAt', type: 'date', label: 'First contact', admin: { hidden: true } },
  // The mentee says that nothing came: for the attention list, until there is contact.
  { name: 'heardNothingAt', type: 'date', admin: { hidden: true } },
  { name: 'agreedAt', type: 'date', admin: { hidden: true } },
  { name: 'metFaceToFaceOn', type: 'date', admin: { hidden: true } },
  { name: 'extensionAskedBy', type: 'select', options: ROLE_OPTIONS, admin: { hidden: true } },
  { name: 'extensionAskedAt', type: 'date', admin: { hidden: true } },
  // A refusal is kept, so that nobody is asked again.
  { name: 'extensionRefusedAt', type: 'date', admin: { hidden: true } },
  { name: 'extendedAt', type: 'date', admin: { hidden: true } },
  { name: 'closedAt', type: 'date', admin: { hidden: true } },
  // Whoever wrote this to the central team wrote it to coordinators only.
  { name: 'exitWord', type: 'textarea', maxLength: 1000, admin: { hidden: true } },
  // Until a coordinator has seen it on the attention list.
  { name: 'exitSeenAt', type: 'date', admin: { hidden: true } },
  goesOn('mentorGoesOn', 'Does the mentor want another mentee?'),
  goesOn('menteeGoesOn', 'Does the mentee want another mentor?'),
]

/** The clock and the attention list look for matches in a state by a date. */
export const matchIndexes: CompoundIndex[] = [
  'closedAt',
  'confirmedAt',
  'endsOn',
  'extensionAskedAt',
  'firstContactDue',
  'heardNothingAt',
].map((date) => ({ fields: ['status', date] }))
