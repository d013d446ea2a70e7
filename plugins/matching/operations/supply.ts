import { count } from '@mentoring/kit/text'

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
export const supplyAndDemand = (pool: LoadedPool, ladder: Groups): SupplyAndDemand[] =>
  ladder.flatMap((rung) => {
    if (!rung.group) return []
    const { label, nameOf } = rung.group
    const rows = [...tally(pool, rung)].map(([key, { mentors, places, waiting }]) => ({
      name: nameOf(key),
      waiting: waiting.length,
      mentors,
      places,
    }))
    return [{ label, rows: rows.sort(byNeed) }]
  })

const byNeed = (a: SupplyAndDemand['rows'][number], b: SupplyAndDemand['rows'][number]): number =>
  b.waiting - b.places - (a.waiting - a.places) ||
  b.waiting - a.waiting ||
  a.name.localeCompare(b.name, 'en-GB')

/**
 * Where people are missing, in words, the greatest need first: groups of the highest rung in which
 * more wait than places are free, and what the next rung has for them.
 *
 * @example
 * ['Sudan: 3 waiting, no mentor there. Same region: 2 mentors, both full.']
 */
export const recruitmentGaps = (pool: LoadedPool, ladder: Groups, words: Words): string[] => {
  const [first, next] = ladder.filter(({ group }) => group)
  if (!first?.group) return []
  const { nameOf } = first.group
  const wider = next && tally(pool, next)
  return [...tally(pool, first)]
    .filter(([, { places, waiting }]) => waiting.length > places)
    .sort(
      ([a, x], [b, y]) =>
        y.waiting.length - y.places - (x.waiting.length - x.places) ||
        nameOf(a).localeCompare(nameOf(b), 'en-GB'),
    )
    .map(([key, here]) => {
      const there = `${nameOf(key)}: ${here.waiting.length} waiting, ${supplyOf(here, words, 'there')}.`
      const [around] = next && here.waiting[0] ? next.of.mentee(here.waiting[0].person) : []
      const found = around === undefined ? undefined : wider?.get(around)
      return next && found ? `${there} ${next.label}: ${supplyOf(found, words, '')}.` : there
    })
}

const supplyOf = ({ mentors, places }: Tally, words: Words, where: string): string => {
  if (mentors === 0) return `no ${words.mentor} ${where}`.trim()
  const who = count(mentors, words.mentor, words.mentors)
  if (places > 0) return `${who} with ${count(places, 'free place')}`
  const full = mentors === 1 ? 'full' : mentors === 2 ? 'both full' : 'all full'
  return `${who}, ${full}`
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
