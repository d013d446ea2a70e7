import type { Payload } from 'payload'

/** The domain of the sender's address: ids of messages are made there (RFC 5322, section 3.6.4). */
export const senderHost = ({ email }: Payload): string =>
  email.defaultFromAddress.split('@').at(-1)!.toLowerCase()

/** The id that mail servers and mail programs know a message by. */
export const messageIdOf = (payload: Payload, id: string): string =>
  `<${id}@${senderHost(payload)}>`
