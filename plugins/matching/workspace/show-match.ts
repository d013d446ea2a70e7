import type { inLanguageOf } from '../languages/index.ts'
import type { MatchRow } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import type { Part } from './part.ts'
import type { ShownMatch } from './shown.ts'

/** Says of a match who the two are. */
export const showMatch =
  (options: ResolvedOptions, part: Part, { day, say }: ReturnType<typeof inLanguageOf>) =>
  ({
    confirmedAt,
    id,
    mentee,
    mentor,
    tier,
    tierLabel,
  }: Pick<MatchRow, 'id' | 'mentee' | 'mentor' | 'tier' | 'tierLabel'> &
    Partial<Pick<MatchRow, 'confirmedAt'>>): ShownMatch => {
    const card = (role: 'mentees' | 'mentors', id: string) => {
      const person = part[role].get(id)
      const shown = person
        ? options[role].describe(person)
        : { name: say('offRecord'), summary: '' }
      return { id, ...shown }
    }
    return {
      id,
      mentee: card('mentees', mentee),
      mentor: card('mentors', mentor),
      tier,
      tierLabel,
      introducedDay: confirmedAt ? day(confirmedAt) : undefined,
    }
  }
