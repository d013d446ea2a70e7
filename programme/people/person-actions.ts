import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import { findRecords, updateRecord } from '../../database/records.ts'
import type { Match } from '../../payload-types.ts'
import type { Answers } from '@mentoring/forms/answers'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { type FormSchema, questions } from '@mentoring/forms/form-types'
import { everyQuestion } from '@mentoring/forms/editions/questions-of'
import { asRecord } from '@mentoring/forms/own-answers'
import { otherRole } from '../clock/facts.ts'
import { OPEN } from '../clock/states.ts'
import {
  collectionOf,
  isParticipant,
  ownedBy,
  ownerOf,
  type Participant,
  type SignedUp,
} from '../links/owner.ts'
import { endMatch, goesOnField, noteGoOn } from '../matches/end-match.ts'
import { inMatch } from '../matches/in-match.ts'
import { Refused } from '@mentoring/kit/refused'
import { participantOf } from '../matches/write-to.ts'
import { writeToPerson } from '../messages/write-to-person.ts'

/** Matches of a person, the latest first; proposals are the coordinators' own. */
export const findMatchesOf = (req: PayloadRequest, participant: Participant): Promise<Match[]> => {
  const introduced = { status: { not_in: ['proposed', 'rejected'] } }
  const where = { and: [ownedBy(ownerOf(participant)), introduced] }
  return findRecords(req, 'matches', where, { sort: '-confirmedAt' })
}

/**
 * Changes somebody's answers.
 *
 * @param answers to every question of the form; what was not answered is emptied
 */
export const changeDetails = (
  req: PayloadRequest,
  participant: Participant,
  form: FormSchema,
  answers: Answers,
): Promise<void> =>
  inTransaction(req, async () => {
    const { person, role } = participant
    const edition = await editionInForce(req)
    const names = questions(form).map(({ name }) => name)
    const all: Answers = Object.fromEntries(names.map((name) => [name, answers[name]]))
    const data = asRecord(everyQuestion(edition, role), all, edition.number, person)
    const isEmpty = (value: unknown) => (value === undefined ? null : value)
    await update(
      req,
      participant,
      Object.fromEntries(Object.entries(data).map(([name, value]) => [name, isEmpty(value)])),
    )
    if (answers.takesMentees === true) await answerWhatWasAsked(req, participant, true)
  })

/** Those of somebody's matches in which the two are mentor and mentee. */
export const findOpenMatches = async (
  req: PayloadRequest,
  participant: Participant,
): Promise<Match[]> =>
  (await findMatchesOf(req, participant)).filter(({ status }) => OPEN.includes(status))

/**
 * Takes somebody out of the programme; their record stays until they have it erased. Matches they have end first, so
 * that the others hear of it in neutral words.
 *
 * @param word what they want the central team to know of the end of a match
 * @returns how many matches ended
 */
export const withdraw = (
  req: PayloadRequest,
  participant: Participant,
  word?: string,
): Promise<number> =>
  inTransaction(req, async () => {
    const open = await findOpenMatches(req, participant)
    const how = { goesOn: false, word }
    for (const { id } of open) {
      await inMatch(req, id, (context) => endMatch(context, { by: participant.role }, how))
    }
    await update(req, participant, { status: 'withdrawn' })
    await answerWhatWasAsked(req, participant, false)
    return open.length
  })

/**
 * Whoever comes back or leaves has said whether they want another match, and nobody waits for their
 * answer any more.
 */
const answerWhatWasAsked = async (
  req: PayloadRequest,
  participant: Participant,
  wantsAnother: boolean,
): Promise<void> => {
  const { role } = participant
  for (const match of await findMatchesOf(req, participant)) {
    if (match[goesOnField(role)] !== 'asked') continue
    await inMatch(req, match.id, (context) => noteGoOn(context, role, wantsAnother))
  }
}

/** Can somebody be matched now, so that there is something to pause? */
export const isMatchable = ({ person, role }: Participant): boolean =>
  role === 'mentor'
    ? person.status === 'active' && person.takesMentees !== false
    : person.status === 'waiting'

/**
 * Takes somebody out of the matching until they come back. Matches they have go on.
 *
 * @throws Refused when they are out of it already.
 */
export const pause = (req: PayloadRequest, participant: Participant): Promise<void> =>
  inTransaction(req, async () => {
    if (!isMatchable(participant)) throw new Refused(409, 'You are not being matched now.')
    await update(
      req,
      participant,
      participant.role === 'mentor' ? { takesMentees: false } : { status: 'resting' },
    )
  })

/**
 * Puts somebody back: a mentee on the waiting list, a mentor among those who take mentees. A mentee
 * keeps the place they had; after a match that ran its time, or after leaving the programme, they
 * wait from now on.
 */
export const comeBack = (req: PayloadRequest, participant: Participant, now: Date): Promise<void> =>
  inTransaction(req, async () => {
    const { person, role } = participant
    if (role === 'mentor') {
      await update(req, participant, { status: 'active', takesMentees: true })
      return answerWhatWasAsked(req, participant, true)
    }
    if (person.status !== 'resting' && person.status !== 'withdrawn') {
      throw new Refused(409, 'You are in the programme already.')
    }
    const [last] = await findMatchesOf(req, participant)
    // Without a last match: it was erased with the other person, so it did not run its time.
    const hadItsTime =
      last?.status === 'completed' && (person.waitingSince ?? '') <= (last.closedAt ?? '')
    const keepsPlace = person.status === 'resting' && !hadItsTime
    await update(req, participant, {
      status: 'waiting',
      ...(!keepsPlace && { waitingSince: now.toISOString() }),
    })
    await answerWhatWasAsked(req, participant, true)
  })

/** Stops reminders, or sends them again. */
export const setReminders = (
  req: PayloadRequest,
  participant: Participant,
  wantsNoReminders: boolean,
): Promise<void> => update(req, participant, { wantsNoReminders })

/**
 * Erases somebody with all that is about them. Open matches end first, so that the others hear of it
 * in neutral words.
 */
export const erase = async (req: PayloadRequest, somebody: SignedUp): Promise<void> => {
  const { person, role } = somebody
  await inTransaction(req, async () => {
    const others = isParticipant(somebody) ? await endOpenMatches(req, somebody) : []
    const { id } = person
    await req.payload.delete({ collection: collectionOf(role), id, overrideAccess: true, req })
    // Only now: erasure takes every mail that names the person, and this one must not.
    for (const other of others) {
      const values = { role: other.role, otherRole: role }
      await writeToPerson(req, 'partnerLeft', other, { values })
    }
  })
}

/** Ends the matches somebody has, without a word yet. @returns the others */
const endOpenMatches = async (
  req: PayloadRequest,
  participant: Participant,
): Promise<Participant[]> => {
  const { role } = participant
  const others: Participant[] = []
  for (const { id } of await findOpenMatches(req, participant)) {
    await inMatch(req, id, async (context) => {
      await endMatch(context, { by: role }, { isSilent: true })
      others.push(participantOf(context, otherRole(role)))
    })
  }
  return others
}

const update = async (
  req: PayloadRequest,
  participant: Participant,
  data: object,
): Promise<void> => {
  await updateRecord(req, collectionOf(participant.role), participant.person.id, data)
}
