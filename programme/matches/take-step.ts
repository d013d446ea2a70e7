import type { PayloadRequest } from 'payload'

import { countRecords, createRecord, updateRecord } from '../../database/records.ts'
import type { Match, MatchStep } from '../../payload-types.ts'
import type { Role } from '../clock/facts.ts'
import { stateAfter, type Step } from '../clock/states.ts'
import { factsOf } from './facts-of.ts'
import type { Actor, MatchContext } from './types.ts'
import type { Noted } from '../clock/noted.ts'
import { messagesAfter } from '../messages/index.ts'
import { writeTo } from './write-to.ts'

/**
 * Takes a step of the clock: changes the state, writes what comes with it, notes it in the history,
 * and queues the messages that go out with it. The context is brought up to date.
 *
 * @throws StepRefused when the step is not possible in this state.
 */
export const takeStep = async (
  context: MatchContext,
  step: Step,
  actor: Actor,
  data: Partial<Match> = {},
): Promise<void> => {
  await change(context, { ...data, status: stateAfter(context.facts.state, step) })
  await note(context, step, actor)
  for (const message of messagesAfter(step)) {
    for (const role of message.to) await writeTo(context, role, message, { occasion: step })
  }
}

/** Changes what a match keeps beside its state, and the context with it. */
export const change = async (context: MatchContext, data: Partial<Match>): Promise<void> => {
  context.match = await updateRecord(context.req, 'matches', context.match.id, data)
  context.facts = factsOf(context.match)
}

/** Writes a line of a match's history. */
export const note = (context: MatchContext, what: Noted, actor: Actor): Promise<void> =>
  write(context, {
    what,
    by: actor.by,
    ...(actor.by === 'coordinator' && { user: actor.user, note: actor.note }),
  })

/** Writes into a match's history that the clock has reminded somebody. */
export const noteReminder = (context: MatchContext, message: string, to: Role): Promise<void> =>
  write(context, { what: 'remind', message, to, by: 'clock' })

const write = async (
  context: MatchContext,
  step: Omit<MatchStep, 'at' | 'createdAt' | 'id' | 'match' | 'updatedAt'>,
): Promise<void> => {
  const { match, noted, now, req } = context
  // A millisecond apart: of steps of one moment no database knows the order.
  const at = new Date(now.getTime() + noted).toISOString()
  context.noted += 1
  await createRecord(req, 'match-steps', { match: match.id, at, ...step })
}

/** How many steps people have taken with a match; reminders are none. */
export const countSteps = (req: PayloadRequest, match: string): Promise<number> =>
  countRecords(req, 'match-steps', {
    and: [{ match: { equals: match } }, { what: { not_equals: 'remind' } }],
  })
