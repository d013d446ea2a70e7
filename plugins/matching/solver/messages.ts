import type { Progress } from '../pool/slices.ts'
import type { Solver } from './work.ts'

/** What the server asks of the process that solves: one question at a time. */
export type Question = {
  [Name in keyof Solver]: { ask: Name; given: Parameters<Solver[Name]> }
}[keyof Solver]

/** What that process says: that it is there, how far it is, and in the end one of the last two. */
export type Word =
  | { word: 'ready' }
  | { word: 'progress'; progress: Progress }
  | { word: 'answer'; answer: unknown }
  | { word: 'fault'; message: string }
