import type { NextStep } from '../clock/next.ts'
import type { MatchView } from './match-view.ts'
import type { Role } from '../clock/facts.ts'

/** How somebody stands in the programme. */
export type Standing =
  'active' | 'matched' | 'paused' | 'resting' | 'unconfirmed' | 'waiting' | 'withdrawn'

/** The one thing that somebody is asked to do first. The page has the words for each. */
export type FirstStep =
  | { what: NextStep | 'another' | 'survey'; match: MatchView }
  /** Into the matching again. */
  | { what: 'back' }

/** The most pressing first: what somebody waits for, then what is due, then what may be. */
const ORDER: NextStep[] = [
  'answerExtension',
  'write',
  'waitForContact',
  'signAgreement',
  'meet',
  'askForExtension',
]

/** What somebody is asked to do first, of all that is open to them; nothing when they need do nothing. */
export const firstStep = ({
  matches,
  role,
  status,
}: {
  matches: MatchView[]
  role: Role
  status: Standing
}): FirstStep | undefined => {
  for (const what of ORDER) {
    const asked = matches.find(({ next }) => next.includes(what))
    if (asked) return { what, match: asked }
  }
  if (status === 'withdrawn') return { what: 'back' }
  const hasMatch = matches.some(({ isOpen }) => isOpen)
  const another = matches.find((match) => isAskedForAnother(match, role))
  if (another && !(role === 'mentee' && hasMatch)) return { what: 'another', match: another }
  if (status === 'paused' || status === 'resting') return { what: 'back' }
  const survey = matches.find(({ hasSurvey, isCompleted }) => isCompleted && !hasSurvey)
  return survey && { what: 'survey', match: survey }
}

/** Whoever’s match ended early is asked; so is a mentee whose match ran its time. */
const isAskedForAnother = ({ goesOn, isCompleted }: MatchView, role: Role) =>
  goesOn === 'asked' || (isCompleted && role === 'mentee' && goesOn === undefined)
