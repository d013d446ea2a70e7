import { describe, expect, it } from 'vitest'

import { calendarFile } from './dates-file.ts'

const about = {
  host: 'mentors.example.org',
  name: 'Peer mentor programme',
  now: new Date('2026-11-30T10:00:00Z'),
}
/** The lines of the file, with those that were folded put together again. */
const linesOf = (file: string) => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar file', () => {
  it('has whole days as days of the UK, and times as moments', () => {
    const file = calendarFile(
      [
        // Half past midnight in the UK: it is the first of July there.
        { id: 'end-1', title: 'Your match with Asha ends', day: '2026-06-30T23:30:00Z' },
        {
          id: 'training-1',
          title: 'Training',
          where: 'Room 1, LGI',
          startsAt: '2026-12-01T09:00:00Z',
        },
      ],
      about,
    )
    const lines = linesOf(file)
    expect(lines).toContain('DTSTART;VALUE=DATE:20260701')
    expect(lines).toContain('DTSTART:20261201T090000Z')
    expect(lines).toContain('UID:end-1@mentors.example.org')
    expect(lines).toContain('LOCATION:Room 1\\, LGI')
  })

  it('takes names as text, whatever they are', () => {
    const title = `Write to Zoë; "O'Brien", آشا\nEND:VCALENDAR ${'long '.repeat(30)}`
    const file = calendarFile([{ id: 'x', title, day: '2026-12-01' }], about)
    expect(linesOf(file).filter((line) => line.startsWith('END:'))).toEqual([
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    // RFC 5545: no line is longer than 75 bytes.
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })

  it('is the same for the same dates', () => {
    const dates = [{ id: 'x', title: 'T', day: '2026-12-01' }]
    expect(calendarFile(dates, about)).toBe(calendarFile(dates, about))
  })
})
