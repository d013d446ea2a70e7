import { inTransaction } from '@mentoring/kit/in-transaction'
import { Refused } from '@mentoring/kit/refused'
import { takeTurn } from '@mentoring/kit/take-turn'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { FormsOptions } from '../types.ts'
import { changesBetween } from './changes.ts'
import { findEdition } from './in-force.ts'
import { askedBy } from './questions-of.ts'
import { type Problem, resolve } from './resolve.ts'
import type { Definition } from './types.ts'
import { loadWorkingCopy } from './working-copy.ts'

/** The forms as they would be published now. */
export type Unpublished = {
  definition: Definition
  /** Of the edition in force; 0 when there is none. */
  number: number
  changes: string[]
  problems: Problem[]
}

type Options = Pick<FormsOptions, 'forms' | 'known'>

/** Compares what is saved in the admin with what is published. */
export const unpublished = async (
  req: PayloadRequest,
  options: Options,
  now = new Date(),
): Promise<Unpublished> => {
  const current = await findEdition(req.payload)
  const kinds = options.forms.map(({ kind }) => kind)
  const copy = await loadWorkingCopy(req, kinds)
  const { definition, problems } = resolve(copy, options, current, now)
  const labels = Object.fromEntries(copy.forms.map(({ kind, label }) => [kind, label]))
  return {
    definition,
    number: current?.number ?? 0,
    changes: changesBetween(current, definition, labels),
    problems,
  }
}

/**
 * Publishes all forms and lists as they are saved in the admin: they are in force from the end of the transaction.
 *
 * @param how.by who publishes, as they are called
 * @param how.mustReplace whoever has begun to fill in a form goes on with this edition, instead of the one they began
 * @throws Refused naming what stands in the way, and when nothing has changed; nothing is published then
 */
export const publishForms = (
  req: PayloadRequest,
  options: Options,
  { by, mustReplace = false }: { by?: string; mustReplace?: boolean } = {},
): Promise<{ number: number; changes: string[] }> =>
  inTransaction(req, async () => {
    // Two who publish at once would give the same number.
    await takeTurn(req, 'forms')
    const now = new Date()
    const { changes, definition, number: last, problems } = await unpublished(req, options, now)
    if (problems.length > 0) throw new Refused(409, problems.map(({ text }) => text).join(' '))
    if (changes.length === 0) throw new Refused(409, 'There is nothing new to publish.')
    const number = last + 1
    const publishedAt = now.toISOString()
    await req.payload.create({
      collection: 'form-editions',
      data: {
        number,
        publishedAt,
        publishedBy: by,
        changes: changes.join('\n'),
        mustReplace,
        definition,
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    const asked = options.forms
      .flatMap(({ kind }) => askedBy(definition, kind))
      .map(({ name }) => name)
    const first: Where = { firstPublishedAt: { exists: false } }
    const note = (collection: CollectionSlug, where: Where) =>
      req.payload.db.updateMany({ collection, where, data: { firstPublishedAt: publishedAt }, req })
    await note('choice-lists', first)
    await note('choices', first)
    await note('questions', { and: [first, { key: { in: asked } }] })
    return { number, changes }
  })
