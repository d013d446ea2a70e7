import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import type { ResolvedOptions } from '../types.ts'
import { placesOf } from '../operations/load-pool.ts'
import { hasText } from './has-text.ts'
import { countTaken } from './part.ts'
import { inPortions } from '../read.ts'
import { findPeople } from '../store.ts'
import type { MentorWithPlaces } from './shown.ts'

/** As many as one looks through in a list to choose from. */
const MOST = 50

/**
 * Mentors to choose one from by hand, by name, with no places left too. Read with the access of the one
 * who asks.
 *
 * @param text part of name or background. @default whoever comes first by name
 */
export const findMentors = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  text = '',
): Promise<{ mentors: MentorWithPlaces[]; isMore: boolean }> => {
  const { available, describe, slug } = options.mentors
  const { say } = inLanguageOf(req, options)
  const ids = await findPeople(req, slug, available, [])
  const found: { id: string; name: string; summary: string; all: number }[] = []
  for await (const portion of inPortions(ids)) {
    for (const mentor of await findPeople(req, slug, { id: { in: portion.map(({ id }) => id) } })) {
      const card = describe(mentor)
      if (!hasText(text, card.name, card.summary)) continue
      found.push({ id: `${mentor.id}`, ...card, all: placesOf(options, mentor) })
    }
  }
  found.sort((a, b) => a.name.localeCompare(b.name, say.locale))
  const shown = found.slice(0, MOST)
  const taken = await countTaken(
    req,
    options,
    shown.map(({ id }) => id),
  )
  return {
    mentors: shown.map(({ all, ...card }) => ({
      ...card,
      places: all - (taken.get(card.id) ?? 0),
    })),
    isMore: found.length > MOST,
  }
}
