import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { createTransport, type SentMessageInfo, type Transport } from 'nodemailer'

import type { OutgoingMail } from './transport.ts'

/**
 * Mail becomes files: each message is written to a folder as an `.eml` file, for machines without a mail
 * server. Files are named by time, appear whole, and are readable only by their owner. Texts
 * stand in them as they are, so that a link can be taken from a file in any editor.
 */
export const directoryTransport = (
  directory: string,
): ((message: OutgoingMail) => Promise<SentMessageInfo>) => {
  const files = createTransport(filesIn(directory))
  return (message) => files.sendMail(message)
}

const filesIn = (directory: string): Transport => ({
  name: 'mail directory',
  version: '1',
  send: (mail, callback) => {
    write(directory, mail)
      .then(() =>
        callback(null, {
          envelope: mail.message.getEnvelope(),
          messageId: mail.message.messageId(),
        }),
      )
      .catch((error: Error) => callback(error, undefined))
  },
})

type Sent = Parameters<Transport['send']>[0]

/** No mail server reads it: nothing need be broken into short lines of ASCII, links least of all. */
const writeAsItIs = (part: Sent['message']): void => {
  const encoding = part.getTransferEncoding()
  if (encoding) part.getTransferEncoding = () => '8bit'
}

let count = 0

const write = async (directory: string, mail: Sent): Promise<void> => {
  for (const part of mail.message.childNodes) writeAsItIs(part)
  writeAsItIs(mail.message)
  const message = await mail.message.build()
  await mkdir(directory, { recursive: true })
  count += 1
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}-${count}`
  const file = path.join(directory, `${name}.eml`)
  await writeFile(`${file}.part`, message, { mode: 0o600 })
  await rename(`${file}.part`, file)
}
