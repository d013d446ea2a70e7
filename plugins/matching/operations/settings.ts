import { asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { localAPI } from '../local.ts'
import type { Criteria } from '../pool/criteria.ts'
import {
  applySettings,
  defaultSettings,
  leastScore,
  type MatchingSettings,
} from '../pool/settings.ts'
import type { Choice } from '../pool/types.ts'
import type { Person, ResolvedOptions } from '../types.ts'

/** The settings global as its form has it. */
export type SettingsForm = Omit<MatchingSettings, 'ladder'> & { ladder: { rung: string }[] }

/** Settings in force, and the criteria and choice that follow from them. */
export type InForce = {
  settings: MatchingSettings
  criteria: Criteria<Person, Person>
  choice: Choice
}

/** Reads the coordinators' settings. Whoever may ask the matching anything may be told by it. */
export const loadSettings = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<InForce> => {
  const form = await localAPI(req.payload).findGlobal<
    Partial<SettingsForm> & { updatedAt?: string | null }
  >({ ...asCode(req), slug: options.slugs.settings })
  // Payload gives the lists of a global that was never saved as empty, which means another thing.
  const saved = form.updatedAt ? form : {}
  const settings = { ...settingsFromForm(saved, options.criteria), ...ownOf(options) }
  return inForce({ ...settings, leastTier: tierInUse(settings, options) }, options)
}

/** What the project's own settings hold; nothing where it has none. */
const ownOf = ({ own }: ResolvedOptions): Pick<MatchingSettings, 'own'> =>
  Object.keys(own).length > 0 ? { own } : {}

/**
 * The tier asked for, or the lowest rung in use when a project's new criteria have taken that one
 * away: it must not stop every run.
 */
const tierInUse = (
  { ladder, leastTier }: MatchingSettings,
  { criteria: { ground } }: ResolvedOptions,
): string =>
  [...ladder, ground.name].includes(leastTier) ? leastTier : (ladder.at(-1) ?? ground.name)

/**
 * What follows from settings.
 *
 * @throws Error naming the setting that can't be.
 */
export const inForce = (settings: MatchingSettings, { criteria }: ResolvedOptions): InForce => {
  const applied = applySettings(criteria, settings)
  return {
    settings,
    criteria: applied,
    choice: { least: leastScore(applied, settings), isSpread: settings.isSpread },
  }
}

/**
 * Settings from what the form holds. What it does not have is as declared, and what the criteria no
 * longer know is left out: both happen when a project changes its criteria.
 */
export const settingsFromForm = (
  form: Partial<SettingsForm>,
  criteria: ResolvedOptions['criteria'],
): MatchingSettings => {
  const defaults = defaultSettings(criteria)
  const { goal, isSpread, ladder, leastPoints, leastTier, points, rules } = form
  const inUse = ladder
    ? ladder.map(({ rung }) => rung).filter((rung) => defaults.ladder.includes(rung))
    : defaults.ladder
  return {
    ladder: inUse,
    points: pick(defaults.points, points),
    rules: pick(defaults.rules, rules),
    goal: goal ?? defaults.goal,
    leastTier: leastTier ?? defaults.leastTier,
    leastPoints: leastPoints ?? defaults.leastPoints,
    isSpread: isSpread ?? defaults.isSpread,
  }
}

const pick = <T>(
  defaults: Record<string, T>,
  given: Record<string, T | null> | null | undefined,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, given?.[name] ?? value]),
  )
