import { OPEN, StepRefused } from '../clock/states.ts'
import type { Actor, MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'
import { change, note, takeStep } from './take-step.ts'

/**
 * Notes that the two are in contact: the mentor has written, or the mentee has heard. When the other
 * says so too, later, it is noted and changes nothing.
 *
 * @throws StepRefused when the match is over or not introduced.
 */
export const noteContact = async (context: MatchContext, actor: Actor): Promise<void> => {
  const { match, now } = context
  const isNews = !match.contactAt
  const hears = actor.by !== 'mentor' && match.heardNothingAt ? { heardNothingAt: null } : undefined
  if (isNews) {
    await takeStep(context, 'contact', actor, {
      contactAt: now.toISOString(),
      heardNothingAt: null,
    })
  } else {
    if (!OPEN.includes(context.facts.state)) throw new StepRefused(context.facts.state, 'contact')
    if (hears) await change(context, hears)
    await note(context, 'contact', actor)
  }
}

/**
 * Notes that the mentee has heard nothing, for the coordinators' attention list.
 *
 * @throws Refused when they have an agreement or the match is over.
 */
export const noteSilence = async (context: MatchContext): Promise<void> => {
  if (context.facts.state !== 'introduced' && context.facts.state !== 'inContact') {
    throw new Refused(
      409,
      'You two have gone on since this question was asked. If something is wrong, write to the central team.',
    )
  }
  if (context.match.heardNothingAt) return
  await change(context, { heardNothingAt: context.now.toISOString() })
  await note(context, 'heardNothing', { by: 'mentee' })
}
