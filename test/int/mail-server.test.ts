import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { emailAdapter } from '../../plugins/outbox/email-adapter.ts'
import { smtpTransport } from '../../plugins/outbox/transports/smtp.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox, type Stage } from '../helpers/smtp.ts'

/** The outbox with mail servers as they are: encrypted, locked, hanging, dying. */

let app: Installation
let postbox: Postbox
const closing: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const collection of ['mails', 'payload-kv'] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0)) await close()
})

const open = async (options: Parameters<typeof openPostbox>[0]) => {
  postbox = await openPostbox(options)
  closing.push(postbox.close)
  return postbox
}

/** Sends a message by the server at `url`, once. */
const sendBy = async (url: string) => {
  const adapter = emailAdapter({
    from: { name: 'Team', address: 'team@example.org' },
    transport: smtpTransport(url),
  })
  app.payload.sendEmail = adapter({ payload: app.payload }).sendEmail
  const { queueMail } = await import('../../plugins/outbox/queue-mail.ts')
  const id = await queueMail({
    req: await app.reqAs('admin'),
    template: 'alreadySignedUp',
    about: {},
    to: 'amina@example.org',
    values: { name: 'Amina', role: 'mentor', contact: 'team@example.org' },
  })
  await send()
  return row(id)
}

const row = (id: string) => app.payload.findByID({ collection: 'mails', id, overrideAccess: true })

/** Sends what is due, and what waits for its next try. */
const send = async () => {
  await app.payload.db.updateMany({ collection: 'mails', where: {}, data: { nextTryAt: null } })
  await app.payload.kv.delete('mail-outage')
  await deliverMails(app.payload)
}

const TRUSTED = '?tls.rejectUnauthorized=false'
const auth = { user: 'outbox', password: 'secret-word' }

describe('a mail server', () => {
  it('that asks for a name and a password over an encrypted connection gets them', async () => {
    const { url } = await open({ tls: 'from the start', auth })
    expect(await sendBy(url + TRUSTED)).toMatchObject({ status: 'sent' })
    expect(postbox.messages).toMatchObject([{ to: 'amina@example.org', isEncrypted: true }])
  })

  it('that offers encryption on demand gets an encrypted message', async () => {
    const { url } = await open({ tls: 'on demand' })
    expect(await sendBy(url + TRUSTED)).toMatchObject({ status: 'sent' })
    expect(postbox.messages).toMatchObject([{ isEncrypted: true }])
  })

  it('whose certificate nobody vouches for gets nothing', async () => {
    const { url } = await open({ tls: 'from the start' })
    const mail = await sendBy(url)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1, mayHaveGoneTwice: false })
    expect(mail.lastError).toMatch(/^it could not be handed over \(E/)
    expect(postbox.messages).toEqual([])
  })

  it('that refuses the password is tried again later, and the password is written nowhere', async () => {
    const logged = vi.spyOn(app.payload.logger, 'error')
    const { url } = await open({ tls: 'from the start', auth })
    const mail = await sendBy(url.replace(auth.password, 'wrong-word') + TRUSTED)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1 })
    expect(mail.lastError).toBe('the mail server answered 535 (EAUTH)')
    expect(JSON.stringify([mail, logged.mock.calls])).not.toContain('wrong-word')
    expect(postbox.messages).toEqual([])
  })

  it('that is not there holds nothing up', async () => {
    const { url } = await open({})
    await closing.pop()!()
    const mail = await sendBy(url)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1 })
    expect(mail.lastError).toBe('it could not be handed over (ESOCKET)')
  })

  it('that hangs is left alone after a while, and the message tried again', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    closing.push(() => void silent.close())
    const { port } = silent.address() as AddressInfo
    const mail = await sendBy(`smtp://127.0.0.1:${port}?greetingTimeout=300`)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1, mayHaveGoneTwice: false })
    expect(mail.lastError).toBe('it could not be handed over (ETIMEDOUT)')
  })

  it('that breaks off before it has the message gets it once', async () => {
    const { url } = await open({ before: breakOff('addressed') })
    const mail = await sendBy(url)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1, mayHaveGoneTwice: false })
    await send()
    expect(await row(mail.id)).toMatchObject({ status: 'sent', mayHaveGoneTwice: false })
    expect(postbox.messages).toHaveLength(1)
  })

  it('that breaks off before it has answered may get a message twice, and that is logged', async () => {
    const warn = vi.spyOn(app.payload.logger, 'warn')
    const { url } = await open({ before: breakOff('taken') })
    const mail = await sendBy(url)
    expect(mail).toMatchObject({ status: 'queued', attempts: 1, mayHaveGoneTwice: true })
    expect(warn).toHaveBeenCalledWith({
      msg: 'An email may go out twice: its first sending was cut off',
      mail: mail.id,
    })
    await send()
    expect(await row(mail.id)).toMatchObject({ status: 'sent', mayHaveGoneTwice: true })
    const ids = postbox.messages.map((message) => message.mail.messageId)
    expect(ids).toEqual([`<${mail.id}@example.org>`, `<${mail.id}@example.org>`])
  })
})

/** Breaks off the first conversation at this stage. */
const breakOff = (at: Stage) => {
  let isFirst = true
  return async (stage: Stage) => {
    if (stage !== at || !isFirst) return
    isFirst = false
    postbox.disconnect()
    // The answer must not overtake the end of the connection.
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
