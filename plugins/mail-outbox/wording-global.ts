import type {
  CollapsibleField,
  GlobalConfig,
  TextareaFieldValidation,
  TextFieldSingleValidation,
} from 'payload'

import { checkBody, checkSubject, describePlaceholders } from './check-words.ts'
import { previewEndpoints } from './preview-endpoints.ts'
import type { MailOutboxOptions, MailTemplate } from './types.ts'

/**
 * The words of every message: a tab for each group of messages, checked for their placeholders on
 * save, with a preview and a test message.
 */
export const wordingGlobal = (options: MailOutboxOptions): GlobalConfig => {
  const groups = [...new Set(options.templates.map(({ group }) => group))]
  return {
    slug: 'mail-wording',
    label: 'Emails',
    access: { read: options.access.editWording, update: options.access.editWording },
    admin: {
      group: 'Public site',
      hideAPIURL: true,
      hidden: options.hidden.wording,
      description: 'The words of the emails. Changes apply to emails written from now on.',
    },
    endpoints: previewEndpoints(options),
    fields: [
      {
        type: 'tabs',
        tabs: groups.map((label) => ({
          label,
          fields: options.templates
            .filter((template) => template.group === label)
            .map(templateFields),
        })),
      },
    ],
  }
}

const templateFields = (template: MailTemplate): CollapsibleField => ({
  type: 'collapsible',
  label: template.label,
  admin: { initCollapsed: true, description: template.description },
  fields: [
    {
      type: 'group',
      name: template.name,
      label: false,
      admin: { hideGutter: true },
      fields: [
        {
          name: 'subject',
          type: 'text',
          required: true,
          maxLength: 150,
          validate: ((value) => checkSubject(template, value)) as TextFieldSingleValidation,
        },
        {
          name: 'body',
          type: 'textarea',
          label: 'Message',
          required: true,
          maxLength: 5000,
          admin: { rows: 16, description: `You can use: ${describePlaceholders(template)}.` },
          validate: ((value) => checkBody(template, value)) as TextareaFieldValidation,
        },
        {
          name: 'preview',
          type: 'ui',
          admin: {
            components: {
              Field: {
                path: './plugins/mail-outbox/admin/Preview.tsx#Preview',
                clientProps: { template: template.name, label: template.label },
              },
            },
          },
        },
      ],
    },
  ],
})
