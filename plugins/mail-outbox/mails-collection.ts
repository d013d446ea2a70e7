import type { CollectionConfig } from 'payload'

import { seenByCode, writtenByCode } from '../written-by-code.ts'
import { bounceEndpoint } from './bounce-endpoint.ts'
import { sendAgain } from './send-again.ts'
import type { MailOutboxOptions } from './types.ts'

/** What can be the matter with a message. */
export const MAIL_STATES = [
  { value: 'queued', label: 'Waiting to be sent' },
  { value: 'sending', label: 'Being sent' },
  { value: 'sent', label: 'Sent' },
  { value: 'failed', label: 'Failed' },
  { value: 'bounced', label: 'Refused by the address' },
  { value: 'cancelled', label: 'Cancelled before it was sent' },
] as const

/**
 * The outbox: each message is a row here first, written in the transaction that caused it, then
 * sent by a job. Rows hold personal data and are read by those the options name, written by code.
 */
export const mailsCollection = (options: MailOutboxOptions): CollectionConfig => ({
  slug: 'mails',
  labels: { singular: 'Email', plural: 'Emails' },
  access: writtenByCode(options.access.readMails),
  admin: {
    group: 'Matching',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'status', 'createdAt', 'sentAt'],
    hideAPIURL: true,
    hidden: options.hidden.mails,
    description: 'Every email the programme has sent or is about to send.',
    components: {
      edit: { beforeDocumentControls: ['./plugins/mail-outbox/admin/SendAgain.tsx#SendAgain'] },
    },
  },
  endpoints: [
    bounceEndpoint(options.bounceToken),
    {
      path: '/:id/send-again',
      method: 'post',
      handler: async (req) => {
        if ((await options.access.readMails({ req })) !== true) {
          return Response.json({ message: 'You may not send emails.' }, { status: 403 })
        }
        return (await sendAgain(req, String(req.routeParams?.id), options))
          ? Response.json({ message: 'The email is on its way.' }, { status: 202 })
          : Response.json(
              { message: 'Only an email that failed or was refused can be sent again.' },
              { status: 409 },
            )
      },
    },
  ],
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { hidden: true },
    },
    { name: 'to', type: 'email', required: true, index: true },
    { name: 'subject', type: 'text', required: true },
    { name: 'text', type: 'textarea', label: 'Message', required: true },
    // The same words as `text`; shown nowhere, so that the admin shows one message once.
    { name: 'html', type: 'textarea', required: true, admin: { hidden: true } },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'queued',
      index: true,
      options: [...MAIL_STATES],
      admin: { position: 'sidebar' },
    },
    { name: 'template', type: 'text', required: true, admin: { position: 'sidebar' } },
    {
      name: 'sentAt',
      type: 'date',
      label: 'Sent',
      admin: { position: 'sidebar', date: { displayFormat: 'd MMMM yyyy, HH:mm' } },
    },
    { name: 'attempts', type: 'number', defaultValue: 0, admin: { position: 'sidebar' } },
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
        description: 'The server stopped while this email was being sent, so it was sent again.',
      },
    },
    {
      name: 'links',
      type: 'json',
      hidden: true,
      access: seenByCode,
    },
  ],
})
