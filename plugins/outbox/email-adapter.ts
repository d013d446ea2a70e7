import type { PayloadEmailAdapter } from 'payload'

import type { MailTransport } from './transports/transport.ts'

type Options = {
  from: { name: string; address: string }
  transport: MailTransport | Promise<MailTransport>
}

/** Payload's way to send mail: whoever sends waits for the answer of whoever takes it. */
export const emailAdapter =
  ({ from, transport }: Options): PayloadEmailAdapter =>
  () => ({
    name: 'outbox',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async (message) =>
      (await transport)({
        ...message,
        from: message.from ?? from,
        // Nobody's holiday answers a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
      }),
  })
