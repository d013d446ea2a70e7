import type { Question, Word } from './messages.ts'
import { solverHere, type Solver } from './work.ts'

const say = (word: Word): void => void process.send?.(word)

const solver = solverHere((progress) => say({ word: 'progress', progress }))

/**
 * Answers the questions of the server that started this process, as numbers, until the server lets it
 * go or is gone itself.
 */
export const answerQuestions = (): void => {
  process.on('message', ({ ask, given }: Question) => {
    const work = solver[ask] as (...given: Question['given']) => ReturnType<Solver[typeof ask]>
    work(...given).then(
      (answer) => say({ word: 'answer', answer }),
      (error: Error) => say({ word: 'fault', message: error.message }),
    )
  })
  process.on('disconnect', () => process.exit())
  say({ word: 'ready' })
}
