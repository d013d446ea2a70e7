/** What has to be done to a database before this version can use it. */
export type UpgradePlan = {
  /** Names that were given up before their release, found in this database: each is brought up to its successor. */
  replaced: string[]
  /** Names of the migrations to run, in order. */
  pending: string[]
}

type Names = {
  /** Migrations of this version, in order. */
  known: readonly string[]
  /** Name that was given up → name that took its place. */
  successors: Readonly<Record<string, string>>
  /** Migrations the database has run, in any order. */
  recorded: readonly string[]
}

/**
 * Works out what a database needs, from the names of the migrations it has run.
 *
 * @throws in plain words when this version can't upgrade it: it is of a newer version, of one too
 *   old, or of something else. Nothing has been changed by then.
 */
export const planUpgrade = ({ known, successors, recorded }: Names): UpgradePlan => {
  const stands = recorded.map((name) => successors[name] ?? name)
  const unknown = stands.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(refusal(unknown, known))

  const pending = known.slice(stands.length)
  const gap = known.find((name, place) => place < stands.length && !stands.includes(name))
  if (gap) {
    throw new Error(
      `This database has run migrations out of order: it lacks "${gap}" but has later ones. ${NOTHING_CHANGED} Put back a copy that was made by one version.`,
    )
  }
  return { replaced: recorded.filter((name) => name in successors), pending }
}

/** Said with every refusal. */
export const NOTHING_CHANGED = 'Nothing was changed.'

const refusal = (unknown: readonly string[], known: readonly string[]): string => {
  const names = unknown.map((name) => `"${name}"`).join(', ')
  // Names start with the time they were made, so they sort by age.
  const isNewer = unknown.every((name) => name > known.at(-1)!)
  return isNewer
    ? `This database was last used by a newer version: it has run ${names}, which this version does not know. ${NOTHING_CHANGED} Start that version or a later one, or put back a copy from before its upgrade.`
    : `This database was made by a version that is too old to be upgraded, or by another program: it has run ${names}. The oldest migration this version knows is "${known[0]}". ${NOTHING_CHANGED} Go on with the version that made it, or name another DATABASE_URL to start afresh.`
}
