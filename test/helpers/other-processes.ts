/** What the parts of this process know of each other's work, by the names it is shared under. */
const shared = (name: string) => (globalThis as Record<symbol, unknown>)[Symbol.for(name)]

/**
 * Has decisions go ahead as if each were made in a process of its own: none knows that another waits for
 * its turn at the same people, so the database alone keeps them apart.
 *
 * @returns puts it back
 */
export const asProcessesOfTheirOwn = (): (() => void) => {
  const turns = shared('mentoring.turns') as Map<string, unknown>
  turns.get = () => undefined
  return () => {
    // What an instance has covers what its class has.
    delete (turns as { get?: unknown }).get
  }
}

/** Has the next one that introduces believe that nobody in this process does. */
export const forgetWhoIntroduces = (): void => {
  Object.assign(shared('mentoring.introducing') as object, { atWork: undefined })
}
