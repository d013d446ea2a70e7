import type { Reader } from '@mentoring/kit/languages'
import type { Field } from 'payload'

import type { CriterionValues } from '../admin/CriterionValues.tsx'
import { component } from '../component.ts'
import { type Say, speak, text } from '../languages/index.ts'
import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'

/**
 * One field for what is said of each criterion, so that a project's new criterion changes no table.
 * What is saved keeps the criteria it does not name as they were.
 */
export const byName = <Kind extends keyof CriterionValues>(
  name: string,
  criteria: { label: string; name: string }[],
  {
    defaults,
    description,
    kind,
    label,
  }: {
    label: 'points' | 'rules'
    description: (args: { i18n: Reader }) => string
    defaults: Record<string, CriterionValues[Kind]>
    kind: Kind
  },
): Field[] =>
  criteria.length === 0
    ? []
    : [
        {
          name,
          type: 'json',
          label: text(label),
          // A function, so that no table has the criteria of today as its default.
          defaultValue: () => defaults,
          hooks: {
            beforeValidate: [
              ({ previousValue, value }): unknown =>
                isRecord(value) ? { ...defaults, ...previousValue, ...value } : value,
            ],
          },
          validate: (value, { req }) => {
            const say = speak(req.i18n)
            if (!isRecord(value)) return say('valuesMissing', { label: say(label) })
            const wrong = criteria.find(({ name }) => !isValid[kind](value[name]))
            return wrong ? problemWith[kind](wrong.label, say) : true
          },
          typescriptSchema: [
            () => ({
              type: 'object',
              additionalProperties: { type: kind === 'number' ? 'number' : 'boolean' },
            }),
          ],
          admin: {
            description,
            components: {
              Field: {
                path: component('client', 'CriterionValues'),
                clientProps: {
                  criteria: criteria.map(({ label, name }) => ({ label, name })),
                  kind,
                },
              },
            },
          },
        },
      ]

const isValid = {
  number: (value: unknown) => isWholeNumber(value, MOST_POINTS),
  checkbox: (value: unknown) => typeof value === 'boolean',
}

const problemWith = {
  number: (label: string, say: Say) => say('valueNotWhole', { label, most: MOST_POINTS }),
  checkbox: (label: string, say: Say) => say('valueNotSwitched', { label }),
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
