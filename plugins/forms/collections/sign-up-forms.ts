import type { CollectionConfig, Field } from 'payload'

import { component } from '../component.ts'
import type { FormsOptions } from '../types.ts'
import { contentAccess, formsPanel, oneOf } from './common.ts'

/** The forms: their words, and which questions they ask, on which pages, in which order. */
export const signUpForms = (options: FormsOptions): CollectionConfig => ({
  slug: 'sign-up-forms',
  labels: { singular: 'Form', plural: 'Forms' },
  access: { ...contentAccess(options), delete: () => false },
  versions: { maxPerDoc: 100 },
  disableDuplicate: true,
  admin: {
    group: 'Forms',
    useAsTitle: 'label',
    defaultColumns: ['label', 'updatedAt'],
    hideAPIURL: true,
    hidden: options.hidden,
    components: { beforeListTable: [component('rsc', 'FormsPanel')] },
    description:
      'The words of each form, and which questions it asks, on which pages, in which order.',
  },
  defaultSort: 'label',
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: 'Form',
      required: true,
      unique: true,
      options: options.forms.map(({ kind, label }) => ({ value: kind, label })),
      access: { update: () => false },
      admin: {
        position: 'sidebar',
        description: 'Each form is written once: which one this is can’t be changed afterwards.',
      },
    },
    {
      name: 'label',
      type: 'text',
      label: 'Name',
      required: true,
      maxLength: 80,
      admin: { position: 'sidebar', description: 'What staff call it.' },
    },
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    { name: 'intro', type: 'richText', label: 'Text above the questions', required: true },
    {
      name: 'pages',
      type: 'array',
      labels: { singular: 'Page', plural: 'Pages' },
      required: true,
      minRows: 1,
      maxRows: 25,
      admin: { initCollapsed: true, components: { RowLabel: component('client', 'RowLabel') } },
      fields: [
        {
          name: 'title',
          type: 'text',
          required: true,
          maxLength: 80,
        },
        {
          name: 'lead',
          type: 'textarea',
          label: 'Said before the questions',
          maxLength: 300,
          admin: { rows: 2 },
        },
        {
          name: 'questions',
          type: 'array',
          labels: { singular: 'Question', plural: 'Questions' },
          minRows: 1,
          maxRows: 30,
          admin: { components: { RowLabel: component('client', 'RowLabel') } },
          fields: questionOnPage,
        },
      ],
    },
    {
      name: 'agreement',
      type: 'group',
      label: 'Agreement at the end',
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 80 },
        {
          name: 'consent',
          type: 'textarea',
          label: 'What people agree to',
          required: true,
          maxLength: 1000,
          admin: {
            description:
              'Stored word for word, with the time, for everyone who signs up. Ask the data protection team before you change it.',
          },
        },
        { name: 'label', type: 'text', label: 'Beside the box', required: true, maxLength: 80 },
        {
          name: 'missing',
          type: 'text',
          label: 'Said when the box is empty',
          required: true,
          maxLength: 160,
        },
      ],
    },
    formsPanel,
  ],
})

const questionOnPage: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'question',
        type: 'text',
        required: true,
        maxLength: 40,
        admin: { width: '50%', components: { Field: oneOf('questions') } },
      },
      {
        name: 'isRequired',
        type: 'checkbox',
        label: 'Must be answered, from now on',
        defaultValue: false,
        admin: { width: '50%', style: { alignSelf: 'end' } },
      },
    ],
  },
  {
    name: 'onlyIf',
    type: 'group',
    label: false,
    admin: { hideGutter: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'question',
            type: 'text',
            maxLength: 40,
            label: 'Asked only if this question',
            admin: { width: '50%', components: { Field: oneOf('questions') } },
          },
          {
            name: 'isOneOf',
            type: 'text',
            hasMany: true,
            maxRows: 30,
            maxLength: 40,
            label: 'Was answered with one of',
            admin: { width: '50%', components: { Field: component('client', 'AnswersOfInput') } },
          },
        ],
      },
    ],
  },
]
