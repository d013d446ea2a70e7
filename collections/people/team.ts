import type { CollectionBeforeChangeHook } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { askedBy } from '@mentoring/forms/editions/questions-of'
import type { Choice, Definition } from '@mentoring/forms/editions/types'

/** List of the clinical teams that people choose from. */
export const TEAMS = 'teams'

/**
 * A name of a team as it is compared: whatever the case and the punctuation.
 *
 * @example tidyTeam('Ward J16, respiratory') // 'ward j16 respiratory'
 */
export const tidyTeam = (name: string | null | undefined): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Team = Pick<Mentee, 'team' | 'teamName'>

/**
 * By what somebody is known to be in a team: its key, and all its names. Two people who share one of these are in the
 * same team. A key comes with a sign that no tidied name has.
 *
 * @param teams the choices of the list, by key
 */
export const teamKeys = ({ team, teamName }: Team, teams: Map<string, Choice>): string[] => {
  const chosen = team ? teams.get(team) : undefined
  const names = chosen?.isNeutral ? [] : [chosen?.label, ...(chosen?.synonyms ?? [])]
  const keys = team && !chosen?.isNeutral ? [`=${team}`] : []
  const tidied = [...names, teamName].map(tidyTeam).filter((name) => name !== '')
  return [...new Set([...keys, ...tidied])]
}

/**
 * Keeps a team that was chosen and one that was typed in step, so that nobody is kept apart from the colleagues of a
 * team they have left: what was said last counts. Whoever has typed a name has chosen “Another team” by that, also
 * where a form asks for the name alone.
 */
export const keepTeamInStep: CollectionBeforeChangeHook<Mentee | Mentor> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const before = { team: originalDoc?.team ?? '', teamName: originalDoc?.teamName ?? '' }
  const now = {
    team: data.team === undefined ? before.team : (data.team ?? ''),
    teamName: data.teamName === undefined ? before.teamName : (data.teamName ?? ''),
  }
  const isChosen = now.team !== before.team
  const isTyped = now.teamName !== before.teamName
  if (!isChosen && !isTyped) return data
  const edition = await editionInForce(req)
  const another = anotherTeam(edition)
  if (isChosen && !isTyped && now.team && !isNeutral(edition, now.team)) {
    return { ...data, teamName: null }
  }
  const kind = collection.slug === 'mentors' ? 'mentor' : 'mentee'
  const isListAsked = askedBy(edition, kind).some(({ name }) => name === 'team')
  if (!isChosen && !isListAsked) return { ...data, team: now.teamName ? another : null }
  return now.teamName && !now.team ? { ...data, team: another } : data
}

const isNeutral = ({ lists }: Definition, key: string): boolean =>
  lists[TEAMS]?.choices.find((choice) => choice.key === key)?.isNeutral === true

/** The choice that stands for every team that is not in the list. */
const anotherTeam = ({ lists }: Definition): string | null =>
  lists[TEAMS]?.choices.find((choice) => choice.isNeutral)?.key ?? null
