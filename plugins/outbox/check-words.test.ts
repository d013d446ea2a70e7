import { describe, expect, it } from 'vitest'

import { checkBody, checkSubject } from './check-words.ts'
import type { MailTemplate } from './types.ts'

const template: MailTemplate = {
  name: 'confirm',
  label: 'Confirm',
  group: 'Signing up',
  description: 'To somebody who signed up.',
  placeholders: {
    name: { says: 'their name', sample: 'Amina' },
    link: { says: 'the link', sample: 'https://example.org/', required: true, isLink: true },
    code: { says: 'the code', sample: '1234', required: true, isBodyOnly: true },
  },
  subject: 'Confirm',
  body: '{{link}}\n{{code}}',
}

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
    ['Hello {{link}}', 'Put {{link}} in the message, not in the subject'],
    ['Your code: {{ code }}', 'Put {{code}} in the message, not in the subject'],
  ])('subject %j: %s', (subject, verdict) => {
    const said = checkSubject(template, subject)
    if (verdict === true) expect(said).toBe(true)
    else expect(said).toContain(verdict)
  })

  it.each([
    ['{{link}}\n{{code}}', true],
    ['Hello {{name}}\n{{ link }}  \n{{code}} {{code}}', true],
    ['{{link}} {{code}}', 'Put {{link}} on a line of its own'],
    ['Open: {{link}}\n{{code}}', 'Put {{link}} on a line of its own'],
    ['https://example.com/?t=\n{{code}}\n**{{link}}**', 'Put {{link}} on a line of its own'],
    ['- {{link}}\n{{code}}', 'Put {{link}} on a line of its own'],
    ['', 'Enter a message'],
    ['   ', 'Enter a message'],
    [undefined, 'Enter a message'],
    ['{{name}} {{code}}', 'Put {{link}} in the message'],
    ['Hello', 'Put {{link}} and {{code}} in the message'],
    ['{link} {{code}}', 'Put {{link}} in the message'],
    ['{{link}}\n{{code}} {{other}}', '{{other}} can’t be used here'],
    ['[Confirm]({{link}}) {{code}}', 'not in the address of a link'],
    ['[Confirm it]({{link}})\n{{code}}', true],
    ['Or [confirm]({{link}})\n{{code}}', 'not in the address of a link'],
    ['[Confirm]({{code}})\n{{link}}', 'not in the address of a link'],
    ['{{link}}\nhttps://example.org/{{code}}', 'not in the address of a link'],
    ['{{link}}\n{{code}} [Ours](https://example.org)', true],
  ])('message %j: %s', (body, verdict) => {
    const said = checkBody(template, body)
    if (verdict === true) expect(said).toBe(true)
    else expect(said).toContain(verdict)
  })

  it('are told in one line what is wrong: the page lists beside them what may stand in them', () => {
    const said = checkSubject(template, '{{x}}')
    expect(said).toBe('{{x}} can’t be used here. The list above says what you can use.')
  })
})
