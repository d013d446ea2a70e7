import { access, rm } from 'node:fs/promises'
import path from 'node:path'

import { LONGEST_BUILD } from './build-site.ts'
import { buildsIn, folderOf, siteThatIsUp } from './site-folder.ts'

const DAY = 24 * 60 * 60_000

/** Builds kept beside the one that is up, to be put back. */
const KEPT_BUILDS = 10

/** For how long, in days. */
const KEPT_DAYS = 30

/** These stay, however old they are: a site that rarely changes has a way back too. */
const ALWAYS_KEPT = 3

/**
 * Removes builds that are not kept any more, and what builds have left that never ended. The one that is up stays.
 *
 * @param building name of a folder that is being built, if there is one
 */
export const removeOldBuilds = async (
  directory: string,
  building?: string,
  now = Date.now(),
): Promise<void> => {
  const inUse = new Set([siteThatIsUp(directory)?.name, building])
  const builds = buildsIn(directory)
    .filter((name) => !inUse.has(name))
    .map((name) => ({ name, age: ageOf(name, now) }))
    // One that a clock which was ahead has dated is as old as can be: it was built before the clock was set back.
    .sort((one, other) => one.age - other.age || (one.name < other.name ? 1 : -1))
  let kept = 0
  for (const { age, name } of builds) {
    const folder = folderOf(directory, name)
    if (await isFinished(folder)) {
      kept += 1
      if (kept <= ALWAYS_KEPT) continue
      if (kept <= KEPT_BUILDS && age <= KEPT_DAYS * DAY) continue
    } else if (age < 2 * LONGEST_BUILD) continue
    await rm(folder, { recursive: true, force: true })
  }
}

/** Clocks of two machines differ a little, in milliseconds. */
const SKEW = 60_000

/** A folder's name begins with the moment it was made. */
const ageOf = (name: string, now: number): number => {
  const age = now - Number.parseInt(name)
  return age >= -SKEW ? Math.max(0, age) : Infinity
}

const isFinished = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'snapshot.json')).then(
    () => true,
    () => false,
  )
