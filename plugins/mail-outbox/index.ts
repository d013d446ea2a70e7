import { type Config, createLocalReq, type TaskConfig } from 'payload'

import { mailsCollection } from './mails-collection.ts'
import { MAIL_QUEUE, SEND_MAIL } from './queue-mail.ts'
import { requeueMails, sendMail } from './send-mail.ts'
import type { MailOutboxOptions } from './types.ts'
import { wordingGlobal } from './wording-global.ts'

/**
 * Adds an outbox to a Payload project: messages are rows in the collection `mails`, written by
 * {@link queueMail} in the transaction that caused them and sent by a job with retries; their words
 * are the global `mail-wording`.
 *
 * @throws at boot when a template's own words use a placeholder it does not declare.
 */
export const mailOutbox =
  (options: MailOutboxOptions) =>
  (config: Config): Config => {
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
        await requeueMails(req, (mail) =>
          payload.jobs.queue({
            task: SEND_MAIL,
            queue: MAIL_QUEUE,
            input: { mail },
            overrideAccess: true,
            req,
          }),
        )
      },
    }
  }
