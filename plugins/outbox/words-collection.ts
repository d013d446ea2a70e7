import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type TextFieldSingleValidation,
} from 'payload'

import { checkBody, checkSubject } from './check-words.ts'
import { component } from './component.ts'
import { speak, text } from './languages/index.ts'
import { previewEndpoints } from './preview-endpoints.ts'
import { putBackEndpoint } from './put-back-endpoint.ts'
import type { InEach, MailTemplate, OutboxOptions } from './types.ts'

const nobody = () => false

/** What the record of a message says stands in its row for lists: nobody types it. */
const ofRecord = {
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
}

/**
 * The words of the messages: a row for each, with drafts and versions, checked for their placeholders
 * when they are published. What a message is for stands in its record in the code.
 */
export const wordsCollection = (options: OutboxOptions, inEach: InEach): CollectionConfig => {
  const { editWording } = options.access
  const recordOf = (data: unknown): MailTemplate | undefined =>
    options.templates.find(({ name }) => name === (data as { name?: string } | undefined)?.name)
  return {
    slug: 'mail-words',
    labels: { singular: text('words'), plural: text('wordsOfAll') },
    access: {
      create: nobody,
      read: editWording,
      update: editWording,
      delete: nobody,
      unlock: nobody,
      readVersions: editWording,
    },
    versions: { drafts: true, maxPerDoc: 100 },
    disableDuplicate: true,
    hooks: { beforeOperation: [keepPublished] },
    admin: {
      useAsTitle: 'label',
      defaultColumns: ['label', 'group', 'subject', '_status', 'updatedAt'],
      pagination: { defaultLimit: 50 },
      hideAPIURL: true,
      description: inEach('wordsAbout'),
    },
    defaultSort: 'order',
    endpoints: [...previewEndpoints(options), putBackEndpoint(options)],
    fields: [
      {
        name: 'name',
        type: 'text',
        label: text('name'),
        required: true,
        unique: true,
        ...ofRecord,
      },
      { name: 'order', type: 'number', label: text('order'), index: true, ...ofRecord },
      { name: 'label', type: 'text', label: text('mail'), ...ofRecord },
      { name: 'group', type: 'text', label: text('group'), ...ofRecord },
      {
        name: 'about',
        type: 'ui',
        admin: {
          disableListColumn: true,
          components: { Field: component('rsc', 'WordsAbout') },
        },
      },
      {
        name: 'subject',
        type: 'text',
        label: text('subject'),
        required: true,
        maxLength: 150,
        validate: ((value, { data, req }) => {
          const template = recordOf(data)
          return template ? checkSubject(template, value, speak(req.i18n)) : true
        }) as TextFieldSingleValidation,
      },
      {
        name: 'body',
        type: 'textarea',
        label: text('body'),
        required: true,
        maxLength: 5000,
        admin: { rows: 18 },
        validate: (value, { data, req }) => {
          const template = recordOf(data)
          return template ? checkBody(template, value, speak(req.i18n)) : true
        },
      },
      {
        name: 'preview',
        type: 'ui',
        admin: {
          disableListColumn: true,
          components: { Field: component('client', 'Preview') },
        },
      },
    ],
  }
}

/** Words in use can't be taken back, only replaced: without any, the message could not be sent. */
const keepPublished: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data, draft } = args as { data?: { _status?: string }; draft?: boolean }
  if (operation === 'update' && !draft && data?._status === 'draft') {
    throw new APIError(speak(req.i18n)('alwaysWords'), 400, undefined, true)
  }
  return args
}
