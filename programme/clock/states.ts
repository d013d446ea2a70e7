import { Refused } from '@mentoring/kit/refused'

/**
 * The clock of a match: its states and the only steps between them. Pure; it knows neither the
 * database nor the pages.
 */

/** States of a match, in the order it goes through them. The last four are its ends. */
export const STATES = {
  proposed: { label: 'Proposed', isOpen: false },
  introduced: { label: 'Introduced', isOpen: true },
  inContact: { label: 'In contact', isOpen: true },
  agreed: { label: 'Agreement signed', isOpen: true },
  extended: { label: 'Extended', isOpen: true },
  completed: { label: 'Completed', isOpen: false },
  endedEarly: { label: 'Ended early', isOpen: false },
  rejected: { label: 'Rejected', isOpen: false },
  undone: { label: 'Undone', isOpen: false },
} as const

export type State = keyof typeof STATES

const names = (isOpen: boolean) =>
  (Object.keys(STATES) as State[]).filter((state) => STATES[state].isOpen === isOpen)

/** States in which the two are mentor and mentee. */
export const OPEN: State[] = names(true)

type Transition = { from: readonly State[]; to: State; label: string }

/**
 * The table of transitions: which steps there are, from which states, to which.
 *
 * A pair that met but never signed the agreement is completed all the same when its time is over. A
 * pair of which nobody ever reported contact is not: a coordinator ends it, so that silence is seen.
 */
export const STEPS = {
  introduce: { from: ['proposed'], to: 'introduced', label: 'Introduced' },
  reject: { from: ['proposed'], to: 'rejected', label: 'Proposal rejected' },
  undo: { from: ['introduced'], to: 'undone', label: 'Introduction undone' },
  contact: { from: ['introduced'], to: 'inContact', label: 'First contact made' },
  agree: { from: ['inContact'], to: 'agreed', label: 'Mentoring agreement signed by both' },
  extend: { from: ['agreed'], to: 'extended', label: 'Extended' },
  complete: { from: ['inContact', 'agreed', 'extended'], to: 'completed', label: 'Completed' },
  endEarly: {
    from: ['introduced', 'inContact', 'agreed', 'extended'],
    to: 'endedEarly',
    label: 'Ended early',
  },
} as const satisfies Record<string, Transition>

export type Step = keyof typeof STEPS

/**
 * What can be done with a match in a state.
 *
 * @example stepsFrom('introduced') // ['undo', 'contact', 'endEarly']
 */
export const stepsFrom = (state: State): Step[] =>
  (Object.keys(STEPS) as Step[]).filter((step) => isAllowed(state, step))

/** A step that is not possible now. The message is for people: where the match is, what can be done. */
export class StepRefused extends Refused {
  readonly state: State
  readonly possible: Step[]

  constructor(state: State, step: Step) {
    const possible = stepsFrom(state)
    const then =
      possible.length === 0
        ? 'It is over, so nothing more can be done with it.'
        : `What can follow is: ${possible.map((next) => lowerFirst(STEPS[next].label)).join(', ')}.`
    super(
      409,
      `“${STEPS[step].label}” is not possible: this match is in the state “${STATES[state].label}”. ${then}`,
    )
    this.state = state
    this.possible = possible
  }
}

/**
 * The state after a step.
 *
 * @throws StepRefused when the step is not possible from here.
 * @example stateAfter('introduced', 'contact') // 'inContact'
 */
export const stateAfter = (state: State, step: Step): State => {
  if (!isAllowed(state, step)) throw new StepRefused(state, step)
  return STEPS[step].to
}

const isAllowed = (state: State, step: Step): boolean =>
  (STEPS[step].from as readonly State[]).includes(state)

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
