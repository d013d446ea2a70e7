import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type Field,
  type NumberField,
  type SelectField,
  ValidationError,
} from 'payload'

import { component } from '../component.ts'
import { AUDIENCES, KEEP_DAYS, KINDS, USES } from '../editions/types.ts'
import type { FormOptions, FormsOptions } from '../types.ts'
import { contentAccess, firstPublishedAt, formsPanel, giveKey, keyField, oneOf } from './common.ts'

/** Questions of the forms. Which form asks them, where and in which order stands in `sign-up-forms`. */
export const questions = (options: FormsOptions): CollectionConfig => ({
  slug: 'questions',
  labels: { singular: 'Question', plural: 'Questions' },
  access: contentAccess(options),
  versions: { maxPerDoc: 100 },
  disableDuplicate: true,
  hooks: {
    beforeValidate: [giveKey('questions', 'adminLabel'), keepKeysApart(options)],
    beforeChange: [keepMeaning(options)],
  },
  admin: {
    group: 'Forms',
    useAsTitle: 'adminLabel',
    defaultColumns: [
      'adminLabel',
      'kind',
      ...(areMatched(options) ? ['seenBy', 'use'] : []),
      'key',
    ],
    listSearchableFields: ['adminLabel', 'key'],
    pagination: { defaultLimit: 50 },
    hideAPIURL: true,
    hidden: options.hidden,
    components: { beforeListTable: [component('rsc', 'FormsPanel')] },
    description: 'What the forms ask. Put a new question on a page of a form, then publish.',
  },
  defaultSort: 'adminLabel',
  fields: [
    {
      name: 'adminLabel',
      type: 'text',
      label: 'Name',
      required: true,
      maxLength: 60,
      admin: { description: 'What staff call it, and people in their own data.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          label: 'Kind of answer',
          required: true,
          options: KINDS.map(({ label, value }) => ({ label, value })),
          admin: { width: '50%', description: 'Can’t be changed once it is published.' },
        },
        {
          name: 'list',
          type: 'text',
          maxLength: 40,
          admin: {
            width: '50%',
            components: {
              Field: oneOf('choice-lists', { field: 'kind', values: ['one', 'many'] }),
            },
          },
        },
      ],
    },
    ...options.forms.map(wordsOn),
    {
      type: 'collapsible',
      label: 'Limits',
      admin: { initCollapsed: true },
      fields: [
        limit(
          'maxLength',
          'Longest answer, in characters',
          ['text', 'textarea', 'name', 'phone'],
          1,
          1000,
        ),
        limit('min', 'Smallest number', ['number'], 0, 999_999),
        limit('max', 'Largest number', ['number'], 0, 999_999),
        limit('maxChoices', 'Most choices', ['many'], 1, 50),
      ],
    },
    {
      type: 'collapsible',
      label: 'What is done with the answers',
      ...(areMatched(options) && { admin: { description: 'Set by coordinators.' } }),
      fields: useFields(options),
    },
    keyField({ unique: true }),
    firstPublishedAt,
    formsPanel,
  ],
})

/** Are people matched by any of the forms? */
const areMatched = ({ forms }: FormsOptions): boolean =>
  forms.some(({ isMatched = false }) => isMatched)

/** The words of a question for those who fill in one of the forms. */
const wordsOn = ({ isMatched, kind, label }: FormOptions): Field => ({
  name: kind,
  type: 'group',
  label,
  fields: [
    { name: 'label', type: 'text', label: 'Question', maxLength: 160 },
    { name: 'hint', type: 'textarea', maxLength: 300, admin: { rows: 2 } },
    {
      name: 'why',
      type: 'textarea',
      label: 'Why we ask',
      maxLength: 300,
      admin: { rows: 2, description: 'A sentence that stands after the hint.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'missing',
          type: 'text',
          label: 'Said when there is no answer',
          maxLength: 160,
          admin: { width: '50%', placeholder: 'Enter your …' },
        },
        {
          name: 'invalid',
          type: 'text',
          label: 'Said when the answer can’t be used',
          maxLength: 160,
          admin: { width: '50%' },
        },
      ],
    },
    ...(isMatched ? [nameForTheOther] : []),
  ],
})

const nameForTheOther: Field = {
  name: 'shared',
  type: 'text',
  label: 'Its name for the other person',
  maxLength: 60,
  admin: {
    condition: (data) => data.seenBy === 'other',
    description: 'In the introduction and on their page. Left empty, it is the name above.',
  },
}

const limit = (name: string, label: string, kinds: string[], min: number, max: number): Field => ({
  name,
  type: 'number',
  label,
  min,
  max,
  admin: { condition: (data) => kinds.includes(String(data.kind)) },
})

