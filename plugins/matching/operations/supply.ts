import type { Say } from '../languages/index.ts'
import type { Rung } from '../pool/criteria.ts'
import type { Person, Words } from '../types.ts'
import type { LoadedPool } from './load-pool.ts'

/** Who waits and who could take them, by what people share on one rung, such as their country. */
export type SupplyAndDemand = {
  /** "Country" */
  label: string
  /** Most wanted first: waiting less free places, then waiting. */
  rows: { name: string; waiting: number; mentors: number; places: number }[]
}

type Groups = Rung<Person, Person>[]
type Tally = { waiting: LoadedPool['mentees']; mentors: number; places: number }

/** Counts supply and demand for every rung that has groups. */
export const supplyAndDemand = (
  pool: LoadedPool,
  ladder: Groups,
  { locale }: Pick<Say, 'locale'>,
): SupplyAndDemand[] =>
  ladder.flatMap((rung) => {
    if (!rung.group) return []
    const { label, nameOf } = rung.group
    const rows = [...tally(pool, rung)].map(([key, { mentors, places, waiting }]) => ({
      name: nameOf(key),
      waiting: waiting.length,
      mentors,
      places,
    }))
    return [{ label, rows: rows.sort(byNeed(locale)) }]
  })

type Row = SupplyAndDemand['rows'][number]

const byNeed =
  (locale: string) =>
  (a: Row, b: Row): number =>
    b.waiting - b.places - (a.waiting - a.places) ||
    b.waiting - a.waiting ||
    a.name.localeCompare(b.name, locale)

/**
 * Where people are missing, in words, the greatest need first: groups of the highest rung in which
 * more wait than places are free, and what the next rung has for them.
 *
 * @example
 * ['Sudan: 3 waiting, no mentor there. Same region: 2 mentors, both full.']
 */
export const recruitmentGaps = (
  pool: LoadedPool,
  ladder: Groups,
  words: Words,
  say: Say,
): string[] => {
  const [first, next] = ladder.filter(({ group }) => group)
  if (!first?.group) return []
  const { nameOf } = first.group
  const wider = next && tally(pool, next)
  return [...tally(pool, first)]
    .filter(([, { places, waiting }]) => waiting.length > places)
    .sort(
      ([a, x], [b, y]) =>
        y.waiting.length - y.places - (x.waiting.length - x.places) ||
        nameOf(a).localeCompare(nameOf(b), say.locale),
    )
    .map(([key, here]) => {
      const there = say('gap', {
        group: nameOf(key),
        waiting: here.waiting.length,
        supply: here.mentors > 0 ? supplyOf(here, words, say) : say('supplyNoneThere', words),
      })
      const [around] = next && here.waiting[0] ? next.of.mentee(here.waiting[0].person) : []
      const found = around === undefined ? undefined : wider?.get(around)
      if (!next || !found) return there
      const supply = found.mentors > 0 ? supplyOf(found, words, say) : say('supplyNone', words)
      return `${there} ${say('gapAround', { group: next.label, supply })}`
    })
}

const supplyOf = ({ mentors, places }: Tally, words: Words, say: Say): string => {
  const people = say('mentors', { ...words, count: mentors })
  if (places > 0)
    return say('supplyPlaces', { people, places: say('freePlaces', { count: places }) })
  return mentors === 2
    ? say('supplyBothFull', { people })
    : say('supplyFull', { ...words, count: mentors })
}

const tally = ({ mentees, mentors }: LoadedPool, { of }: Groups[number]): Map<string, Tally> => {
  const groups = new Map<string, Tally>()
  const at = (key: string): Tally => {
    const found = groups.get(key) ?? { waiting: [], mentors: 0, places: 0 }
    groups.set(key, found)
    return found
  }
  for (const mentee of mentees) {
    for (const key of of.mentee(mentee.person)) at(key).waiting.push(mentee)
  }
  for (const { person, places } of mentors) {
    for (const key of of.mentor(person)) {
      at(key).mentors += 1
      at(key).places += Math.max(0, places)
    }
  }
  return groups
}
