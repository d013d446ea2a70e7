import type { JSONField, PayloadRequest } from 'payload'

import { component } from '../component.ts'
import { type Say, speak, text } from '../languages/index.ts'
import { optionsFor } from '../options-for.ts'
import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'
import { CRITERIA_IN, defaultSettings } from '../pool/settings.ts'
import type { DeclaredOptions } from '../types.ts'

/**
 * One field for what is said of each criterion, so that a project's new criterion changes no table. It goes by the
 * criteria of the moment: of one that has come since it was saved it says what is declared, and what it says of one
 * that has gone is kept.
 *
 * @returns nothing where there are no such criteria and never will be.
 */
export const byName = (
  name: keyof typeof CRITERIA_IN,
  options: DeclaredOptions,
  description: NonNullable<JSONField['admin']>,
): JSONField[] => {
  const { criteria: given } = options
  if (typeof given !== 'function' && CRITERIA_IN[name](given).length === 0) return []
  const criteriaNow = async (req: PayloadRequest) => (await optionsFor(req, options)).criteria
  const defaultsNow = async (req: PayloadRequest): Promise<Record<string, unknown>> =>
    defaultSettings(await criteriaNow(req))[name]
  return [
    {
      name,
      type: 'json',
      label: text(name),
      // A function, so that no table has the criteria of today as its default.
      defaultValue: ({ req }: { req: PayloadRequest }) => defaultsNow(req),
      hooks: {
        afterRead: [
          async ({ req, value }): Promise<unknown> =>
            isRecord(value) ? { ...(await defaultsNow(req)), ...value } : value,
        ],
        // What is saved keeps the criteria it does not name as they were.
        beforeValidate: [
          async ({ previousValue, req, value }): Promise<unknown> =>
            isRecord(value) ? { ...(await defaultsNow(req)), ...previousValue, ...value } : value,
        ],
      },
      validate: async (value, { req }) => {
        const say = speak(req.i18n)
        if (!isRecord(value)) return say('valuesMissing', { label: say(name) })
        // Of those that are gone too: they may come back.
        const wrong = Object.keys(value).find((one) => !isValid[name](value[one]))
        if (wrong === undefined) return true
        const criteria: { label: string; name: string }[] = CRITERIA_IN[name](
          await criteriaNow(req),
        )
        const label = criteria.find((one) => one.name === wrong)?.label ?? wrong
        return problemWith[name](label, say)
      },
      typescriptSchema: [
        () => ({
          type: 'object',
          additionalProperties: { type: name === 'points' ? 'number' : 'boolean' },
        }),
      ],
      admin: {
        ...description,
        components: {
          ...description.components,
          Field: component('rsc', 'CriteriaField'),
        },
      },
    },
  ]
}

const isValid = {
  points: (value: unknown) => isWholeNumber(value, MOST_POINTS),
  rules: (value: unknown) => typeof value === 'boolean',
}

const problemWith = {
  points: (label: string, say: Say) => say('valueNotWhole', { label, most: MOST_POINTS }),
  rules: (label: string, say: Say) => say('valueNotSwitched', { label }),
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
