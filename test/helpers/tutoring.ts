import { type MatchEvent, type MatchingOptions, pointsFor } from '@mentoring/matching'

type Student = {
  id: number | string
  name: string
  state: 'matched' | 'waiting'
  joined: string
  subjects: string[]
  level: number
  campus?: string | null
}
type Tutor = {
  id: number | string
  name: string
  isActive: boolean
  places?: number | null
  subjects: string[]
  level: number
  campuses: string[]
}

const points = pointsFor<Student, Tutor>()

const setState =
  (state: Student['state']) =>
  async ({ mentee, req }: MatchEvent<Student, Tutor>) => {
    await req.payload.update({
      collection: 'students' as 'mentees',
      id: mentee.id,
      data: { state } as object,
      overrideAccess: true,
      req,
    })
  }

export const TUTORING: MatchingOptions<Student, Tutor> = {
  mentees: {
    slug: 'students',
    available: { state: { equals: 'waiting' } },
    whyUnavailable: ({ state }) =>
      state === 'waiting' ? undefined : 'This student has a tutor already.',
    waitingSince: ({ joined }) => joined,
    describe: ({ name, subjects }) => ({ name, summary: subjects.join(', ') }),
  },
  mentors: {
    slug: 'tutors',
    available: { isActive: { equals: true } },
    whyUnavailable: ({ isActive }) => (isActive ? undefined : 'This tutor has stopped.'),
    capacity: ({ places }) => places ?? 0,
    describe: ({ name, subjects }) => ({ name, summary: subjects.join(', ') }),
  },
  criteria: {
    rules: [
      {
        name: 'campus',
        label: 'A campus the student can get to',
        kind: 'must',
        of: {
          // A student who names no campus can get to all of them.
          mentee: ({ campus }) => (campus ? [campus] : undefined),
          mentor: ({ campuses }) => campuses,
        },
        sentence: 'The tutor does not come to the student’s campus.',
        isOptional: true,
      },
    ],
    ladder: [
      {
        name: 'subject',
        label: 'Same subject',
        of: { mentee: ({ subjects }) => subjects, mentor: ({ subjects }) => subjects },
        reason: (subjects) => `Both do ${subjects.join(' and ')}`,
        group: { label: 'Subject', nameOf: (subject) => subject },
      },
    ],
    ground: { name: 'any', label: 'Any subject' },
    points: [
      points({
        name: 'level',
        label: 'Level',
        most: 40,
        of: { mentee: ({ level }) => level, mentor: ({ level }) => level },
        share: (wanted, offered) => (offered >= wanted ? 1 : 0),
        reason: (wanted) => `Teaches level ${wanted}`,
        difference: (wanted, offered) => `Teaches up to level ${offered}, not ${wanted}`,
      }),
    ],
  },
  slugs: {
    matches: 'pairs',
    runs: 'pair-runs',
    introductions: 'pair-introductions',
    settings: 'pair-settings',
  },
  states: [{ value: 'finished', label: 'Finished', isOpen: false }],
  access: ({ req }) => Boolean(req.user),
  hidden: ({ user }) => !user,
  onIntroduced: setState('matched'),
  onUndone: setState('waiting'),
}
