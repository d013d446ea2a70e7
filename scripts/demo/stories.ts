import { readableMail } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { findRecords, updateRow } from '../../database/records.ts'
import { addDays } from '../../programme/clock/dates.ts'
import { signAgreement, writeAgreement } from '../../programme/matches/agreement.ts'
import { noteContact, noteSilence } from '../../programme/matches/contact.ts'
import { completeMatch, endMatch } from '../../programme/matches/end-match.ts'
import { answerExtension, askForExtension } from '../../programme/matches/extension.ts'
import { inMatch } from '../../programme/matches/in-match.ts'
import { noteMeeting } from '../../programme/matches/meetings.ts'
import { saveSurvey } from '../../programme/matches/survey.ts'
import type { MatchContext } from '../../programme/matches/types.ts'

/** Something the two did, so many days after they were introduced. */
type Event = [day: number, what: (context: MatchContext) => Promise<unknown>]

/** How one pair of the demo got on. */
export type Story = { introducedDaysAgo: number; events: Event[] }

const written: Event = [2, (context) => noteContact(context, { by: 'mentor' })]
const filledIn: Event = [
  12,
  (context) =>
    writeAgreement(context, 'mentee', {
      howOften: 'Once a fortnight',
      howLong: 'About an hour',
      howToMeet: 'In the hospital café, or by video when shifts do not fit',
      topics: 'Rotas, the portfolio, and finding a flat',
      confidentiality: 'What we say to each other stays between us, unless somebody is at risk.',
    }),
]
const signed: Event = [14, (context) => signAgreement(context, 'mentor', 1)]
const met = (day: number, way: 'faceToFace' | 'online'): Event => [
  day,
  (context) => noteMeeting(context, 'mentee', { on: context.now, way }),
]
const goingWell = [written, filledIn, signed, met(18, 'faceToFace')]
const asked = (day: number): Event => [day, (context) => askForExtension(context, 'mentee')]
const completed: Event = [124, completeMatch]
const answered = (helpful: 'quite' | 'very', stillInContact: 'no' | 'yes'): Event => [
  126,
  (context) => saveSurvey(context, 'mentee', { helpful, stillInContact, wouldMentor: 'later' }),
]

/** One of each kind, from yesterday's introduction to a match that ran its time. */
export const STORIES: Story[] = [
  { introducedDaysAgo: 1, events: [] },
  { introducedDaysAgo: 4, events: [] },
  { introducedDaysAgo: 9, events: [[8, noteSilence]] },
  { introducedDaysAgo: 11, events: [] },
  { introducedDaysAgo: 16, events: [written] },
  { introducedDaysAgo: 20, events: [written, filledIn] },
  { introducedDaysAgo: 35, events: goingWell },
  { introducedDaysAgo: 48, events: [...goingWell, met(32, 'online')] },
  {
    introducedDaysAgo: 52,
    events: [
      written,
      [
        49,
        (context) =>
          endMatch(
            context,
            { by: 'mentee' },
            { goesOn: true, word: 'Our shifts never fit. It is nobody’s fault.' },
          ),
      ],
    ],
  },
  { introducedDaysAgo: 80, events: [...goingWell, met(45, 'faceToFace')] },
  { introducedDaysAgo: 112, events: [...goingWell, asked(106)] },
  {
    introducedDaysAgo: 130,
    events: [
      ...goingWell,
      met(70, 'online'),
      asked(108),
      [109, (context) => answerExtension(context, 'mentor', true)],
    ],
  },
  { introducedDaysAgo: 140, events: [...goingWell, completed, answered('very', 'yes')] },
  {
    introducedDaysAgo: 155,
    events: [written, met(30, 'online'), completed, answered('quite', 'no')],
  },
]

/** The emails of the demo's past count as sent: nobody is written to. */
export const countAsSent = async (req: PayloadRequest, at: Date): Promise<void> => {
  for (const { id } of await findRecords(req, 'mails', { status: { equals: 'queued' } })) {
    const readable = await readableMail(req, id)
    await updateRow(req, 'mails', id, { ...readable, status: 'sent', sentAt: at.toISOString() })
  }
}

/** Plays what became of a match, at the times it happened. */
export const play = async (
  req: PayloadRequest,
  match: string,
  introducedAt: Date,
  { events }: Story,
): Promise<void> => {
  for (const [day, what] of events) {
    const at = addDays(introducedAt, day)
    await inMatch(req, match, what, at)
    await countAsSent(req, at)
  }
}
