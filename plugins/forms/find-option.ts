import { folded } from './folded.ts'

/** What is known of an option when it is looked for by a name. */
type Named = {
  value: string
  label: string
  synonyms?: string[]
  isRetired?: boolean
  formerly?: string[]
}

/** An option that was found, and the synonym it was found by if its label would not say why. */
export type Found<T> = { option: T; synonym?: string }

/** In a text this short, letters inside a word say nothing. */
const SHORTEST_INSIDE = 3

/**
 * The option somebody means: by its value as it stands, or that of one it stands for now, else by its label or a
 * synonym, whatever the case, the accents and the punctuation.
 *
 * @returns nothing when no option has this name, or when several have it. One that is not offered
 * any more is known by its value only.
 * @example optionNamed(countries, ' burma')?.value // 'MM'
 */
export const optionNamed = <T extends Named>(
  options: readonly T[],
  typed: string,
): T | undefined => {
  const exact =
    options.find(({ value }) => value === typed) ??
    options.find(({ formerly }) => formerly?.includes(typed))
  const name = folded(typed)
  if (exact || name === '') return exact
  const named = options.filter(
    (option) => !option.isRetired && namesOf(option).some((text) => folded(text) === name),
  )
  return named.length === 1 ? named[0] : undefined
}

/**
 * The options somebody may mean who has typed so far, the likeliest first: those with this very
 * name, then those with a name that starts with it, then those with words that do, then those that
 * have it inside. A label comes before a synonym, and what is alike keeps its order.
 *
 * @param typed nothing finds them all
 * @example searchOptions(countries, 'burm') // [{ option: Myanmar, synonym: 'Burma' }]
 */
export const searchOptions = <T extends Named>(
  options: readonly T[],
  typed: string,
): Found<T>[] => {
  const sought = folded(typed)
  return options
    .flatMap((option) => {
      const ranks = namesOf(option).map((name) => rank(folded(name), sought))
      const best = Math.min(...ranks)
      if (best === NOT_FOUND) return []
      const name = ranks.indexOf(best)
      return [{ option, synonym: option.synonyms?.[name - 1], order: 2 * best + Math.sign(name) }]
    })
    .sort((a, b) => a.order - b.order)
    .map(({ option, synonym }) => ({ option, synonym }))
}

const NOT_FOUND = 9

const namesOf = ({ label, synonyms = [] }: Named): string[] => [label, ...synonyms]

const rank = (name: string, sought: string): number => {
  if (name === sought) return 0
  if (name.startsWith(sought)) return 1
  const words = name.split(' ')
  if (sought.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 2
  return sought.length >= SHORTEST_INSIDE && name.includes(sought) ? 3 : NOT_FOUND
}
