import { describe, expect, it } from 'vitest'

import { wordingGlobal } from './wording-global.ts'

const access = { readMails: () => false, editWording: ({ req }: any) => req.user === 'comms' }

const wording = wordingGlobal({
  access,
  hidden: { mails: () => false, wording: ({ user }) => user !== 'comms' },
  secretLinks: {},
  templates: [
    {
      name: 'confirm',
      label: 'Confirm',
      description: 'To somebody who signed up.',
      placeholders: {
        name: { says: 'their name' },
        link: { says: 'the link', required: true },
        code: { says: 'the code', required: true, isBodyOnly: true },
      },
      subject: 'Confirm',
      body: '{{link}}',
    },
  ],
})

const [tab] = (wording.fields[0] as any).tabs
const validate = (name: string, value: unknown) =>
  tab.fields.find((field: any) => field.name === name).validate(value)

describe('the words of a mail', () => {
  it.each([
    ['Confirm your sign-up', true],
    ['Hello {{name}}', true],
    ['Hello {{ name }}', true],
    ['', 'Enter a subject'],
    [' \n', 'Enter a subject'],
    [undefined, 'Enter a subject'],
    [null, 'Enter a subject'],
    ['Hello {{nmae}}', '{{nmae}} can’t be used here'],
    ['{{a}} {{b}} {{name}}', '{{a}} and {{b}} can’t be used here'],
    ['{{constructor}}', '{{constructor}} can’t be used here'],
    ['Hello {{link}}', true],
    ['Your code: {{ code }}', 'Put {{code}} in the message, not in the subject'],
  ])('subject %j: %s', (subject, verdict) => {
    const said = validate('subject', subject)
    if (verdict === true) expect(said).toBe(true)
    else expect(said).toContain(verdict)
  })

  it.each([
    ['{{link}} {{code}}', true],
    ['Hello {{name}} {{ link }} {{code}} {{code}}', true],
    ['', 'Enter a message'],
    ['   ', 'Enter a message'],
    [undefined, 'Enter a message'],
    ['{{name}} {{code}}', 'Put {{link}} in the message'],
    ['Hello', 'Put {{link}} and {{code}} in the message'],
    ['{link} {{code}}', 'Put {{link}} in the message'],
    ['{{link}} {{code}} {{other}}', '{{other}} can’t be used here'],
    ['[Confirm]({{link}}) {{code}}', 'not in the address of a link'],
    ['{{link}} https://example.org/{{code}}', 'not in the address of a link'],
    ['{{link}} {{code}} [Ours](https://example.org)', true],
  ])('message %j: %s', (body, verdict) => {
    const said = validate('body', body)
    if (verdict === true) expect(said).toBe(true)
    else expect(said).toContain(verdict)
  })

  it('say what may stand in them', () => {
    expect(validate('subject', '{{x}}')).toContain('{{name}} (their name), {{link}} (the link)')
  })

  it('are read and changed only by those who edit them', () => {
    expect(wording.slug).toBe('mail-wording')
    for (const operation of ['read', 'update'] as const) {
      const may = wording.access?.[operation]
      expect(may?.({ req: { user: 'comms' } } as never)).toBe(true)
      expect(may?.({ req: { user: 'coordinator' } } as never)).toBe(false)
    }
  })
})
