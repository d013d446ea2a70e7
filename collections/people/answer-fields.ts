import { emailAddress, normalEmail } from '@mentoring/kit/email-address'
import type { Field } from 'payload'

import { choiceField } from '@mentoring/forms/choice-field'
import { asPhoneNumber, phoneNumber } from '@mentoring/forms/phone'
import { GENDER_PREFERENCES, GENDERS, ORIGIN_CHOICES } from '../../starter/lists/mentoring.ts'
import type { StarterList } from '../../starter/lists/starter-list.ts'
import { writtenByCode } from '../access.ts'
import { personName } from './person-name.ts'

/**
 * Fields for the answers that the code has a meaning for. What is asked, in which words and order, and what the lists
 * offer, is content: `questions`, `choices`, `sign-up-forms`. Answers to other questions stand in `answers`.
 */
export const ANSWER_FIELDS: Field[] = [
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
    name: 'email',
    type: 'email',
    label: 'Email address',
    required: true,
    unique: true,
    index: true,
    validate: emailAddress,
    // One address is one person, however it is typed.
    hooks: {
      beforeValidate: [
        ({ value }): unknown => (typeof value === 'string' ? (normalEmail(value) ?? value) : value),
      ],
    },
  },
  {
    name: 'phone',
    type: 'text',
    label: 'Phone number',
    maxLength: 30,
    validate: phoneNumber,
    hooks: { beforeValidate: [asPhoneNumber] },
  },
  { name: 'gender', type: 'select', label: 'Gender', options: optionsOf(GENDERS) },
  {
    name: 'originChoice',
    type: 'select',
    label: 'Country counts',
    required: true,
    options: optionsOf(ORIGIN_CHOICES),
  },
  choiceField({
    name: 'country',
    label: 'Country',
    list: 'countries',
    index: true,
    admin: { condition: (data) => data.originChoice === 'count' },
  }),
  choiceField({
    name: 'qualifiedIn',
    label: 'Qualified in',
    list: 'countries',
    index: true,
    admin: { condition: (data) => data.originChoice === 'count' },
  }),
  choiceField({ name: 'languages', label: 'Languages', list: 'languages', hasMany: true }),
  {
    name: 'arrival',
    type: 'date',
    label: 'Arrival in the UK',
    required: true,
    admin: { date: { pickerAppearance: 'monthOnly', displayFormat: 'MMMM yyyy' } },
  },
  choiceField({ name: 'pathway', label: 'Pathway', list: 'pathways', required: true }),
  choiceField({ name: 'grade', label: 'Grade', list: 'grades', required: true }),
  choiceField({ name: 'specialty', label: 'Specialty', list: 'specialties', required: true }),
  choiceField({ name: 'site', label: 'Hospital site', list: 'sites', required: true }),
  choiceField({ name: 'team', label: 'Clinical team', list: 'teams' }),
  {
    name: 'teamName',
    type: 'text',
    label: 'Name of the team',
    maxLength: 100,
    admin: { description: 'Of a clinical team that is not in the list.' },
  },
  choiceField({
    name: 'topics',
    label: 'Topics',
    list: 'topics',
    hasMany: true,
    required: true,
  }),
  choiceField({
    name: 'meetingPreference',
    label: 'Way to meet',
    list: 'meetingPreferences',
    required: true,
  }),
  {
    name: 'genderPreference',
    type: 'select',
    label: 'Gender preference',
    options: optionsOf(GENDER_PREFERENCES),
  },
  { name: 'about', type: 'textarea', label: 'In their own words', maxLength: 600 },
]

/** The choices that the code counts on, so that they are the same everywhere. */
function optionsOf({ choices }: StarterList) {
  return choices.map(({ key, label }) => ({ value: key, label }))
}

/** What a person agreed to. */
export const CONSENT_FIELD: Field = {
  name: 'consent',
  type: 'group',
  label: 'Consent',
  admin: { description: 'What this person agreed to, in the words they read, and when.' },
  fields: [
    { name: 'wording', type: 'textarea', access: writtenByCode, admin: { readOnly: true } },
    {
      name: 'givenAt',
      type: 'date',
      label: 'Given on',
      access: writtenByCode,
      admin: { readOnly: true, date: { displayFormat: 'd MMMM yyyy, HH:mm' } },
    },
  ],
}
