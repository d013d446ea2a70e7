import type { ArrayField, JSONField, PayloadRequest, TextFieldSingleValidation } from 'payload'

import { component } from '../component.ts'
import { speak, text } from '../languages/index.ts'
import { optionsFor } from '../options-for.ts'
import { withNewRungs } from '../pool/settings.ts'
import type { DeclaredOptions } from '../types.ts'

const KNOWN = 'knownRungs'

/**
 * The ladder as coordinators have put it. A rung that is gone may stay where it stands, and a run does without it.
 * Where criteria follow from content, a rung that comes takes its place by itself.
 */
export const ladderFields = (options: DeclaredOptions): (ArrayField | JSONField)[] => {
  const { criteria } = options
  const given = typeof criteria === 'function' ? undefined : criteria
  const rungsNow = async (req: PayloadRequest): Promise<string[]> =>
    (await optionsFor(req, options)).criteria.ladder.map(({ name }) => name)
  const ladder: ArrayField = {
    name: 'ladder',
    type: 'array',
    label: text('ladder'),
    labels: { singular: text('tier'), plural: text('tiers') },
    defaultValue: async ({ req }: { req: PayloadRequest }) => asRows(await rungsNow(req)),
    maxRows: given?.ladder.length,
    admin: {
      initCollapsed: false,
      components: {
        Description: component('rsc', 'LadderAbout'),
        RowLabel: component('rsc', 'RungLabel'),
      },
    },
    validate: (rows, { req }) => {
      const names = rungsIn(rows)
      return new Set(names).size === names.length || speak(req.i18n)('tierTwice')
    },
    fields: [
      {
        name: 'rung',
        type: 'text',
        label: text('tier'),
        required: true,
        validate: rungThere(rungsNow),
        admin: { components: { Field: component('rsc', 'RungField') } },
      },
    ],
  }
  if (given) return [ladder]
  return [
    {
      ...ladder,
      hooks: {
        afterRead: [
          async ({ req, siblingData, value }): Promise<unknown> => {
            const known: unknown = siblingData[KNOWN]
            if (!Array.isArray(known) || !Array.isArray(value)) return value
            const rows = value as { rung: string }[]
            const declared = await rungsNow(req)
            const names = withNewRungs(rungsIn(rows), { declared, known: known as string[] })
            return names.map((rung) => rows.find((row) => row.rung === rung) ?? { rung })
          },
        ],
      },
    },
    {
      name: KNOWN,
      type: 'json',
      admin: { hidden: true },
      // Whatever is sent: those there are, and those there ever were when it was saved.
      hooks: {
        beforeChange: [
          async ({ previousValue, req }): Promise<string[]> => [
            ...new Set([
              ...(Array.isArray(previousValue) ? (previousValue as string[]) : []),
              ...(await rungsNow(req)),
            ]),
          ],
        ],
      },
      typescriptSchema: [() => ({ type: 'array', items: { type: 'string' } })],
    },
  ]
}

const asRows = (names: string[]) => names.map((rung) => ({ rung }))

/** The rungs in the rows of the ladder; Payload's form can know only how many there are. */
export const rungsIn = (rows: unknown): string[] =>
  Array.isArray(rows) ? rows.map(({ rung }: { rung: string }) => rung) : []

/** A tier that is gone may stay where it stood. */
export const isKept = (value: unknown, previous: unknown): boolean =>
  typeof value === 'string' && value === previous

const rungThere =
  (rungsNow: (req: PayloadRequest) => Promise<string[]>): TextFieldSingleValidation =>
  async (value, { previousValue, req }) =>
    (typeof value === 'string' && (await rungsNow(req)).includes(value)) ||
    isKept(value, previousValue) ||
    speak(req.i18n)('notATier')
