import { updateRecord } from '../../database/records.ts'
import { otherRole, type Role, ROLES } from '../clock/facts.ts'
import { OPEN, type State } from '../clock/states.ts'
import type { Actor, MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'
import { change, note, takeStep } from './take-step.ts'
import { writeTo } from './write-to.ts'

/** The field that says whether somebody wants another match. */
export const goesOnField = (role: Role) =>
  role === 'mentor' ? ('mentorGoesOn' as const) : ('menteeGoesOn' as const)

/**
 * Ends a match before its time: the no-blame exit, or a coordinator on somebody's behalf. The place
 * is free, the two are not proposed to each other again, and whoever did not leave gets a neutral
 * message. Each is asked whether they want another match; until they say yes, nobody is proposed to
 * them.
 *
 * @param word what the one who leaves wants the central team to know; only coordinators see it
 * @param goesOn does the one who leaves want another match? Asked by mail when left out.
 * @param isSilent does whoever calls tell the others in words of their own?
 * @throws StepRefused when the match is over.
 */
export const endMatch = async (
  context: MatchContext,
  actor: Actor,
  { goesOn, isSilent, word }: { goesOn?: boolean; isSilent?: boolean; word?: string } = {},
): Promise<void> => {
  await takeStep(context, 'endEarly', actor, {
    closedAt: context.now.toISOString(),
    exitWord: word || null,
    mentorGoesOn: 'asked',
    menteeGoesOn: 'asked',
  })
  await rest(context)
  const leaver = actor.by === 'mentor' || actor.by === 'mentee' ? actor.by : undefined
  if (leaver && goesOn !== undefined) await answerGoOn(context, leaver, goesOn)
  if (isSilent) return
  for (const role of leaver ? [otherRole(leaver)] : ROLES) {
    await writeTo(context, role, 'matchEnded', { occasion: 'ended' })
  }
}

/**
 * Completes a match whose time is over, with thanks and a short survey to both. A mentor stays
 * available; a mentee waits again only when they say so.
 *
 * @throws StepRefused when the two never got in contact, or the match is over.
 */
export const completeMatch = async (context: MatchContext): Promise<void> => {
  const closedAt = context.now.toISOString()
  await takeStep(context, 'complete', { by: 'clock' }, { closedAt })
  await setMentee(context, { status: 'resting' })
}

/**
 * What somebody says, after the end, about another match. A mentee who wants one waits again: with
 * the place they had when the match ended early, from now on when it ran its time. It can be changed
 * for as long as the mentee has no other mentor.
 *
 * @param actor who says so: a coordinator may have heard it from them
 * @throws Refused while the match is open, or when the answer comes too late.
 */
export const answerGoOn = async (
  context: MatchContext,
  role: Role,
  wantsAnother: boolean,
  actor: Actor = { by: role },
): Promise<void> => {
  const { mentee, mentor, now, facts } = context
  refuseUnlessOver(facts.state)
  const isCoordinator = actor.by === 'coordinator'
  const hasLeft = (role === 'mentor' ? mentor : mentee).status === 'withdrawn'
  const hasAnother = role === 'mentee' && mentee.status === 'matched'
  // A coordinator may write down what is so already, to have the question off the list.
  const isSoAlready = isCoordinator && ((hasLeft && !wantsAnother) || (hasAnother && wantsAnother))
  if (hasLeft && !isSoAlready) throw new Refused(409, LEFT[isCoordinator ? 'other' : 'self'])
  if (hasAnother && !isSoAlready) throw new Refused(409, ANOTHER[isCoordinator ? 'other' : 'self'])
  await noteGoOn(context, role, wantsAnother, actor)
  if (isSoAlready) return
  if (role === 'mentor') return setMentor(context, { takesMentees: wantsAnother })
  if (!wantsAnother) return setMentee(context, { status: 'resting' })
  if (mentee.status === 'waiting') return
  await setMentee(context, {
    status: 'waiting',
    ...(facts.state === 'completed' && { waitingSince: now.toISOString() }),
  })
}

/** Keeps the answer with the match, and nothing else: whoever calls does what follows from it. */
export const noteGoOn = async (
  context: MatchContext,
  role: Role,
  wantsAnother: boolean,
  actor: Actor = { by: role },
): Promise<void> => {
  await change(context, { [goesOnField(role)]: wantsAnother ? 'yes' : 'no' })
  await note(context, wantsAnother ? 'goesOn' : 'staysOut', actor)
}

const LEFT = {
  self: 'You have left the programme. You can come back on your page.',
  other: 'They have left the programme, so they want no other match.',
}
const ANOTHER = {
  self: 'You have another mentor already.',
  other: 'This mentee has another mentor already.',
}

/**
 * Whoever had a match that came to its end is asked about another one.
 *
 * @throws Refused when this one is still going, or was taken back as a mistake.
 */
export const refuseUnlessOver = (state: State): void => {
  if (OPEN.includes(state)) {
    throw new Refused(409, 'This match is still going. You can leave it on your page.')
  }
  if (state !== 'completed' && state !== 'endedEarly') {
    throw new Refused(409, 'This introduction was withdrawn, so you keep your place as it was.')
  }
}

/** A coordinator has seen on the attention list that somebody left. */
export const markExitSeen = async (
  context: MatchContext,
  actor: Actor & { by: 'coordinator' },
): Promise<void> => {
  if (context.facts.state !== 'endedEarly') throw new Refused(409, 'This match did not end early.')
  if (context.match.exitSeenAt) return
  await change(context, { exitSeenAt: context.now.toISOString() })
  await note(context, 'seeExit', actor)
}

/** Until they have answered, neither is proposed to anybody. */
const rest = async (context: MatchContext): Promise<void> => {
  await setMentee(context, { status: 'resting' })
  await setMentor(context, { takesMentees: false })
}

const setMentee = async (
  context: MatchContext,
  data: { status: 'resting' | 'waiting'; waitingSince?: string },
): Promise<void> => {
  const { mentee, req } = context
  context.mentee = await updateRecord(req, 'mentees', mentee.id, data, { followsMatch: true })
}

const setMentor = async (context: MatchContext, data: { takesMentees: boolean }): Promise<void> => {
  const { mentor, req } = context
  context.mentor = await updateRecord(req, 'mentors', mentor.id, data)
}
