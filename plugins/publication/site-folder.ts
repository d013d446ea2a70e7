import {
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The folder of the site, and the one place that says what visitors see and whether it is held:
 *
 *     current -> builds/1764500000000-abc     what is published goes up
 *     current -> put-back -> builds/…         an earlier publication was put back: nothing else goes up
 *
 * `current` is replaced in one step, so both change together, whenever the process dies. The link is there after a
 * restart and for every process that has the folder.
 */

const CURRENT = 'current'
const PUT_BACK = 'put-back'
const BUILDS = 'builds'

/** Somebody who changes the links holds this folder for less than a millisecond. */
const TURN = 'swapping'

/** A turn that was taken for so long, in milliseconds, was left by a process that died. */
const LEFT_BEHIND = 2000

/** What visitors see. */
export type SiteThatIsUp = {
  /** The build, as a whole path; the site is `public` in it. */
  folder: string
  /** Name of the build's folder. */
  name: string
  /** Was it put back, so that nothing else goes up? */
  isHeld: boolean
}

/**
 * The site that is up, if there is one. It is read from the disk each time, because another process may put up the
 * next one.
 *
 * @param directory the plugin's `directory`
 */
export const siteThatIsUp = (directory: string): SiteThatIsUp | undefined => {
  const target = readLink(path.join(directory, CURRENT))
  if (target === undefined) return undefined
  if (target !== PUT_BACK) return asUp(directory, target, false)
  const held = readLink(path.join(directory, PUT_BACK))
  // It goes right after nothing leads to it any more.
  return held === undefined ? siteThatIsUp(directory) : asUp(directory, held, true)
}

/** The folder of a build by its name. */
export const folderOf = (directory: string, name: string): string =>
  path.join(directory, BUILDS, name)

/** Names of the builds that are there. */
export const buildsIn = (directory: string): string[] => {
  try {
    return readdirSync(path.join(directory, BUILDS))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/**
 * Puts up a build, unless what is up has changed meanwhile: another process has built, or an earlier publication was
 * put back.
 *
 * @param before what was up when the build began
 * @returns was it put up?
 */
export const putUp = (
  directory: string,
  name: string,
  before: SiteThatIsUp | undefined,
): Promise<boolean> =>
  inTurn(directory, () => {
    const now = siteThatIsUp(directory)
    if (now?.isHeld || now?.name !== before?.name) return false
    link(directory, CURRENT, path.join(BUILDS, name))
    return true
  })

/** Puts a build up and holds it: nothing else goes up until {@link letGo}. */
export const hold = (directory: string, name: string): Promise<void> =>
  inTurn(directory, () => {
    link(directory, PUT_BACK, path.join(BUILDS, name))
    link(directory, CURRENT, PUT_BACK)
  })

/**
 * Lets what is published go up again. What is up stays until then.
 *
 * @returns was it held?
 */
export const letGo = (directory: string): Promise<boolean> =>
  inTurn(directory, () => {
    const now = siteThatIsUp(directory)
    if (!now?.isHeld) return false
    link(directory, CURRENT, path.join(BUILDS, now.name))
    rmSync(path.join(directory, PUT_BACK), { force: true })
    return true
  })

const asUp = (directory: string, target: string, isHeld: boolean): SiteThatIsUp => ({
  folder: path.resolve(directory, target),
  name: path.basename(target),
  isHeld,
})

const readLink = (file: string): string | undefined => {
  try {
    return readlinkSync(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    // A copy of the folder that was made without its links.
    if ((error as NodeJS.ErrnoException).code === 'EINVAL') return path.basename(file)
    throw error
  }
}

/** Replaces a link in one step, so that no visitor meets a missing or half-copied site. */
const link = (directory: string, name: string, target: string): void => {
  const next = path.join(directory, `next-${process.pid}`)
  rmSync(next, { force: true })
  symlinkSync(target, next)
  renameSync(next, path.join(directory, name))
}

/** One process after the other looks at the links and changes them. */
const inTurn = async <T>(directory: string, work: () => T): Promise<T> => {
  const turn = path.join(directory, TURN)
  const since = { at: performance.now(), mark: '' }
  while (!take(turn)) {
    const mark = markOf(turn)
    // By the time that passes here: the clock of whoever took it may be another.
    if (mark !== since.mark) Object.assign(since, { at: performance.now(), mark })
    else if (performance.now() - since.at > LEFT_BEHIND) giveBack(turn)
    await sleep(20)
  }
  try {
    return work()
  } finally {
    giveBack(turn)
  }
}

const take = (turn: string): boolean => {
  try {
    mkdirSync(turn)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const giveBack = (turn: string): void => {
  try {
    rmdirSync(turn)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

const markOf = (turn: string): string => {
  const { ctimeMs, ino } = statSync(turn, { throwIfNoEntry: false }) ?? { ctimeMs: 0, ino: 0 }
  return `${ino} ${ctimeMs}`
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
