import type { Field, GlobalConfig, SelectFieldSingleValidation } from 'payload'

import { component } from '../component.ts'
import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'
import { defaultSettings } from '../pool/settings.ts'
import type { ResolvedOptions } from '../types.ts'
import { byName } from './by-name.ts'

/**
 * What coordinators may change about the matching: the fields follow from the declared criteria.
 * A preview shows, before saving, what a change would do to those who wait today.
 */
export const matchingSettingsGlobal = (options: ResolvedOptions): GlobalConfig => {
  const { access, criteria, hidden, slugs, words } = options
  const { ground, ladder, points, rules } = criteria
  const defaults = defaultSettings(criteria)
  const optional = rules.filter(({ isOptional }) => isOptional)
  const always = rules.filter(({ isOptional }) => !isOptional)
  const tiers = [...ladder, ground].map(({ label, name }) => ({ label, value: name }))
  const isBestFit = (data: { goal?: string }) => data.goal === 'bestFit'

  const fields: Field[] = [
    {
      name: 'goal',
      type: 'radio',
      label: 'What matters most',
      required: true,
      defaultValue: defaults.goal,
      options: [
        { value: 'mostMatched', label: `Match as many ${words.mentees} as possible` },
        { value: 'bestFit', label: 'Best fit only: leave a pair out rather than match it poorly' },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'leastTier',
          type: 'select',
          label: 'A pair must be at least',
          required: true,
          defaultValue: defaults.leastTier,
          options: tiers,
          validate: tierInUse(tiers, ground.name),
          admin: { condition: isBestFit },
        },
        {
          name: 'leastPoints',
          type: 'number',
          label: 'and on that tier have at least this many points',
          required: true,
          defaultValue: defaults.leastPoints,
          min: 0,
          max: MOST_POINTS * Math.max(1, points.length),
          validate: wholeNumber(MOST_POINTS * Math.max(1, points.length)),
          admin: { condition: isBestFit },
        },
      ],
    },
    {
      name: 'isSpread',
      type: 'checkbox',
      label: `Share the work: at equal score, every ${words.mentor} gets a first ${words.mentee} before anyone gets a second`,
      defaultValue: defaults.isSpread,
    },
    {
      name: 'ladder',
      type: 'array',
      label: 'What counts first',
      labels: { singular: 'Tier', plural: 'Tiers' },
      defaultValue: defaults.ladder.map((rung) => ({ rung })),
      maxRows: ladder.length,
      admin: {
        description: `From the highest tier down. A pair on a higher tier comes before any pair on a lower one, whatever their points. All other pairs are “${ground.label}”.`,
        initCollapsed: false,
        components: {
          RowLabel: {
            path: component('client', 'RungLabel'),
            clientProps: { labels: labelsOf(ladder) },
          },
        },
      },
      validate: (rows) => {
        const names = rungsOf(rows)
        return new Set(names).size === names.length || 'Each tier can be in the list only once.'
      },
      fields: [
        {
          name: 'rung',
          type: 'select',
          label: 'Tier',
          required: true,
          options: ladder.map(({ label, name }) => ({ label, value: name })),
        },
      ],
    },
    ...byName('points', points, {
      label: 'Points',
      description: `They order the pairs of one tier. 0 leaves a criterion out; ${MOST_POINTS} is the most.`,
      defaults: defaults.points,
      kind: 'number',
    }),
    ...byName('rules', optional, {
      label: 'Rules',
      description: `A pair that breaks a rule is never made. ${
        always.length > 0 ? `These always hold: ${sentenceOf(always)}.` : ''
      }`.trim(),
      defaults: defaults.rules,
      kind: 'checkbox',
    }),
    {
      name: 'preview',
      type: 'ui',
      admin: {
        components: {
          Field: {
            path: component('client', 'SettingsPreview'),
            clientProps: {
              labels: { points: labelsOf(points), tiers: labelsOf(ladder) },
              words,
            },
          },
        },
      },
    },
  ]
  return {
    slug: slugs.settings,
    versions: false,
    label: 'Matching settings',
    access: { read: access, update: access, readVersions: () => false },
    admin: {
      group: 'Matching',
      hidden,
      hideAPIURL: true,
      description:
        'How pairs are compared. Changes count from the next matching run. Where a page tells people how they are matched, have it changed too.',
    },
    fields,
  }
}

/** Whole numbers only: scores are sums of integers. */
const wholeNumber =
  (most: number) =>
  (value: unknown): string | true =>
    isWholeNumber(value, most) || `Enter a whole number from 0 to ${most}.`

/** The rungs in the rows of the ladder; Payload's form can know only how many there are. */
const rungsOf = (rows: unknown): (string | undefined)[] =>
  Array.isArray(rows) ? rows.map(({ rung }: { rung?: string }) => rung) : []

const tierInUse =
  (tiers: { label: string; value: string }[], ground: string): SelectFieldSingleValidation =>
  (value, { data }) => {
    const tier = tiers.find((tier) => tier.value === value)
    if (!tier) return 'Select one of the tiers.'
    const { ladder } = data as { ladder?: unknown }
    if (value === ground || !Array.isArray(ladder) || rungsOf(ladder).includes(tier.value))
      return true
    return `“${tier.label}” is not in the list of tiers below. Add it there, or select another one.`
  }

const labelsOf = (named: { label: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(named.map(({ label, name }) => [name, label]))

const sentenceOf = (rules: { label: string }[]): string =>
  new Intl.ListFormat('en-GB').format(rules.map(({ label }) => label.toLowerCase()))
