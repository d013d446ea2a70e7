import type { Field } from 'payload'

import type { CriterionValues } from '../admin/CriterionValues.tsx'
import { component } from '../component.ts'
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
    label: string
    description: string
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
          label,
          // A function, so that no table has the criteria of today as its default.
          defaultValue: () => defaults,
          hooks: {
            beforeValidate: [
              ({ previousValue, value }) =>
                isRecord(value) ? { ...defaults, ...onlyRecord(previousValue), ...value } : value,
            ],
          },
          validate: (value) => {
            if (!isRecord(value)) return `${label}: give a value for each name.`
            const wrong = criteria.find(({ name }) => !isValid[kind](value[name]))
            return wrong ? problemWith[kind](wrong.label) : true
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
  number: (label: string) =>
    `Enter a number for “${label}”: a whole number from 0 to ${MOST_POINTS}.`,
  checkbox: (label: string) => `Switch “${label}” on or off: true or false.`,
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const onlyRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})
