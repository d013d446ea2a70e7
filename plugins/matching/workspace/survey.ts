import type { PayloadRequest } from 'payload'

import type { ResolvedOptions } from '../types.ts'
import { freePlaces, placesOf } from '../operations/load-pool.ts'
import { loadSettings } from '../operations/settings.ts'
import { findLastRun } from '../operations/runs.ts'
import { lookAgain, loadDraft } from './draft-list.ts'
import { type DraftFacts, draftFacts, noFacts } from './draft-facts.ts'
import { countTaken, loadPart } from './part.ts'
import { loadQueue } from './queue.ts'
import { inPortions } from '../read.ts'
import { readySolver } from '../solver/index.ts'
import { findPeople } from '../store.ts'

/** What is to be said of everybody and of every proposal, however long the lists are. */
export type Survey = {
  /** Mentors with free places, and how many those are. */
  mentors: number
  places: number
  draft: DraftFacts
}

/**
 * Looks at every mentor and every proposal, a portion at a time, with the access of the one who asks. The
 * workspace asks when it is shown.
 */
export const surveyPool = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<Survey> => {
  const { available, slug, standing } = options.mentors
  const mentors = await findPeople(req, slug, available, standing)
  const taken = await countTaken(req, options)
  const places = mentors.map((mentor) => ({
    places: placesOf(options, mentor) - (taken.get(`${mentor.id}`) ?? 0),
  }))
  const run = await findLastRun(req, options)
  const queue = await loadQueue(req, options)
  readySolver(options, queue.length * mentors.length)
  const draft = await loadDraft(req, options, queue, run)
  const inForce = await loadSettings(req, options)
  let facts = noFacts
  for await (const rows of inPortions(draft)) {
    // Whoever asked has left the page: the answer reaches nobody, and the next page is waited for.
    if (req.signal?.aborted) break
    const part = await loadPart(req, options, rows, true)
    const stale = await lookAgain(req, options, { draft, inForce, part, rows })
    facts = draftFacts(
      rows.map(({ id, isLocked, said }) => ({
        isLocked: isLocked === true,
        isKept: !isLocked && !said.nextBest && said.isKept,
        stale: stale.get(id),
      })),
      facts,
    )
  }
  return {
    mentors: places.filter((one) => one.places > 0).length,
    places: freePlaces({ mentors: places }),
    draft: facts,
  }
}
