import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  OPEN,
  type State,
  stateAfter,
  STATES,
  type Step,
  StepRefused,
  STEPS,
  stepsFrom,
} from './states.ts'

const states = Object.keys(STATES) as State[]
const steps = Object.keys(STEPS) as Step[]

describe('the ways between the states', () => {
  it('lead from a proposal to the end of an extended match', () => {
    const way: Step[] = ['introduce', 'contact', 'agree', 'extend', 'complete']
    expect(way.reduce<State>(stateAfter, 'proposed')).toBe('completed')
  })

  it.each<[State, Step[]]>([
    ['proposed', ['introduce', 'reject']],
    ['introduced', ['undo', 'contact', 'endEarly']],
    ['inContact', ['agree', 'complete', 'endEarly']],
    ['agreed', ['extend', 'complete', 'endEarly']],
    ['extended', ['complete', 'endEarly']],
    ['completed', []],
    ['endedEarly', []],
    ['rejected', []],
    ['undone', []],
  ])('from %s are %j and no others', (state, possible) => {
    expect(stepsFrom(state).sort()).toEqual(possible.sort())
  })

  it('can be left early from every open state', () => {
    for (const state of OPEN) expect(stateAfter(state, 'endEarly')).toBe('endedEarly')
  })

  it('never lead back: whatever is tried, no state comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (tried) => {
        const seen: State[] = ['proposed']
        for (const step of tried) {
          try {
            seen.push(stateAfter(seen.at(-1)!, step))
          } catch (error) {
            expect(error).toBeInstanceOf(StepRefused)
          }
        }
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
  })
})

describe('a step that is not possible', () => {
  it('says which state the match is in and what can follow', () => {
    expect(() => stateAfter('introduced', 'extend')).toThrow(
      '“Extended” is not possible: this match is in the state “Introduced”. What can follow is: introduction undone, first contact made, ended early.',
    )
  })

  it('says when the match is over', () => {
    expect(() => stateAfter('completed', 'endEarly')).toThrow(
      'this match is in the state “Completed”. It is over, so nothing more can be done with it.',
    )
  })

  it('is refused from every state that the table does not name', () => {
    for (const state of states) {
      for (const step of steps) {
        if (stepsFrom(state).includes(step)) continue
        expect(() => stateAfter(state, step)).toThrow(StepRefused)
      }
    }
  })
})
