import type { Field, GlobalConfig, PayloadRequest, SelectFieldSingleValidation } from 'payload'

import type { Reader } from '@mentoring/kit/languages'
import { component } from '../component.ts'
import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'
import { defaultSettings } from '../pool/settings.ts'
import { speak, text, textOf } from '../languages/index.ts'
import type { ResolvedOptions } from '../types.ts'
import { byName } from './by-name.ts'

/**
 * What coordinators may change about the matching: the fields follow from the declared criteria.
 * A preview shows, before saving, what a change would do to those who wait today.
 */
export const matchingSettingsGlobal = (options: ResolvedOptions): GlobalConfig => {
  const { access, criteria, hidden, inEach, labels, mentees, mentors, slugs } = options
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
      label: text('goal'),
      required: true,
      defaultValue: defaults.goal,
      options: [
        { value: 'mostMatched', label: textOf(labels, 'mostMatched') },
        { value: 'bestFit', label: text('bestFit') },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'leastTier',
          type: 'select',
          label: text('leastTier'),
          required: true,
          defaultValue: defaults.leastTier,
          options: tiers,
          validate: tierInUse(tiers, ground.name),
          admin: { condition: isBestFit },
        },
        {
          name: 'leastPoints',
          type: 'number',
          label: text('leastPoints'),
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
      label: textOf(labels, 'isSpread'),
      defaultValue: defaults.isSpread,
    },
    {
      name: 'ladder',
      type: 'array',
      label: text('ladder'),
      labels: { singular: text('tier'), plural: text('tiers') },
      defaultValue: defaults.ladder.map((rung) => ({ rung })),
      maxRows: ladder.length,
      admin: {
        description: ({ i18n }) => speak(i18n)('ladderAbout', { ground: ground.label }),
        initCollapsed: false,
        components: {
          RowLabel: {
            path: component('client', 'RungLabel'),
            clientProps: { labels: labelsOf(ladder) },
          },
        },
      },
      validate: (rows, { req }) => {
        const names = rungsOf(rows)
        return new Set(names).size === names.length || speak(req.i18n)('tierTwice')
      },
      fields: [
        {
          name: 'rung',
          type: 'select',
          label: text('tier'),
          required: true,
          options: ladder.map(({ label, name }) => ({ label, value: name })),
        },
      ],
    },
    ...byName('points', points, {
      label: 'points',
      description: ({ i18n }) => speak(i18n)('pointsAbout', { most: MOST_POINTS }),
      defaults: defaults.points,
      kind: 'number',
    }),
    ...byName('rules', optional, {
      label: 'rules',
      description: ({ i18n }) => rulesIn(always, i18n),
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
              slugs: { mentees: mentees.slug, mentors: mentors.slug },
            },
          },
        },
      },
    },
  ]
  return {
    slug: slugs.settings,
    versions: false,
    label: text('settings'),
    access: { read: access, update: access, readVersions: () => false },
    admin: {
      group: inEach('matching'),
      hidden,
      hideAPIURL: true,
      description: inEach('settingsAbout'),
    },
    fields,
  }
}

/** Whole numbers only: scores are sums of integers. */
const wholeNumber =
  (most: number) =>
  (value: unknown, { req }: { req: PayloadRequest }): string | true =>
    isWholeNumber(value, most) || speak(req.i18n)('notWhole', { most })

/** The rungs in the rows of the ladder; Payload's form can know only how many there are. */
const rungsOf = (rows: unknown): (string | undefined)[] =>
  Array.isArray(rows) ? rows.map(({ rung }: { rung?: string }) => rung) : []

const tierInUse =
  (tiers: { label: string; value: string }[], ground: string): SelectFieldSingleValidation =>
  (value, { data, req }) => {
    const tier = tiers.find((tier) => tier.value === value)
    if (!tier) return speak(req.i18n)('notATier')
    const { ladder } = data as { ladder?: unknown }
    if (value === ground || !Array.isArray(ladder) || rungsOf(ladder).includes(tier.value))
      return true
    return speak(req.i18n)('tierNotInList', { tier: tier.label })
  }

const labelsOf = (named: { label: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(named.map(({ label, name }) => [name, label]))

/** What is said above the optional rules: that all hold, and which others there are. */
const rulesIn = (always: { label: string }[], reader: Reader): string => {
  const say = speak(reader)
  if (always.length === 0) return say('rulesAbout')
  const names = always.map(({ label }) => label.toLocaleLowerCase(say.locale))
  const rules = new Intl.ListFormat(say.locale).format(names)
  return `${say('rulesAbout')} ${say('rulesAlways', { rules })}`
}
