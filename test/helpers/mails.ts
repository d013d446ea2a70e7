import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { type ParsedMail, simpleParser } from 'mailparser'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import type { Installation } from './boot.ts'

/**
 * Sends what is in the outbox.
 *
 * @returns all messages that were sent and are still in the outbox, in the order they were written
 */
export const mailsIn = async ({ dataDir, payload }: Installation): Promise<ParsedMail[]> => {
  await deliverMails(payload)
  const { docs } = await payload.find({
    collection: 'mails',
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const place = ({ messageId = '' }: ParsedMail) =>
    docs.findIndex(({ id }) => messageId.startsWith(`<${id}@`))
  const folder = path.join(dataDir, 'mail')
  const files = await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(path.join(folder, file)))),
  )
  return mails.filter((mail) => place(mail) >= 0).sort((one, other) => place(one) - place(other))
}
