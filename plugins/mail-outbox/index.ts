import { type Config, createLocalReq, type TaskConfig } from 'payload'

import { checkBody, checkSubject } from './check-words.ts'
import { mailsCollection } from './mails-collection.ts'
import { queueSending, SEND_MAIL } from './queue-mail.ts'
import { requeueMails, sendMail } from './send-mail.ts'
import type { MailOutboxOptions, MailTemplate } from './types.ts'
import { wordingGlobal } from './wording-global.ts'

/**
 * Adds an outbox to a Payload project: messages are rows in the collection `mails`, written by
 * {@link queueMail} in the transaction that caused them and sent by a job with retries; their words
 * are the global `mail-wording`.
 *
 * @throws at boot when a template's own words lack a placeholder or use one it does not declare.
 */
export const mailOutbox =
  (options: MailOutboxOptions) =>
  (config: Config): Config => {
    for (const template of options.templates) checkTemplate(template)
    const task: TaskConfig<{ input: { mail: string }; output: object }> = {
      slug: SEND_MAIL,
      label: 'Send an email',
      inputSchema: [{ name: 'mail', type: 'text', required: true }],
      // 30 seconds, then twice as long each time: 8 tries in about an hour.
      retries: { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } },
      handler: async ({ input, req }) => {
        await sendMail(input.mail, req, options)
        return { output: {} }
      },
    }
    return {
      ...config,
      collections: [...(config.collections ?? []), mailsCollection(options)],
      globals: [...(config.globals ?? []), wordingGlobal(options)],
      jobs: {
        ...config.jobs,
        tasks: [...(config.jobs?.tasks ?? []), task as unknown as TaskConfig],
      },
      onInit: async (payload) => {
        await config.onInit?.(payload)
        const req = await createLocalReq({}, payload)
        await requeueMails(req, (mail, waitUntil) => queueSending(req, mail, waitUntil))
      },
    }
  }

const checkTemplate = (template: MailTemplate): void => {
  for (const result of [
    checkSubject(template, template.subject),
    checkBody(template, template.body),
  ]) {
    if (result !== true) throw new Error(`mailOutbox: the template "${template.name}": ${result}`)
  }
}
