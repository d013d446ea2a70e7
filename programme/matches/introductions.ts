import type { MatchEvent } from '@mentoring/matching'
import { cancelMail, type Value } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { updateRow } from '../../database/records.ts'
import { ukDate } from '../clock/dates.ts'
import { otherRole, ROLES } from '../clock/facts.ts'
import { noteUndone, startClock } from './start-clock.ts'
import type { Participant } from '../links/owner.ts'
import { contactInMail } from '../messages/contact.ts'
import { writeToPerson } from '../messages/write-to-person.ts'
import { details } from '../people/details.ts'
import { reasonsInWords } from './reasons.ts'
import { participantOf } from './write-to.ts'

type Event = MatchEvent<Mentee, Mentor>

/** Sets the mentee's state and writes to both, with each other's details and what happens next. */
export const introduce = async (event: Event): Promise<void> => {
  const { match, mentee, req } = event
  await setStatus(req, mentee, 'matched')
  const { endsOn, firstContactDue } = await startClock(req, match.id, new Date())
  const common = {
    shared: { lines: reasonsInWords(match.reasons) },
    firstContactBy: ukDate(firstContactDue),
    endsOn: ukDate(endsOn),
    contact: await contactInMail(req),
  }
  for (const role of ROLES) {
    const other = participantOf(event, otherRole(role))
    await writeToPerson(req, INTRODUCTIONS[role], participantOf(event, role), {
      about: { match: match.id },
      occasion: 'introduced',
      values: {
        ...common,
        [other.role]: other.person.name,
        details: await detailsOf(req, other),
      },
    })
  }
}

/**
 * Puts the mentee back on the waiting list, with the place they had. An introduction that has not
 * been sent is cancelled; whoever got theirs is told that it is withdrawn.
 */
export const takeBack = async (event: Event): Promise<void> => {
  const { match, mentee, req } = event
  await setStatus(req, mentee, 'waiting')
  await noteUndone(req, match.id)
  for (const role of ROLES) {
    const to = participantOf(event, role)
    const about = { match: match.id }
    if (await cancelMail(req, INTRODUCTIONS[role], { [role]: to.person.id, ...about })) continue
    await writeToPerson(req, 'matchWithdrawn', to, {
      about,
      occasion: 'undone',
      values: { other: participantOf(event, otherRole(role)).person.name },
      links: {},
    })
  }
}

const INTRODUCTIONS = { mentor: 'introductionToMentor', mentee: 'introductionToMentee' } as const

const setStatus = (req: PayloadRequest, { id }: Mentee, status: 'matched' | 'waiting') =>
  // In the database itself: nothing else of the record is looked at, changed or written anew.
  updateRow(req, 'mentees', id, { status, updatedAt: new Date().toISOString() })

/** The other's details, one a line, with an address that can be written to at once and a number to call. */
const detailsOf = async (req: PayloadRequest, participant: Participant): Promise<Value> => ({
  lines: (await details(req, participant)).map(({ as, label, value }) => ({
    label,
    value: as === 'email' ? [{ mailto: value }] : as === 'phone' ? [{ tel: value }] : value,
  })),
})
