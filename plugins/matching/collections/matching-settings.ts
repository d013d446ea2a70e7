import type { Field, GlobalConfig, PayloadRequest, TextFieldSingleValidation } from 'payload'

import { component } from '../component.ts'
import { optionsFor } from '../options-for.ts'
import { isWholeNumber, MOST_POINTS, tiersOf } from '../pool/criteria.ts'
import { DEFAULT_CHOICE, defaultSettings } from '../pool/settings.ts'
import { speak, text, textOf } from '../languages/index.ts'
import type { DeclaredOptions } from '../types.ts'
import { byName } from './by-name.ts'
import { isKept, ladderFields, rungsIn } from './ladder.ts'

/** More points than any criteria give together. */
const MOST_LEAST_POINTS = 100 * MOST_POINTS

/**
 * What coordinators may change about the matching. Which criteria there are is asked when the page is opened or
 * something is saved: no field has them in itself. What is stored about a criterion that is gone stays, and does
 * nothing. A preview shows, before saving, what a change would do to those who wait today.
 */
export const matchingSettingsGlobal = (options: DeclaredOptions): GlobalConfig => {
  const { access, criteria, hidden, inEach, labels, settingsFields, slugs } = options
  const given = typeof criteria === 'function' ? undefined : criteria
  const defaultsNow = async (req: PayloadRequest) =>
    defaultSettings((await optionsFor(req, options)).criteria)
  const isBestFit = (data: { goal?: string }) => data.goal === 'bestFit'

  const fields: Field[] = [
    {
      name: 'goal',
      type: 'radio',
      label: text('goal'),
      required: true,
      defaultValue: DEFAULT_CHOICE.goal,
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
          type: 'text',
          label: text('leastTier'),
          required: true,
          // Tables have the default of criteria that are given at the start.
          defaultValue: given
            ? defaultSettings(given).leastTier
            : async ({ req }: { req: PayloadRequest }) => (await defaultsNow(req)).leastTier,
          validate: tierInUse(options),
          admin: {
            condition: isBestFit,
            components: { Field: component('rsc', 'TierField') },
          },
        },
        {
          name: 'leastPoints',
          type: 'number',
          label: text('leastPoints'),
          required: true,
          defaultValue: DEFAULT_CHOICE.leastPoints,
          min: 0,
          max: MOST_LEAST_POINTS,
          validate: wholeNumber(MOST_LEAST_POINTS),
          admin: { condition: isBestFit },
        },
      ],
    },
    {
      name: 'isSpread',
      type: 'checkbox',
      label: textOf(labels, 'isSpread'),
      defaultValue: DEFAULT_CHOICE.isSpread,
    },
    ...settingsFields,
    ...ladderFields(options),
    ...byName('points', options, {
      description: ({ i18n }) => speak(i18n)('pointsAbout', { most: MOST_POINTS }),
    }),
    ...byName('rules', options, {
      components: { Description: component('rsc', 'RulesAbout') },
    }),
    {
      name: 'preview',
      type: 'ui',
      admin: { components: { Field: component('rsc', 'PreviewField') } },
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

const tierInUse =
  (options: DeclaredOptions): TextFieldSingleValidation =>
  async (value, { data, previousValue, req }) => {
    const { criteria } = await optionsFor(req, options)
    const tier = tiersOf(criteria).find(({ name }) => name === value)
    if (!tier) return isKept(value, previousValue) || speak(req.i18n)('notATier')
    const { ladder } = data as { ladder?: unknown }
    if (value === criteria.ground.name || !Array.isArray(ladder)) return true
    if (rungsIn(ladder).includes(tier.name)) return true
    return speak(req.i18n)('tierNotInList', { tier: tier.label })
  }
