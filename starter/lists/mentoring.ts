import type { StarterList } from './starter-list.ts'

/** What mentors can help with and mentees can ask for. */
export const TOPICS: StarterList = {
  id: 'topics',
  label: 'Topics',
  noun: 'topic',
  order: 'asPlaced',
  choices: [
    { key: 'housing', label: 'Finding a home' },
    { key: 'schooling', label: 'Schools and childcare' },
    { key: 'visas', label: 'Visas and immigration' },
    { key: 'banking', label: 'Banking, tax and money' },
    { key: 'settlingIn', label: 'Settling in Leeds' },
    { key: 'family', label: 'Bringing family over' },
    { key: 'nhsSystems', label: 'How the NHS works' },
    { key: 'communication', label: 'Talking with patients and colleagues' },
    { key: 'exams', label: 'Exams' },
    { key: 'portfolio', label: 'Portfolio and appraisal' },
    { key: 'trainingPosts', label: 'Applying for training posts' },
    { key: 'wellbeing', label: 'Wellbeing and feeling at home' },
  ],
}

/** How people like to meet. */
export const MEETING_PREFERENCES: StarterList = {
  id: 'meetingPreferences',
  label: 'Ways to meet',
  noun: 'way to meet',
  order: 'asPlaced',
  choices: [
    { key: 'faceToFace', label: 'Mostly face to face' },
    { key: 'online', label: 'Mostly online', hint: 'After one first meeting face to face' },
    { key: 'either', label: 'I do not mind', fitsAny: true },
  ],
}

/** How people describe themselves. The code reads the keys. */
export const GENDERS: StarterList = {
  id: 'genders',
  label: 'Genders',
  noun: 'gender',
  order: 'asPlaced',
  isKnownToCode: true,
  choices: [
    { key: 'woman', label: 'Woman' },
    { key: 'man', label: 'Man' },
    { key: 'other', label: 'In another way' },
    { key: 'preferNotToSay', label: 'Prefer not to say' },
  ],
}

/** Whom people would like to be matched with. The code reads the keys. */
export const GENDER_PREFERENCES: StarterList = {
  id: 'genderPreferences',
  label: 'Gender preferences',
  noun: 'gender preference',
  order: 'asPlaced',
  isKnownToCode: true,
  choices: [
    { key: 'noPreference', label: 'No preference' },
    { key: 'woman', label: 'A woman' },
    { key: 'man', label: 'A man' },
  ],
}

/** Whether someone's country should count when they are matched. The code reads the keys. */
export const ORIGIN_CHOICES: StarterList = {
  id: 'originChoices',
  label: 'If a country counts',
  noun: 'choice',
  order: 'asPlaced',
  isKnownToCode: true,
  choices: [
    {
      key: 'count',
      label: 'Yes, use my country',
      hint: 'We look for someone from the same country first, then the same region',
    },
    { key: 'noPreference', label: 'No preference', hint: 'Match me with anyone' },
    { key: 'preferNotToSay', label: 'Prefer not to say' },
  ],
}
