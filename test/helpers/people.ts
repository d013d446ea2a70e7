import type { Payload } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'

let count = 0

/** Answers of the mentor form as a browser posts them. */
export const mentorForm = (changes: Record<string, string | string[]> = {}) => ({
  name: 'Amina Yusuf',
  email: `amina.yusuf.${(count += 1)}@example.org`,
  phone: '07700 900 123',
  originChoice: 'count',
  country: 'SD',
  qualifiedIn: 'EG',
  languages: ['ar', '', ''],
  'arrival-month': '8',
  'arrival-year': '2019',
  pathway: 'mti',
  grade: 'higher',
  specialty: 'cardiology',
  site: 'lgi',
  team: 'anotherTeam',
  teamName: 'Ward L18',
  topics: ['housing', 'exams'],
  meetingPreference: 'either',
  about: 'I like walking.',
  capacity: '2',
  takesMentees: 'true',
  consent: 'yes',
  ...changes,
})

/** Answers of the mentee form as a browser posts them. */
export const menteeForm = (changes: Record<string, string | string[]> = {}) => {
  const { capacity, takesMentees, ...form } = mentorForm()
  return { ...form, name: 'Omar Idris', teamName: 'Ward J16', ...changes }
}

const common = {
  phone: null,
  originChoice: 'count',
  country: 'SD',
  languages: ['ar'],
  arrival: '2020-08-01T00:00:00.000Z',
  pathway: 'mti',
  grade: 'higher',
  specialty: 'cardiology',
  site: 'lgi',
  topics: ['housing'],
  meetingPreference: 'either',
  consent: { wording: 'Test', givenAt: '2026-01-01T00:00:00.000Z' },
  confirmedAt: '2026-01-01T00:00:00.000Z',
} satisfies Partial<Mentor>

/** A confirmed mentor. */
export const createMentor = (payload: Payload, changes: Partial<Mentor> = {}): Promise<Mentor> => {
  count += 1
  return payload.create({
    collection: 'mentors',
    data: {
      ...common,
      name: `Mentor ${count}`,
      email: `mentor.${count}@example.org`,
      capacity: 1,
      takesMentees: true,
      status: 'active',
      ...changes,
    },
    overrideAccess: true,
  })
}

/** A mentee on the waiting list. */
export const createMentee = (payload: Payload, changes: Partial<Mentee> = {}): Promise<Mentee> => {
  count += 1
  return payload.create({
    collection: 'mentees',
    data: {
      ...common,
      name: `Mentee ${count}`,
      email: `mentee.${count}@example.org`,
      status: 'waiting',
      waitingSince: '2026-10-01T09:00:00.000Z',
      ...changes,
    },
    overrideAccess: true,
  })
}
