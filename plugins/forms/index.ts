import { defineAction } from '@mentoring/kit/action'
import { json } from '@mentoring/kit/respond'
import { addRound } from '@mentoring/kit/rounds'
import { addTurns } from '@mentoring/kit/take-turn'
import type { CollectionConfig, Config, Endpoint, Field, TextField } from 'payload'
import { z } from 'zod'

import { choiceLists } from './collections/choice-lists.ts'
import { choices } from './collections/choices.ts'
import { formEditions } from './collections/form-editions.ts'
import { questions } from './collections/questions.ts'
import { signUpForms } from './collections/sign-up-forms.ts'
import { component } from './component.ts'
import { publishForms, unpublished } from './editions/publish.ts'
import { findByAnswers } from './find-by-answers.ts'
import { forgetAnswersRound } from './forget-answers.ts'
import { followMerged } from './merging/follow.ts'
import { mergeChoices } from './merging/merge.ts'
import { keepOptions } from './options.ts'
import { ownAnswerFields } from './own-answer-fields.ts'
import type { ChoiceFilter, FormsOptions } from './types.ts'

export type { AnswerError, RawAnswers } from './answers.ts'
export { checkSent } from './check-sent.ts'
export { choiceField } from './choice-field.ts'
export { formOf } from './editions/form-of.ts'
export { editionInForce } from './editions/in-force.ts'
export type { Edition } from './editions/types.ts'
export type { FormField, FormSchema } from './form-types.ts'
export { asUnreadable, readBody, UnreadableBody } from './read-body.ts'
export type { FormOptions, FormsOptions, KnownQuestion } from './types.ts'

/**
 * Makes the forms of a Payload project content: questions, lists and forms are collections that editors
 * change, and publishing freezes them into a numbered edition, which everything at run time reads. The collections
 * that keep the answers get fields for the questions that the code knows nothing of. `README.md` shows how to install it.
 *
 * @throws at boot when a form names a collection that there is not
 */
export const forms =
  (options: FormsOptions) =>
  (given: Config): Config => {
    const config = addRound(addTurns(given), forgetAnswersRound(options))
    const collections = config.collections ?? []
    for (const { collection } of options.forms) {
      if (!collections.some(({ slug }) => slug === collection))
        throw new Error(`forms: there is no collection “${collection}”.`)
    }
    return {
      ...config,
      collections: [
        ...collections.map((collection) => {
          const form = options.forms.find((one) => one.collection === collection.slug)
          return form ? keepingAnswers(collection, form.kind) : collection
        }),
        signUpForms(options),
        questions(options),
        choiceLists(options),
        choices(options),
        formEditions(options),
      ],
      endpoints: [...(config.endpoints ?? []), ...doors(options)],
      custom: { ...config.custom, ...keepOptions(options) },
    }
  }

/** A collection with a place for answers that the code knows nothing of, which people are found by. */
const keepingAnswers = (collection: CollectionConfig, kind: string): CollectionConfig => {
  const { admin, fields, hooks } = collection
  const serverProps = { filters: filtersOf(fields), kind }
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [
          ...(admin?.components?.beforeListTable ?? []),
          { path: component('rsc', 'ChoiceFilters'), serverProps },
        ],
      },
    },
    fields: [...fields, ...ownAnswerFields(kind)],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), findByAnswers(kind), followMerged(kind)],
    },
    // Who sees an answer follows from when it was given, whatever else is asked for.
    forceSelect: { ...collection.forceSelect, askedIn: true as const },
  }
}

/** What editors do with all forms and lists at once. */
const doors = (options: FormsOptions): Endpoint[] => [
  defineAction({
    path: '/forms/publish',
    access: options.access.edit,
    notAllowed: 'You may not publish the forms.',
    body: z.strictObject({ mustReplace: z.boolean().optional() }),
    act: (req, { mustReplace }) => {
      const { email, name } = (req.user ?? {}) as { email?: string; name?: string }
      return publishForms(req, options, { by: name ?? email, mustReplace })
    },
  }),
  {
    path: '/forms/unpublished',
    method: 'get',
    handler: async (req) => {
      if (!options.access.edit({ req })) {
        return json({ message: 'You may not see what is not published yet.' }, 403)
      }
      const { changes, number, problems } = await unpublished(req, options)
      return json({ changes, number, problems })
    },
  },
  defineAction({
    path: '/forms/merge',
    access: options.access.edit,
    notAllowed: 'You may not merge choices.',
    body: z.strictObject({ choice: z.string().max(40), into: z.string().max(40) }),
    act: async (req, input) => {
      const { people } = await mergeChoices(req, options, input)
      // How many have answered something is told to those alone who may see who.
      return options.access.decideUse({ req }) ? { people } : {}
    },
  }),
]

/** The fields whose choices come from a list, as the filters above the list of records offer them. */
const filtersOf = (fields: Field[]): ChoiceFilter[] =>
  fields.flatMap((field) =>
    field.type === 'text' && typeof field.custom?.list === 'string'
      ? [{ name: field.name, label: labelOf(field), list: field.custom.list }]
      : [],
  )

const labelOf = ({ label, name }: TextField): string => (typeof label === 'string' ? label : name)
