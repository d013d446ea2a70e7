import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import type { Progress } from '../pool/slices.ts'
import type { Question, Word } from './messages.ts'
import type { Solver } from './work.ts'

/** How long the process may take until it says that it is there, in milliseconds. */
const LONGEST_START = 30_000

/** How much is kept of what the process complains of. */
const LONGEST_COMPLAINT = 2000

/** The process could not be started, or is not the one that was meant. */
class NotStarted extends Error {
  override name = 'NotStarted'
}

/** The process ended before it had answered: it was killed, or had no memory left. */
class EndedEarly extends Error {
  override name = 'EndedEarly'
}

// Told by their names: whoever started the process may have another copy of this module, see `Shared`.
const isNamed =
  (name: string) =>
  (error: unknown): error is Error =>
    error instanceof Error && error.name === name
export const isNotStarted = isNamed('NotStarted')
export const hasEndedEarly = isNamed('EndedEarly')

/** The process that solves, beside the server. */
export type Child = Solver & {
  /** Settles when it is there. @throws NotStarted */
  ready: Promise<void>
  /** Where progress is told from now on. */
  tell: (report: (progress: Progress) => void) => void
  /** Ends it at once, whatever it does. */
  kill: () => void
  isGone: () => boolean
}

/**
 * Starts the process that solves. It is given numbers and neither a secret nor the database, and does
 * not keep this process alive.
 */
export const startChild = ([program, ...args]: [string, ...string[]]): Child => {
  const { HOME, PATH } = process.env
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH, HOME, NODE_ENV: 'production' },
  })
  giveWay(child)
  let complaint = ''
  let gone: string | undefined
  let report = (_: Progress): void => {}
  let waiting: { answer: (value: unknown) => void; fail: (error: Error) => void } | undefined
  let isThere = () => {}
  const ready = new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => end('it did not begin'), LONGEST_START)
    limit.unref()
    isThere = () => {
      clearTimeout(limit)
      resolve()
    }
    child.once('close', () => {
      clearTimeout(limit)
      reject(new NotStarted(gone))
    })
  })
  // Whoever waits for it is told; nobody has to.
  ready.catch(() => {})

  const end = (why: string) => {
    gone ??= why
    child.kill('SIGKILL')
  }
  const hear = (said: Word) => {
    if (said.word === 'ready') isThere()
    else if (said.word === 'progress') report(said.progress)
    else {
      const { answer, fail } = waiting!
      waiting = undefined
      rest(child)
      if (said.word === 'answer') answer(said.answer)
      else fail(new Error(said.message))
    }
  }
  child.on('message', (said) => hear(said as Word))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-LONGEST_COMPLAINT)
  })
  // What could not be spawned never closes otherwise.
  child.on('error', (error) => {
    gone ??= error.message
    child.emit('close', null, null)
  })
  child.on('close', (code, signal) => {
    gone ??= complaint.trim() || `it ended with ${signal ?? `code ${code}`}`
    waiting?.fail(new EndedEarly(gone))
    waiting = undefined
  })
  rest(child)

  const ask = async (question: Question): Promise<unknown> => {
    await ready
    if (gone !== undefined) throw new EndedEarly(gone)
    if (waiting) throw new Error('The process that solves answers one question at a time.')
    child.ref()
    child.channel!.ref()
    return new Promise((answer, fail) => {
      waiting = { answer, fail }
      child.send(question)
    })
  }
  const asking = <Name extends keyof Solver>(name: Name): Solver[Name] =>
    // Question and answer are of one name, which is all that gives them their types.
    ((...given: Parameters<Solver[Name]>) =>
      ask({ ask: name, given } as Question)) as unknown as Solver[Name]

  return {
    solve: asking('solve'),
    explain: asking('explain'),
    costs: asking('costs'),
    repeat: asking('repeat'),
    ready,
    tell: (to) => (report = to),
    kill: () => end('it was stopped'),
    isGone: () => gone !== undefined,
  }
}

/** Between two questions it does not keep this process alive. */
const rest = (child: ChildProcess): void => {
  child.unref()
  child.channel?.unref()
  // A pipe counts too.
  ;(child.stderr as { unref?: () => void } | null)?.unref?.()
}

/** Where there are fewer processors than work, whoever waits for a page goes before it. */
const giveWay = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended, or the system does not allow it: then it works as all others do.
  }
}
