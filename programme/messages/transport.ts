import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { directoryTransport, type MailTransport, smtpTransport } from '@mentoring/outbox'

import { dataDir, mailTransport, smtpLimits, smtpURL } from '../../settings.ts'

/** How mail leaves: as the file says that the setting names, else by the mail server, else as files. */
export const makeTransport = (): MailTransport | Promise<MailTransport> => {
  if (mailTransport) return transportIn(mailTransport)
  if (smtpURL) return smtpTransport(smtpURL, smtpLimits)
  return directoryTransport(path.join(dataDir, 'mail'))
}

/**
 * Loads a way for mail to leave: the default export of a file.
 *
 * @throws when there is none
 */
export const transportIn = async (name: string): Promise<MailTransport> => {
  const file = path.resolve(/* turbopackIgnore: true */ name)
  const load = (): Promise<{ default?: unknown }> =>
    import(/* turbopackIgnore: true */ /* @vite-ignore */ pathToFileURL(file).href)
  const transport = (await load()).default
  if (typeof transport !== 'function') {
    throw new Error(`MAIL_TRANSPORT: ${file} has no function as its default export.`)
  }
  return transport as MailTransport
}
