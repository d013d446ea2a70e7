import { addTexts, inEachLanguage } from '@mentoring/kit/add-texts'
import { addLimits } from '@mentoring/kit/limit'
import { addRound } from '@mentoring/kit/rounds'
import type { CollectionConfig, Config } from 'payload'

import { problemIn } from './check-words.ts'
import { deliveryRound } from './deliver.ts'
import { emailAdapter } from './email-adapter.ts'
import { TEXTS } from './languages/all.ts'
import { NAMESPACE } from './languages/index.ts'
import { mailsCollection } from './mails-collection.ts'
import { type InEach, keepOptions, type MailTemplate, type OutboxOptions } from './types.ts'
import { wordsCollection } from './words-collection.ts'
import { prepareWords } from './words.ts'

export { readableMail } from './compose.ts'
export { deliverMails } from './deliver.ts'
export { mailState, type OutboxTexts } from './languages/index.ts'
export { type Outage, readOutage } from './outage.ts'
export { cancelMail, queueMail } from './queue-mail.ts'
export { directoryTransport } from './transports/directory.ts'
export { type SMTPLimits, smtpTransport } from './transports/smtp.ts'
export {
  type Failure,
  type MailTransport,
  NotSent,
  type OutgoingMail,
} from './transports/transport.ts'
export {
  type About,
  type Look,
  type Mail,
  type MailTemplate,
  type OutboxOptions,
  type SecretLink,
  type Value,
} from './types.ts'

/**
 * Adds an outbox to a Payload project: messages are rows in the collection `mails`, written by
 * {@link queueMail} in the transaction that caused them and sent from there; their words are rows in
 * `mail-words`, which editors change. All mail of the project leaves by its transport. `README.md`
 * shows how to install it.
 *
 * @throws at boot when a template's own words lack a placeholder or use one it does not declare, or
 *   when the transport can't be loaded.
 */
export const outbox =
  <T extends MailTemplate>(given: OutboxOptions<T>) =>
  (config: Config): Config => {
    // Each template that is handed to the options comes from this very list.
    const options = given as unknown as OutboxOptions
    for (const template of options.templates) checkTemplate(template)
    const { overrides = {} } = options
    const extended = addLimits(addRound(config, deliveryRound()))
    const i18n = addTexts(config, NAMESPACE, TEXTS)
    const inEach: InEach = (key) => inEachLanguage(i18n, NAMESPACE, key)
    return {
      ...extended,
      i18n,
      email: emailAdapter(options),
      collections: [
        ...(extended.collections ?? []),
        override(mailsCollection(options, inEach), overrides.mails),
        override(wordsCollection(options, inEach), overrides.words),
      ],
      onInit: async (payload) => {
        await extended.onInit?.(payload)
        await options.transport
        await prepareWords(payload)
      },
      custom: { ...extended.custom, ...keepOptions(options) },
    }
  }

const override = (
  defaultCollection: CollectionConfig,
  change: NonNullable<OutboxOptions['overrides']>['mails'],
): CollectionConfig => {
  const { access, slug } = defaultCollection
  return change ? { ...change({ defaultCollection }), access, slug } : defaultCollection
}

const checkTemplate = (template: MailTemplate): void => {
  const problem = problemIn(template, template)
  if (problem) throw new Error(`outbox: the template "${template.name}": ${problem}`)
}
