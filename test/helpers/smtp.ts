import type { AddressInfo } from 'node:net'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on this machine, with its letter box open. */
export type Postbox = {
  url: string
  messages: { to: string; mail: ParsedMail; isEncrypted: boolean }[]
  /** Makes the server refuse the next messages. */
  refuse: (times: number) => void
  /** Makes the server turn everybody away who connects (421), until it is told otherwise. */
  setAway: (isAway: boolean) => void
  /** How often somebody has connected. */
  visits: () => number
  /** Makes the server refuse an address for good, as one that does not exist. */
  refuseAddress: (address: string) => void
  /** Waits for a message to this address whose subject fits, and returns it. */
  wait: (to: string, subject?: RegExp, milliseconds?: number) => Promise<ParsedMail>
  /** Breaks off every conversation. */
  disconnect: () => void
  close: () => Promise<void>
}

/** Where a message stands between the two servers. */
export type Stage = 'connected' | 'addressed' | 'taken'

type PostboxOptions = {
  /** Who may send; anybody when left out. */
  auth?: { user: string; password: string }
  /** Encrypted from the first byte, or after the client has asked; the certificate is self-signed. */
  tls?: 'from the start' | 'on demand'
  /** Waited for before the server answers at this stage. */
  before?: (stage: Stage) => Promise<void>
}

/** Starts a server on a free port. */
export const openPostbox = async ({
  auth,
  before = async () => {},
  tls,
}: PostboxOptions = {}): Promise<Postbox> => {
  const messages: Postbox['messages'] = []
  let refusals = 0
  let isAway = false
  let visits = 0
  const unknown = new Set<string>()
  const server = new SMTPServer({
    secure: tls === 'from the start',
    authOptional: !auth,
    disabledCommands: tls === 'on demand' ? [] : ['STARTTLS'],
    onConnect: (_session, callback) => {
      visits += 1
      if (isAway) return callback(Object.assign(new Error('Come back'), { responseCode: 421 }))
      void before('connected').then(() => callback())
    },
    onAuth: ({ password, username }, _session, callback) => {
      if (username === auth?.user && password === auth?.password) callback(null, { user: username })
      else callback(new Error('Wrong name or password'))
    },
    onRcptTo: ({ address }, _session, callback) => {
      void before('addressed').then(() => {
        if (!unknown.has(address)) return callback()
        callback(Object.assign(new Error(`No such user ${address}`), { responseCode: 550 }))
      })
    },
    onData: (stream, session, callback) => {
      void simpleParser(stream).then(async (mail) => {
        if (refusals > 0) {
          refusals -= 1
          callback(Object.assign(new Error('Try later, amina@example.org'), { responseCode: 451 }))
          return
        }
        for (const { address } of session.envelope.rcptTo) {
          messages.push({ to: address, mail, isEncrypted: session.secure })
        }
        await before('taken')
        callback()
      }, callback)
    },
  })
  // Clients that die are what some tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const disconnect = () => {
    for (const connection of server.connections) connection.close()
  }
  return {
    url: `${tls === 'from the start' ? 'smtps' : 'smtp'}://${auth ? `${auth.user}:${auth.password}@` : ''}127.0.0.1:${port}`,
    disconnect,
    messages,
    refuse: (times) => {
      refusals = times
    },
    setAway: (value) => {
      isAway = value
    },
    visits: () => visits,
    refuseAddress: (address) => void unknown.add(address),
    wait: async (to, subject = /./, milliseconds = 20_000) => {
      const deadline = Date.now() + milliseconds
      for (;;) {
        const found = messages.findLast((m) => m.to === to && subject.test(m.mail.subject ?? ''))
        if (found) return found.mail
        if (Date.now() > deadline) {
          throw new Error(
            `No message ${subject} to ${to}; there are: ${messages.map((m) => `${m.to} ${m.mail.subject}`).join(', ')}`,
          )
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    close: () => {
      // It would wait half a minute for clients that keep their connection.
      disconnect()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
