import type { PayloadRequest } from 'payload'

import { tiersOf } from '../pool/criteria.ts'
import { matchPool } from '../pool/match-pool.ts'
import type { PoolResult } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { speak } from '../languages/index.ts'
import type { ResolvedOptions } from '../types.ts'
import { freePlaces, loadPool } from './load-pool.ts'
import { namesOf } from './names.ts'
import { findChanges } from './runs.ts'
import { inForce, loadSettings, settingsFromForm, type SettingsForm } from './settings.ts'

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
  const before = matchPool(pool, saved.criteria, saved.choice)
  const asked = tryOut(req, options, form)
  const after = matchPool(pool, asked.criteria, asked.choice)
  const changes = findChanges(before.pairs, after.pairs)
  const names = namesOf(pool, options)
  const mentorName = (id: string | undefined) =>
    id === undefined ? undefined : names.mentors.get(id)
  return {
    mentees: pool.mentees.length,
    places: freePlaces(pool),
    before: outcome(before, options),
    after: outcome(after, options),
    changed: changes.length,
    changes: changes.slice(0, MOST_CHANGES).map(({ after, before, mentee }) => ({
      mentee: names.mentees.get(mentee)!,
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

const outcome = ({ pairs }: PoolResult, { criteria }: ResolvedOptions): Outcome => ({
  matched: pairs.length,
  tiers: tiersOf(criteria).map(({ label, name }) => ({
    label,
    pairs: pairs.filter(({ assessment }) => assessment.tier === name).length,
  })),
})
