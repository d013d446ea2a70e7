import { emailAddress } from '@mentoring/kit/email-address'
import { inSidebar } from '@mentoring/kit/in-sidebar'
import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Endpoint, Field, PayloadRequest } from 'payload'

import { bounceEndpoint } from './bounce-endpoint.ts'
import { component } from './component.ts'
import { speak, text } from './languages/index.ts'
import { sendAgain, sendAllAgain } from './send-again.ts'
import { type InEach, MAIL_STATES, type OutboxOptions } from './types.ts'

const TIME = { displayFormat: 'd MMMM yyyy, HH:mm' }

/**
 * The outbox: each message is a row here first, written in the transaction that caused it, then sent.
 * Rows hold personal data and are read by those the options name, written by code. Whom a message is
 * for and what it is about stand in columns of their own.
 */
export const mailsCollection = (options: OutboxOptions, inEach: InEach): CollectionConfig => ({
  slug: 'mails',
  labels: { singular: text('mail'), plural: text('mails') },
  ...writtenByCode(options.access.readMails),
  indexes: [{ fields: ['status', 'nextTryAt'] }],
  admin: {
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'status', 'createdAt', 'sentAt'],
    hideAPIURL: true,
    description: inEach('mailsAbout'),
    components: {
      edit: { beforeDocumentControls: [component('client', 'SendAgain')] },
    },
  },
  endpoints: [bounceEndpoint(options), ...againEndpoints(options)],
  defaultSort: '-createdAt',
  fields: [
    // For uniqueness alone: what is meant stands in the columns.
    { name: 'key', type: 'text', required: true, unique: true, index: true, access: seenByCode },
    {
      name: 'to',
      type: 'email',
      label: text('to'),
      required: true,
      index: true,
      validate: emailAddress,
    },
    { name: 'subject', type: 'text', label: text('subject'), required: true },
    // Written when it is sent, without its secret links.
    { name: 'text', type: 'textarea', label: text('text'), admin: { hidden: true } },
    {
      name: 'message',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: component('rsc', 'MessageText') },
      },
    },
    ...inSidebar([
      {
        name: 'status',
        type: 'select',
        label: text('status'),
        required: true,
        defaultValue: 'queued',
        options: MAIL_STATES.map((value) => ({ value, label: text(value) })),
      },
      {
        name: 'template',
        type: 'text',
        label: text('template'),
        required: true,
        admin: {
          components: {
            Cell: component('rsc', 'TemplateCell'),
            Field: component('rsc', 'TemplateField'),
          },
        },
      },
      ...Object.entries(options.about).map(([name, relationTo]): Field => ({
        name,
        type: 'relationship',
        relationTo,
        index: true,
        admin: { condition: has(name) },
      })),
    ]),
    { name: 'occasion', type: 'text', label: text('occasion'), admin: { hidden: true } },
    ...inSidebar([
      { name: 'sentAt', type: 'date', label: text('sentAt'), admin: { date: TIME } },
      { name: 'attempts', type: 'number', label: text('attempts'), defaultValue: 0 },
    ]),
    // Since when it waits: from here on it is tried for some days.
    { name: 'queuedAt', type: 'date', label: text('queuedAt'), admin: { hidden: true } },
    ...inSidebar([
      {
        name: 'nextTryAt',
        type: 'date',
        label: text('nextTryAt'),
        admin: {
          date: TIME,
          condition: (data) => data.status === 'queued' && Boolean(data.nextTryAt),
        },
      },
      {
        name: 'lastError',
        type: 'text',
        label: text('lastError'),
        admin: { condition: has('lastError') },
      },
      {
        name: 'mayHaveGoneTwice',
        type: 'checkbox',
        label: text('mayHaveGoneTwice'),
        defaultValue: false,
        admin: {
          condition: has('mayHaveGoneTwice'),
          description: inEach('mayHaveGoneTwiceAbout'),
        },
      },
    ]),
    { name: 'values', type: 'json', hidden: true, access: seenByCode },
    { name: 'links', type: 'json', hidden: true, access: seenByCode },
    // Of messages that were written before words and values were joined at sending.
    { name: 'words', type: 'json', hidden: true, access: seenByCode },
  ],
})

/** Shown only when there is something in it. */
const has = (name: string) => (data: Record<string, unknown>) => Boolean(data[name])

/** `POST /api/mails/:id/send-again` and `POST /api/mails/send-all-again`, for those who see the mails. */
const againEndpoints = ({ access }: OutboxOptions): Endpoint[] => {
  const forThem =
    (send: (req: PayloadRequest) => Promise<Response>) => async (req: PayloadRequest) =>
      (await access.readMails({ req })) === true
        ? send(req)
        : Response.json({ message: speak(req.i18n)('mayNotSend') }, { status: 403 })
  return [
    {
      path: '/send-all-again',
      method: 'post',
      handler: forThem(async (req) => {
        const many = await sendAllAgain(req)
        const message = speak(req.i18n)('sentAllAgain', { count: many })
        return Response.json({ message, emails: many }, { status: 202 })
      }),
    },
    {
      path: '/:id/send-again',
      method: 'post',
      handler: forThem(async (req) => {
        const isSent = await sendAgain(req, String(req.routeParams?.id))
        const message = speak(req.i18n)(isSent ? 'sentAgain' : 'notFailed')
        return Response.json({ message }, { status: isSent ? 202 : 409 })
      }),
    },
  ]
}
