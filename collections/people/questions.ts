import type { Field } from 'payload'

import { onForm } from '../../plugins/forms/form-schema.ts'
import { COUNTRY_OPTIONS } from '../../starter/countries.ts'
import { LANGUAGE_OPTIONS } from '../../starter/languages.ts'
import {
  GENDER_PREFERENCES,
  GENDERS,
  GRADES,
  MEETING_PREFERENCES,
  ORIGIN_CHOICES,
  PATHWAYS,
  SITES,
  SPECIALTIES,
  TOPICS,
} from '../../starter/options.ts'
import { phoneNumber } from '../../plugins/forms/phone.ts'
import { writtenByCode } from '../access.ts'
import { personName } from './person-name.ts'

/** What differs between the two forms: the words, never the data. */
type Words = {
  arrivalLabel: string
  topicsLabel: string
  topicsHint: string
  aboutHint: string
  genderPreferenceLabel: string
}

const ABOUT_YOU = 'About you'
const BACKGROUND = 'Your background'
const WORK = 'Your work'
const MENTORING = 'Mentoring'

/** The questions both mentors and mentees answer, in the order of the form. */
export const questionsForBoth = (words: Words): Field[] => [
  onForm(
    {
      name: 'name',
      type: 'text',
      label: 'Full name',
      index: true,
      required: true,
      maxLength: 100,
      validate: personName,
    },
    {
      as: 'name',
      section: ABOUT_YOU,
      missing: 'Enter your full name',
      invalid: 'Enter your full name in 100 characters or fewer',
      autocomplete: 'name',
    },
  ),
  onForm(
    {
      name: 'email',
      type: 'email',
      label: 'Email address',
      required: true,
      unique: true,
      index: true,
      // One address is one person, however it is typed.
      hooks: {
        beforeValidate: [
          ({ value }): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value),
        ],
      },
    },
    {
      section: ABOUT_YOU,
      hint: 'We send you a link to confirm it. Use an address you can read today.',
      missing: 'Enter your email address',
      invalid: 'Enter an email address in the correct format, like name@example.org',
      autocomplete: 'email',
    },
  ),
  onForm(
    {
      name: 'phone',
      type: 'text',
      label: 'Phone number',
      maxLength: 30,
      validate: phoneNumber,
    },
    {
      as: 'tel',
      section: ABOUT_YOU,
      hint: 'Shared only with the person you are matched with',
      invalid: 'Enter a phone number, like 07700 900 982 or +44 7700 900 982',
      autocomplete: 'tel',
    },
  ),
  onForm(
    { name: 'gender', type: 'select', label: 'Gender', options: GENDERS },
    {
      section: ABOUT_YOU,
      label: 'How do you describe yourself?',
      hint: 'We use this only if someone asks for a mentor or mentee of one gender',
      invalid: 'Select how you describe yourself, or leave the question out',
    },
  ),
  onForm(
    {
      name: 'originChoice',
      type: 'select',
      label: 'Country counts',
      required: true,
      options: ORIGIN_CHOICES,
    },
    {
      section: BACKGROUND,
      label: 'Should your country count when we match you?',
      missing: 'Select if your country should count when we match you',
    },
  ),
  onForm(
    {
      name: 'country',
      type: 'select',
      label: 'Country',
      options: COUNTRY_OPTIONS,
      index: true,
      admin: { condition: (data) => data.originChoice === 'count' },
    },
    {
      as: 'select',
      section: BACKGROUND,
      label: 'Country where you qualified, or that you call home',
      showWhen: { field: 'originChoice', equals: 'count' },
      missing: 'Select your country',
      invalid: 'Select a country from the list',
    },
  ),
  onForm(
    {
      name: 'languages',
      type: 'select',
      hasMany: true,
      label: 'Languages',
      options: LANGUAGE_OPTIONS,
    },
    {
      as: 'selects',
      section: BACKGROUND,
      label: 'Languages you speak besides English',
      hint: 'Up to 3. They help us when nobody from your region is free.',
      invalid: 'Select up to 3 languages from the list',
    },
  ),
  onForm(
    {
      name: 'arrival',
      type: 'date',
      label: 'Arrival in the UK',
      required: true,
      admin: { date: { pickerAppearance: 'monthOnly', displayFormat: 'MMMM yyyy' } },
    },
    {
      section: BACKGROUND,
      label: words.arrivalLabel,
      hint: 'For example, 8 2023. A month in the future is fine.',
      missing: 'Enter the month and year you come to the UK',
      invalid: 'Enter a real month and year between 1960 and 2 years from now, like 8 2023',
    },
  ),
  onForm(
    {
      name: 'pathway',
      type: 'select',
      label: 'Pathway',
      required: true,
      options: PATHWAYS,
    },
    {
      section: WORK,
      label: 'Which route brings you to the trust?',
      missing: 'Select the route that brings you to the trust',
    },
  ),
  onForm(
    { name: 'grade', type: 'select', label: 'Grade', required: true, options: GRADES },
    { as: 'select', section: WORK, missing: 'Select your grade' },
  ),
  onForm(
    { name: 'specialty', type: 'select', label: 'Specialty', required: true, options: SPECIALTIES },
    {
      as: 'select',
      section: WORK,
      missing: 'Select your specialty',
    },
  ),
  onForm(
    { name: 'site', type: 'select', label: 'Hospital site', required: true, options: SITES },
    {
      as: 'select',
      section: WORK,
      missing: 'Select your hospital site',
    },
  ),
  onForm(
    { name: 'team', type: 'text', label: 'Clinical team', maxLength: 100 },
    {
      section: WORK,
      hint: 'For example, Ward J16 respiratory. We use it only to keep close colleagues apart.',
      invalid: 'Enter your clinical team in 100 characters or fewer',
    },
  ),
  onForm(
    {
      name: 'topics',
      type: 'select',
      hasMany: true,
      label: 'Topics',
      required: true,
      options: TOPICS,
    },
    {
      section: MENTORING,
      label: words.topicsLabel,
      hint: words.topicsHint,
      missing: 'Select at least one topic',
      invalid: 'Select topics from the list',
    },
  ),
  onForm(
    {
      name: 'meetingPreference',
      type: 'select',
      label: 'Way to meet',
      required: true,
      options: MEETING_PREFERENCES,
    },
    {
      section: MENTORING,
      label: 'How would you like to meet?',
      missing: 'Select how you would like to meet',
    },
  ),
  onForm(
    {
      name: 'genderPreference',
      type: 'select',
      label: 'Gender preference',
      options: GENDER_PREFERENCES,
    },
    {
      section: MENTORING,
      label: words.genderPreferenceLabel,
      invalid: 'Select a preference, or leave the question out',
    },
  ),
  onForm(
    {
      name: 'about',
      type: 'textarea',
      label: 'In their own words',
      maxLength: 600,
    },
    {
      section: MENTORING,
      label: 'A few words about you',
      hint: words.aboutHint,
      invalid: 'Use 600 characters or fewer for the words about you',
    },
  ),
]

/** The last question of both forms; the wording itself is content, see the wording global. */
export const consentQuestion: Field = onForm(
  {
    name: 'consent',
    type: 'group',
    label: 'Consent',
    admin: { description: 'What this person agreed to, in the words they read, and when.' },
    fields: [
      {
        name: 'wording',
        type: 'textarea',
        access: writtenByCode,
        admin: { readOnly: true },
      },
      {
        name: 'givenAt',
        type: 'date',
        label: 'Given on',
        access: writtenByCode,
        admin: { readOnly: true, date: { displayFormat: 'd MMMM yyyy, HH:mm' } },
      },
    ],
  },
  {
    as: 'consent',
    section: 'Your agreement',
    label: 'I agree',
    missing: 'Tick the box to agree that we use your answers to match you',
  },
)
