import type { PayloadRequest } from 'payload'

import { tiersOf } from '../pool/criteria.ts'
import { namePairs, prepare } from '../pool/match-pool.ts'
import { inSlices } from '../pool/slices.ts'
import type { ProposedPair } from '../pool/types.ts'
import { withSolver } from '../solver/index.ts'
import { Refused } from '@mentoring/kit/refused'
import { speak } from '../languages/index.ts'
import { optionsTrying } from '../options-for.ts'
import type { Person, ResolvedOptions } from '../types.ts'
import { freePlaces, loadPool } from './load-pool.ts'
import { cardsOf } from './names.ts'
import { findChanges } from './runs.ts'
import {
  inForce,
  type InForce,
  loadSettings,
  settingsFromForm,
  type SettingsForm,
} from './settings.ts'

/** Changes named in a preview: more than anybody reads. */
const MOST_CHANGES = 50

/** What settings would do with those who wait today. */
export type SettingsPreview = {
  mentees: number
  places: number
  /** With the settings as saved, and with those of the form. */
  before: Outcome
  after: Outcome
  /** Mentees who would get another mentor than with the saved settings; all of them counted. */
  changed: number
  changes: { mentee: string; before?: string; after?: string }[]
}

type Outcome = { matched: number; tiers: { label: string; pairs: number }[] }

/**
 * Matches today's pool with the saved settings and with others, and compares. Nothing is stored.
 * Proposals and locks are left aside: the two results differ by the settings alone.
 *
 * @throws Refused naming the setting that can't be.
 */
export const previewSettings = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  form: SettingsForm,
): Promise<SettingsPreview> => {
  const pool = await loadPool(req, options, new Date())
  const saved = await loadSettings(req, options)
  const asked = tryOut(req, await optionsTrying(req, options, form.own ?? {}), form)
  const about = { pairs: pool.mentees.length * pool.mentors.length }
  const [before, after] = await withSolver(req, options, about, async (solver) => {
    const match = async ({ choice, criteria }: InForce) => {
      const prepared = await inSlices(prepare<Person, Person>(pool, criteria, choice))
      return inSlices(namePairs(prepared, criteria, await solver.solve(prepared.task)))
    }
    return [await match(saved), await match(asked)] as const
  })
  const changes = findChanges(before, after)
  const named = changes.slice(0, MOST_CHANGES)
  const mentees = await cardsOf(
    req,
    options,
    'mentees',
    named.map(({ mentee }) => mentee),
  )
  const mentors = await cardsOf(
    req,
    options,
    'mentors',
    named.flatMap(({ after, before }) => [after, before].filter((id) => id !== undefined)),
  )
  const mentorName = (id: string | undefined) => id && mentors.get(id)?.name
  return {
    mentees: pool.mentees.length,
    places: freePlaces(pool),
    before: outcome(before, options),
    after: outcome(after, options),
    changed: changes.length,
    changes: named.map(({ after, before, mentee }) => ({
      mentee: mentees.get(mentee)?.name ?? '',
      before: mentorName(before),
      after: mentorName(after),
    })),
  }
}

const tryOut = (req: PayloadRequest, options: ResolvedOptions, form: SettingsForm) => {
  try {
    return inForce(settingsFromForm(form, options.criteria), options)
  } catch (error) {
    const problem = (error as Error).message
    throw new Refused(400, speak(req.i18n)('cannotTry', { problem }))
  }
}

const outcome = (pairs: ProposedPair[], { criteria }: ResolvedOptions): Outcome => ({
  matched: pairs.length,
  tiers: tiersOf(criteria).map(({ label, name }) => ({
    label,
    pairs: pairs.filter(({ assessment }) => assessment.tier === name).length,
  })),
})
