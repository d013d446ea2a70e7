import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import type * as Reminders from '../../programme/messages/reminders.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'

/** A message is one record: what is changed here is one file, and no schema. */
vi.mock('../../programme/messages/reminders.ts', async (original) => {
  const { REMINDER_MAILS } = await original<typeof Reminders>()
  const another = {
    name: 'howIsIt',
    group: 'Reminders',
    label: 'How is it going?',
    description: 'To the mentee, 10 days after the introduction.',
    placeholders: {
      name: { says: 'their name', sample: 'Amina Example' },
      link: { says: 'the link', sample: 'https://example.org/x', required: true, isLink: true },
    },
    to: ['mentee'],
    link: 'contact',
    dueAt: ({ introducedAt }: { introducedAt: Date }) =>
      new Date(introducedAt.getTime() + 10 * 24 * 60 * 60 * 1000),
    isCalledFor: ({ state }: { state: string }) => state === 'introduced',
    isOptional: true,
    pace: 'oneADay',
    subject: 'How is it going, {{name}}?',
    body: 'Hello {{name}}\n\n{{link}}',
  }
  return { REMINDER_MAILS: [...REMINDER_MAILS, another] }
})

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())

it('a new record is sent when it is due, with words that comms can change', async () => {
  const pair = await app.introduce()
  await app.tick()
  app.inbox(pair.mentee)
  app.travel(11)
  await app.tick()
  const mail = app.postbox.messages.find(({ to }) => to === pair.mentee.email)!.mail
  expect(mail.subject).toBe(`How is it going, ${pair.mentee.name}?`)
  expect(mail.text).toMatch(
    /^Hello .*\n\nhttp:\/\/localhost:3000\/my\/contact\/\?token=[\w-]{43}$/m,
  )
  expect(mail.headerLines.map(({ key }) => key)).toContain('list-unsubscribe-post')
  app.travel(12)
  app.inbox(pair.mentee)
  await app.tick()
  expect(app.inbox(pair.mentee)).toEqual([])

  const words = await app.rest('GET', '/mail-words?where[name][equals]=howIsIt', { as: 'comms' })
  expect(words.json.docs).toMatchObject([
    { label: 'How is it going?', group: 'Reminders', _status: 'published' },
  ])
})