const useFields = (options: FormsOptions): Field[] => {
  // Told to whoever may not by the field being closed, not by its being away.
  const { known } = options
  const closed = { create: options.access.decideUse, update: options.access.decideUse }
  const isMatching = areMatched(options)
  return [
    ...(isMatching ? [{ ...seenBy, access: closed }] : []),
    {
      name: 'isSpecial',
      type: 'checkbox',
      label: 'Special category of data',
      defaultValue: false,
      access: closed,
      admin: {
        description: `Health, ethnic origin, religion, beliefs, sex life${isMatching ? ': can’t be used in the matching' : ''}.`,
      },
    },
    {
      name: 'purpose',
      type: 'textarea',
      label: 'What we need it for',
      required: true,
      maxLength: 300,
      admin: { rows: 2, description: 'For the record of processing.' },
    },
    {
      name: 'isInLists',
      type: 'checkbox',
      label: 'Stands in lists of people',
      defaultValue: false,
    },
    ...(isMatching ? [use, most].map((field) => ({ ...field, access: closed })) : []),
    {
      name: 'keepDays',
      type: 'number',
      label: 'Days to keep answers after it is no longer asked',
      min: 1,
      max: 3650,
      defaultValue: KEEP_DAYS,
      access: closed,
      admin: {
        // The answers to those have fields of their own, and stay with the person.
        condition: ({ key }) => !known.some((question) => question.key === key),
        description: 'They are then removed, unless the question is back on a form.',
      },
    },
  ]
}

const seenBy: SelectField = {
  name: 'seenBy',
  type: 'select',
  label: 'Who sees the answer, besides the person',
  required: true,
  defaultValue: 'coordinators',
  options: AUDIENCES.map(({ label, value }) => ({ label, value })),
  admin: {
    description: 'Who sees more than before sees it of answers that are given afterwards.',
  },
}

const use: SelectField = {
  name: 'use',
  type: 'select',
  label: 'What it does in the matching',
  required: true,
  defaultValue: 'none',
  options: USES.map(({ label, value }) => ({ label, value })),
  admin: {
    description:
      'Questions that came with the programme may count by its own criteria: see the matching settings.',
  },
}

const most: NumberField = {
  name: 'most',
  type: 'number',
  label: 'Most points',
  min: 1,
  max: 100,
  defaultValue: 10,
  admin: {
    condition: (data) => data.use === 'points',
    description: 'To begin with. It is changed in the matching settings afterwards.',
  },
}

/** What records have beside their fields, and pages beside their questions. */
const NO_KEYS = ['id', 'change', 'consent', 'consentVersion', 'page', 'sent', 'step', 'then']

/**
 * A question is named apart from all else that a record or a page has: its answer would be taken for that, or that
 * for its answer.
 */
const keepKeysApart =
  ({ forms, known }: FormsOptions): CollectionBeforeValidateHook<{ id: string; key?: string }> =>
  ({ data, operation, req }) => {
    const key = data?.key
    if (operation !== 'create' || !key || known.some((question) => question.key === key))
      return data
    const fields = req.payload.config.collections
      .filter(({ slug }) => forms.some(({ collection }) => collection === slug))
      .flatMap(({ flattenedFields }) => flattenedFields.map(({ name }) => name))
    // Every object has these.
    const isTaken = [...fields, ...NO_KEYS].includes(key) || key in {}
    if (!isTaken) return data
    const message = `“${key}” is used for something else. Type another key.`
    throw new ValidationError({ collection: 'questions', errors: [{ path: 'key', message }] })
  }

/** What the code counts on, and what answers were given to, stays as it is. */
const keepMeaning =
  ({ known }: FormsOptions): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc, req }) => {
    if (operation === 'create' || req.context.isStarter) return data
    const before = originalDoc as Record<string, unknown>
    const problems = ['kind', 'list'].flatMap((path) => {
      const isChanged = path in data && (data[path] ?? null) !== (before[path] ?? null)
      const isLonger = before.kind === 'text' && data.kind === 'textarea' && !isKnown(before)
      if (!isChanged || isLonger || !(before.firstPublishedAt || isKnown(before))) return []
      const message =
        'People have answered this question as it is. Take it off the forms, and add another one.'
      return [{ path, message }]
    })
    if (data.use && data.use !== before.use && data.use !== 'none' && isKnown(before)) {
      const message = 'What this question does in the matching stands in the matching settings.'
      problems.push({ path: 'use', message })
    }
    if (problems.length === 0) return data
    throw new ValidationError({ collection: 'questions', errors: problems })

    function isKnown({ key }: Record<string, unknown>): boolean {
      return known.some((question) => question.key === key)
    }
  }
