import { addMonths, ukDate } from '../clock/dates.ts'
import { otherRole, type Role, ROLES } from '../clock/facts.ts'
import { stateAfter } from '../clock/states.ts'
import type { Actor, MatchContext } from './types.ts'
import { Refused } from '@mentoring/kit/refused'
import { change, note, takeStep } from './take-step.ts'
import { writeTo } from './write-to.ts'

/**
 * Asks the other for an extension. If the other has asked already, that is both, and it is extended.
 *
 * @throws StepRefused when this state has no extension; Refused when it was asked and answered.
 */
export const askForExtension = async (context: MatchContext, role: Role): Promise<void> => {
  const { facts, now } = context
  stateAfter(facts.state, 'extend')
  if (facts.extensionAskedBy === role) return
  if (facts.extensionAskedBy) return answerExtension(context, role, true)
  if (facts.wasExtensionAsked) {
    throw new Refused(
      409,
      'An extension was asked for before, and one of you did not want it. Talk to each other, or write to the central team.',
    )
  }
  await change(context, { extensionAskedBy: role, extensionAskedAt: now.toISOString() })
  await note(context, 'askExtension', { by: role })
  await writeTo(context, otherRole(role), 'extensionAsked', {
    occasion: 'asked',
    values: { newEnd: ukDate(extendedEnd(context)), endsOn: ukDate(facts.endsOn) },
  })
}

/**
 * Answers the other's request. It is extended only when both have said yes.
 *
 * @throws Refused when nobody has asked; StepRefused when this state has no extension.
 */
export const answerExtension = async (
  context: MatchContext,
  role: Role,
  isWanted: boolean,
): Promise<void> => {
  const { facts, now } = context
  if (facts.extensionAskedBy !== otherRole(role)) {
    throw new Refused(409, 'There is no request for an extension to answer.')
  }
  if (isWanted) return extend(context, { by: role })
  stateAfter(facts.state, 'extend')
  await change(context, { extensionRefusedAt: now.toISOString() })
  await note(context, 'refuseExtension', { by: role })
  await writeTo(context, otherRole(role), 'extensionNotWanted', {
    occasion: 'refused',
    values: { endsOn: ukDate(facts.endsOn) },
  })
}

/**
 * Extends on behalf of both, who have told a coordinator so.
 *
 * @throws StepRefused when this state has no extension.
 */
export const extendOnBehalf = (
  context: MatchContext,
  actor: Actor & { by: 'coordinator' },
): Promise<void> => extend(context, actor)

const extend = async (context: MatchContext, actor: Actor): Promise<void> => {
  const endsOn = extendedEnd(context)
  await takeStep(context, 'extend', actor, {
    endsOn: endsOn.toISOString(),
    extendedAt: context.now.toISOString(),
    extensionAskedAt: context.match.extensionAskedAt ?? context.now.toISOString(),
  })
  for (const role of ROLES) {
    await writeTo(context, role, 'extended', {
      occasion: 'extended',
      values: { endsOn: ukDate(endsOn) },
    })
  }
}

/** The end of an extended match; never earlier than the end it has, which may have been moved. */
export const extendedEnd = ({ facts, period }: MatchContext): Date => {
  const byRule = addMonths(facts.introducedAt, period.extendedMonths)
  return byRule > facts.endsOn ? byRule : facts.endsOn
}
