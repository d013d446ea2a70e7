import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'

import { bounceEndpoint } from './bounce-endpoint.ts'
import { component } from './component.ts'
import { sendAgain, sendAllAgain } from './send-again.ts'
import { MAIL_STATES, type OutboxOptions } from './types.ts'

const TIME = { displayFormat: 'd MMMM yyyy, HH:mm' }

/**
 * The outbox: each message is a row here first, written in the transaction that caused it, then sent.
 * Rows hold personal data and are read by those the options name, written by code. Whom a message is
 * for and what it is about stand in columns of their own.
 */
export const mailsCollection = (options: OutboxOptions): CollectionConfig => ({
  slug: 'mails',
  labels: { singular: 'Email', plural: 'Emails' },
  ...writtenByCode(options.access.readMails),
  indexes: [{ fields: ['status', 'nextTryAt'] }],
  admin: {
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'status', 'createdAt', 'sentAt'],
    hideAPIURL: true,
    description: 'Every email that was sent or is about to be sent.',
    components: {
      edit: { beforeDocumentControls: [component('client', 'SendAgain')] },
    },
  },
  endpoints: [bounceEndpoint(options), ...againEndpoints(options)],
  defaultSort: '-createdAt',
  fields: [
    // For uniqueness alone: what is meant stands in the columns.
    { name: 'key', type: 'text', required: true, unique: true, index: true, access: seenByCode },
    { name: 'to', type: 'email', required: true, index: true },
    { name: 'subject', type: 'text', required: true },
    // Written when it is sent, without its secret links.
    { name: 'text', type: 'textarea', admin: { hidden: true } },
    {
      name: 'message',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: component('rsc', 'MessageText') },
      },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'queued',
      options: [...MAIL_STATES],
      admin: { position: 'sidebar' },
    },
    {
      name: 'template',
      type: 'text',
      label: 'Message',
      required: true,
      admin: {
        position: 'sidebar',
        components: {
          Cell: component('rsc', 'TemplateCell'),
          Field: component('rsc', 'TemplateField'),
        },
      },
    },
    ...Object.entries(options.about).map(([name, relationTo]) => ({
      name,
      type: 'relationship' as const,
      relationTo,
      index: true,
      admin: {
        position: 'sidebar' as const,
        condition: (data: Record<string, unknown>) => Boolean(data[name]),
      },
    })),
    { name: 'occasion', type: 'text', admin: { hidden: true } },
    { name: 'sentAt', type: 'date', label: 'Sent', admin: { position: 'sidebar', date: TIME } },
    { name: 'attempts', type: 'number', defaultValue: 0, admin: { position: 'sidebar' } },
    // Since when it waits: from here on it is tried for some days.
    { name: 'queuedAt', type: 'date', admin: { hidden: true } },
    {
      name: 'nextTryAt',
      type: 'date',
      label: 'Next try',
      admin: {
        position: 'sidebar',
        date: TIME,
        condition: (data) => data.status === 'queued' && Boolean(data.nextTryAt),
      },
    },
    {
      name: 'lastError',
      type: 'text',
      label: 'Last problem',
      admin: { position: 'sidebar', condition: (data) => Boolean(data.lastError) },
    },
    {
      name: 'mayHaveGoneTwice',
      type: 'checkbox',
      label: 'May have gone twice',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        condition: (data) => Boolean(data.mayHaveGoneTwice),
        description: 'Its first sending was cut off, so it was sent again.',
      },
    },
    { name: 'values', type: 'json', hidden: true, access: seenByCode },
    { name: 'links', type: 'json', hidden: true, access: seenByCode },
    // Of messages that were written before words and values were joined at sending.
    { name: 'words', type: 'json', hidden: true, access: seenByCode },
  ],
})

/** `POST /api/mails/:id/send-again` and `POST /api/mails/send-all-again`, for those who see the mails. */
const againEndpoints = ({ access }: OutboxOptions): Endpoint[] => {
  const forThem =
    (send: (req: PayloadRequest) => Promise<Response>) => async (req: PayloadRequest) =>
      (await access.readMails({ req })) === true
        ? send(req)
        : Response.json({ message: 'You may not send emails.' }, { status: 403 })
  return [
    {
      path: '/send-all-again',
      method: 'post',
      handler: forThem(async (req) => {
        const many = await sendAllAgain(req)
        const message = many === 1 ? '1 email is on its way.' : `${many} emails are on their way.`
        return Response.json({ message, emails: many }, { status: 202 })
      }),
    },
    {
      path: '/:id/send-again',
      method: 'post',
      handler: forThem(async (req) =>
        (await sendAgain(req, String(req.routeParams?.id)))
          ? Response.json({ message: 'The email is on its way.' }, { status: 202 })
          : Response.json(
              { message: 'Only an email that failed or was refused can be sent again.' },
              { status: 409 },
            ),
      ),
    },
  ]
}
