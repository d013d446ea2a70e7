import { addRound } from '@mentoring/kit/rounds'
import type { Config } from 'payload'

import { checkBody, checkSubject } from './check-words.ts'
import { deliveryRound } from './deliver.ts'
import { mailsCollection } from './mails-collection.ts'
import { keepOptions, type MailOutboxOptions, type MailTemplate } from './types.ts'
import { wordsCollection } from './words-collection.ts'
import { prepareWords } from './words.ts'

export { readableMail } from './compose.ts'
export { deliverMails } from './deliver.ts'
export { emailAdapter } from './email-adapter.ts'
export { type Outage, readOutage } from './outage.ts'
export { cancelMail, queueMail } from './queue-mail.ts'
export {
  type About,
  type Mail,
  MAIL_STATES,
  type MailOutboxOptions,
  type MailTemplate,
  type SecretLink,
  type Value,
} from './types.ts'

/**
 * Adds an outbox to a Payload project: messages are rows in the collection `mails`, written by
 * {@link queueMail} in the transaction that caused them and sent from there; their words are rows in
 * `mail-words`. Messages are sent where the project's rounds are started.
 *
 * @throws at boot when a template's own words lack a placeholder or use one it does not declare.
 */
export const mailOutbox =
  <T extends MailTemplate>(given: MailOutboxOptions<T>) =>
  (config: Config): Config => {
    const options = given as unknown as MailOutboxOptions
    for (const template of options.templates) checkTemplate(template)
    const withRound = addRound(config, deliveryRound())
    return {
      ...withRound,
      collections: [
        ...(config.collections ?? []),
        mailsCollection(options),
        wordsCollection(options),
      ],
      onInit: async (payload) => {
        await config.onInit?.(payload)
        await prepareWords(payload)
      },
      custom: { ...withRound.custom, ...keepOptions(options) },
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
