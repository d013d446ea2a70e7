import type { Facts, Role } from './facts.ts'
import { OPEN } from './states.ts'

/** What somebody is expected to do next, most pressing first. The pages have the words for each. */
export type NextStep =
  'answerExtension' | 'askForExtension' | 'meet' | 'signAgreement' | 'waitForContact' | 'write'

/**
 * What is expected of one side of a match now.
 *
 * @param hasSigned has this side signed the agreement as it stands?
 */
export const nextSteps = (facts: Facts, role: Role, hasSigned: boolean): NextStep[] => {
  const { extensionAskedBy, hasMet, state, wasExtensionAsked } = facts
  if (!OPEN.includes(state)) return []
  if (state === 'introduced') return [role === 'mentor' ? 'write' : 'waitForContact']
  const steps: NextStep[] = []
  if (extensionAskedBy && extensionAskedBy !== role) steps.push('answerExtension')
  if (!hasSigned) steps.push('signAgreement')
  if (!hasMet) steps.push('meet')
  if (state === 'agreed' && !wasExtensionAsked) steps.push('askForExtension')
  return steps
}
