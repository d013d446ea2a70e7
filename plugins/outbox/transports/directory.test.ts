import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type ParsedMail, simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { directoryTransport } from './directory.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mail-'))
})
afterEach(() => rm(folder, { recursive: true }))

const MAIL = {
  from: '"Peer mentors" <mentors@example.org>',
  to: 'amina@example.org',
  subject: 'Grüße, Amína 😀',
  text: 'Zoë\n.\nFrom here on',
  html: '<p>Zoë</p>',
}

const parsed = async (file: string): Promise<ParsedMail> =>
  simpleParser(await readFile(path.join(folder, file)))

describe('a folder for mail', () => {
  it('holds the message as it was sent, made when it is needed', async () => {
    const missing = path.join(folder, 'a', 'b')
    const info = await directoryTransport(missing)(MAIL)
    const [file, ...others] = await readdir(missing)

    expect(others).toEqual([])
    const mail = await parsed(path.join('a', 'b', file!))
    expect(mail).toMatchObject({ subject: MAIL.subject, html: MAIL.html })
    expect(mail.text?.trim()).toBe(MAIL.text)
    expect(mail.from?.text).toBe(MAIL.from)
    expect([mail.to].flat()[0]?.text).toBe(MAIL.to)
    expect(mail.messageId).toBe(info.messageId)
    expect(info.envelope).toEqual({ from: 'mentors@example.org', to: ['amina@example.org'] })
  })

  it('has links that can be taken from the file in any editor', async () => {
    const link = `https://mentoring.example.org/sign-up/confirm/?token=${'aB-_9'.repeat(15)}`
    const text = `Zoë, open this:\n\n${link}\n`
    const html = `<p>Zoë, open this:</p><p><a href="${link}">${link}</a></p>`
    const transport = directoryTransport(folder)
    for (const parts of [
      { text, html },
      { text, html: undefined },
    ]) {
      await transport({ ...MAIL, ...parts })
    }
    for (const file of await readdir(folder)) {
      const written = await readFile(path.join(folder, file), 'utf8')
      expect(written.replaceAll('\r\n', '\n')).toContain(text)
      if ((await parsed(file)).html) expect(written).toContain(`href="${link}"`)
    }
  })

  it('lets nobody else read a message', async () => {
    await directoryTransport(folder)(MAIL)
    const [file] = await readdir(folder)
    const { mode } = await stat(path.join(folder, file!))
    expect((mode & 0o777).toString(8)).toBe('600')
  })

  it('has one whole file for each message, in the order they were sent', async () => {
    const transport = directoryTransport(folder)
    for (const n of [1, 2, 3]) await transport({ ...MAIL, subject: `Message ${n}` })
    const files = (await readdir(folder)).sort()
    expect(files.every((file) => /^[\w-]+\.eml$/.test(file))).toBe(true)
    expect(await Promise.all(files.map(async (file) => (await parsed(file)).subject))).toEqual([
      'Message 1',
      'Message 2',
      'Message 3',
    ])
  })

  it('loses no message of many sent at once', async () => {
    const transport = directoryTransport(folder)
    await Promise.all(Array.from({ length: 25 }, () => transport(MAIL)))
    expect(await readdir(folder)).toHaveLength(25)
  })

  it('keeps a subject in its own header', async () => {
    const subject = 'Hello\r\nBcc: b@example.org'
    await directoryTransport(folder)({ ...MAIL, subject })
    const [file] = await readdir(folder)
    expect((await parsed(file!)).bcc).toBeUndefined()
  })

  it('fails the send when a message cannot be written', async () => {
    const file = path.join(folder, 'file')
    await writeFile(file, '')
    const transport = directoryTransport(path.join(file, 'mail'))
    await expect(transport(MAIL)).rejects.toThrow('ENOTDIR')
  })
})
