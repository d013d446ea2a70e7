import { defineAction } from '@mentoring/kit/action'
import { addRound } from '@mentoring/kit/rounds'
import type { Config, Field, Payload, TextField } from 'payload'
import { z } from 'zod'

import { choiceLists } from './collections/choice-lists.ts'
import { choices } from './collections/choices.ts'
import { formEditions } from './collections/form-editions.ts'
import { questions } from './collections/questions.ts'
import { signUpForms } from './collections/sign-up-forms.ts'
import { component } from './component.ts'
import { publishForms } from './editions/publish.ts'
import { findByAnswers } from './find-by-answers.ts'
import { forgetAnswersRound } from './forget-answers.ts'
import { followMerged } from './merging/follow.ts'
import { mergeChoices } from './merging/merge.ts'
import { ownAnswerFields } from './own-answer-fields.ts'
import type { ChoiceFilter, FormsOptions } from './types.ts'

/**
 * Makes the sign-up forms of a Payload project content: questions, lists and forms are collections that editors
 * change, and publishing freezes them into a numbered edition, which everything at run time reads. The collections
 * that keep the answers get fields for the questions that the code knows nothing of.
 */
export const forms =
  (options: FormsOptions) =>
  (given: Config): Config => {
    const config = addRound(given, forgetAnswersRound(options))
    return {
      ...config,
      collections: [
        ...(config.collections ?? []).map((collection) => {
          const form = options.forms.find((one) => one.collection === collection.slug)
          if (!form) return collection
          const { admin, fields, hooks } = collection
          return {
            ...collection,
            admin: {
              ...admin,
              components: {
                ...admin?.components,
                beforeListTable: [
                  ...(admin?.components?.beforeListTable ?? []),
                  {
                    path: component('ChoiceFilters'),
                    serverProps: { filters: filtersOf(fields), kind: form.kind },
                  },
                ],
              },
            },
            fields: [...fields, ...ownAnswerFields(form.kind)],
            hooks: {
              ...hooks,
              beforeOperation: [
                ...(hooks?.beforeOperation ?? []),
                findByAnswers(form.kind),
                followMerged(form.kind),
              ],
            },
            // Who sees an answer follows from when it was given, whatever else is asked for.
            forceSelect: { ...collection.forceSelect, askedIn: true as const },
          }
        }),
        signUpForms(options),
        questions(options),
        choiceLists(options),
        choices(options),
        formEditions(options),
      ],
      endpoints: [
        ...(config.endpoints ?? []),
        defineAction({
          path: '/forms/publish',
          access: options.access.edit,
          notAllowed: 'You may not publish the forms.',
          body: z.strictObject({}),
          act: (req) => {
            const { email, name } = (req.user ?? {}) as { email?: string; name?: string }
            return publishForms(req, options, name ?? email)
          },
        }),
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
      ],
      custom: { ...config.custom, [KEY]: options },
    }
  }

/** The fields whose choices come from a list, as the filters above the list of records offer them. */
const filtersOf = (fields: Field[]): ChoiceFilter[] =>
  fields.flatMap((field) =>
    field.type === 'text' && typeof field.custom?.list === 'string'
      ? [{ name: field.name, label: labelOf(field), list: field.custom.list }]
      : [],
  )

const labelOf = ({ label, name }: TextField): string => (typeof label === 'string' ? label : name)

const KEY = 'forms'

/** The options the project gave to the forms. */
export const formsOptionsOf = ({ config }: Payload): FormsOptions =>
  config.custom?.[KEY] as FormsOptions
