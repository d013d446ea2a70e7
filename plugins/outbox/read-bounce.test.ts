import { describe, expect, it } from 'vitest'

import { readBounce } from './read-bounce.ts'

const HOSTS = ['nhs.example.org', 'mentoring-programme']

const report = ({ action = 'failed', status = '5.1.1', id = 'abc-123@nhs.example.org' } = {}) =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.org',
    'To: img-mentoring@example.org',
    'Message-ID: <report-1@mail.example.org>',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    '',
    'Final-Recipient: rfc822; amina@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Meet your mentor',
    `Message-ID: <${id}>`,
    '',
    '--b--',
  ].join('\r\n')

describe('a delivery report', () => {
  it('names the message that came back, and why', () => {
    expect(readBounce(report(), HOSTS)).toEqual({ id: 'abc-123', code: '5.1.1' })
    expect(readBounce(report().replaceAll('\r\n', '\n'), HOSTS)).toEqual({
      id: 'abc-123',
      code: '5.1.1',
    })
  })

  it('of a message that an earlier version sent is known too', () => {
    const old = report({ id: 'abc-123@mentoring-programme' })
    expect(readBounce(old, HOSTS)).toEqual({ id: 'abc-123', code: '5.1.1' })
  })

  it.each([
    ['of a message that is only late', report({ action: 'delayed', status: '4.4.1' })],
    ['of a failure for now', report({ status: '4.2.2' })],
    ['of a success', report({ action: 'delivered', status: '2.0.0' })],
    ['of somebody else’s message', report({ id: 'abc@example.com' })],
    ['that is an automatic answer', 'Subject: Out of office\r\n\r\nI am away.'],
    ['that is empty', ''],
  ])('%s is no bounce', (_, text) => {
    expect(readBounce(text, HOSTS)).toBeUndefined()
  })
})
