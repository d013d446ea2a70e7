import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { tidyTeam } from '../collections/people/team.ts'
import { updateRow } from '../database/records.ts'
import { keyOf } from '@mentoring/forms/keys'
import type { StarterChoice } from '../starter/lists.ts'
import { ANOTHER_TEAM } from '../starter/lists/teams.ts'

/** A team as it was typed, and what stands in the record instead. */
export type TeamNow = { team: string | null; teamName: string | null }

/**
 * The list of clinical teams of an installation where people have typed theirs. What is the same team to the matching
 * becomes one choice, named by its most frequent spelling. None of them is offered: what one person has typed comes on
 * no form by itself.
 *
 * @param typed what everybody has typed, in any order
 * @returns the choices in the order of their names, and what each text becomes: its choice and the text itself. What
 *   nobody shares, because it has neither letter nor digit, is the name of “Another team”.
 */
export const teamsOfTyped = (
  typed: string[],
): { choices: StarterChoice[]; now: (text: string) => TeamNow } => {
  const byName = new Map<string, Map<string, number>>()
  for (const text of typed) {
    const name = tidyTeam(text)
    if (name === '') continue
    const spellings = byName.get(name) ?? new Map<string, number>()
    byName.set(name, spellings.set(text.trim(), (spellings.get(text.trim()) ?? 0) + 1))
  }
  const keys = new Map<string, string>()
  const taken = new Set([ANOTHER_TEAM.key.toLowerCase()])
  const choices = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spellings]): StarterChoice => {
      const label = mostFrequent(spellings)
      const key = freeKey(keyOf(label), taken)
      keys.set(name, key)
      return { key, label, isRetired: true, isTyped: true }
    })
  const now = (text: string): TeamNow => {
    if (text.trim() === '') return { team: null, teamName: null }
    return { team: keys.get(tidyTeam(text)) ?? ANOTHER_TEAM.key, teamName: text }
  }
  return { choices, now }
}

/** Of several that are as frequent, the one that sorts first: both databases choose the same. */
const mostFrequent = (spellings: Map<string, number>): string =>
  [...spellings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]

/** A key that no other choice has, without regard to case; made up where none can be made of the name. */
const freeKey = (wanted: string | undefined, taken: Set<string>): string => {
  let key = wanted
  for (let n = 1; key === undefined || taken.has(key.toLowerCase()); n += 1) key = `team${n}`
  taken.add(key.toLowerCase())
  return key
}

/**
 * Makes the list of the clinical teams that people have typed, and gives everybody the choice that stands for theirs;
 * so it does with the answers that somebody is yet to confirm. In the transaction of `req`.
 *
 * @returns the choices of the list
 */
export const listTypedTeams = async (req: PayloadRequest): Promise<StarterChoice[]> => {
  const people = [
    ...(await rowsOf<{ team?: string | null }>(req, 'mentors', 'team')),
    ...(await rowsOf<{ team?: string | null }>(req, 'mentees', 'team')),
  ].flatMap(({ collection, id, team }) => (team ? [{ collection, id, team }] : []))
  const links = (
    await rowsOf<{ answers?: Record<string, unknown> | null }>(req, 'personal-links', 'answers', {
      purpose: { equals: 'confirm' },
    })
  ).flatMap(({ answers, id }) =>
    typeof answers?.team === 'string' ? [{ id, answers, team: answers.team }] : [],
  )
  const { choices, now } = teamsOfTyped([...people, ...links].map(({ team }) => team))
  for (const { collection, id, team } of people) await updateRow(req, collection, id, now(team))
  for (const { answers, id, team } of links) {
    await updateRow(req, 'personal-links', id, { answers: { ...answers, ...now(team) } })
  }
  return choices
}

type Row<Slug, Fields> = Fields & { collection: Slug; id: string }

/** One field of all records, as the database has it. */
const rowsOf = async <Fields extends object, Slug extends CollectionSlug = CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  field: keyof Fields & string,
  where: Where = {},
): Promise<Row<Slug, Fields>[]> => {
  const { docs } = await req.payload.db.find<Fields & { id: string }>({
    collection,
    where,
    sort: 'id',
    pagination: false,
    select: { [field]: true },
    req,
  })
  return docs.map((doc) => ({ ...doc, collection }))
}
