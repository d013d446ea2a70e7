import type { Payload } from 'payload'

import type { Match } from '../../payload-types.ts'
import { createMentee, createMentor } from './people.ts'

/** Matches with any dates and states, straight into the database: steps would refuse most of them. */
export const makeMatches = async (
  payload: Payload,
  all: Partial<Match>[],
): Promise<(Match & { mentee: string; mentor: string })[]> => {
  const made: Match[] = []
  for (const changes of all) {
    const mentor = changes.mentor ?? (await createMentor(payload)).id
    const mentee = changes.mentee ?? (await createMentee(payload, { status: 'matched' })).id
    made.push(
      (await payload.db.create({
        collection: 'matches',
        data: {
          tier: 'other',
          tierLabel: 'Other',
          score: 0,
          madeBy: 'run',
          status: 'introduced',
          ...changes,
          mentor,
          mentee,
        },
      })) as Match,
    )
  }
  return made as (Match & { mentee: string; mentor: string })[]
}
