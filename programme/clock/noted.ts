import { STEPS } from './states.ts'

/** Everything a match's history can hold: the steps of the clock, and what changes no state. */
export const NOTED = {
  ...(Object.fromEntries(Object.entries(STEPS).map(([step, { label }]) => [step, label])) as {
    [S in keyof typeof STEPS]: string
  }),
  heardNothing: 'Mentee has heard nothing',
  meeting: 'Meeting noted',
  removeMeeting: 'Meeting taken back',
  terms: 'Agreement filled in',
  sign: 'Agreement signed',
  askExtension: 'Extension asked for',
  refuseExtension: 'Extension not wanted',
  moveDates: 'Dates moved',
  goesOn: 'Wants another match',
  staysOut: 'Wants no other match',
  remind: 'Reminder sent',
  seeExit: 'Exit seen by a coordinator',
} as const

export type Noted = keyof typeof NOTED
