import { guardPage } from '@mentoring/kit/guard-page'
import { seeOther } from '@mentoring/kit/respond'
import { withHead } from '@mentoring/kit/with-head'
import type { Config, Endpoint } from 'payload'

import type { Role } from '../../clock/facts.ts'
import { confirmSignUp, showConfirmation } from './confirm.ts'
import { formSchema } from '../../../plugins/forms/form-schema.ts'
import { receiveSignUp } from './receive.ts'
import type { ResolvedForm, SignUpForm, SignUpOptions } from './types.ts'

/**
 * Adds public sign-up to a Payload project: each form is made of a collection's own fields (see
 * {@link formSchema}), posts to `/api/sign-up/KIND`, and counts only once its owner has confirmed
 * the address.
 *
 * @throws at boot when a form names a collection that does not exist or has no questions.
 */
export const signUp =
  (options: SignUpOptions) =>
  (config: Config): Config => {
    const forms = new Map(
      (Object.entries(options.forms) as [Role, SignUpForm][]).map(
        ([kind, form]): [string, ResolvedForm] => {
          const collection = config.collections?.find(({ slug }) => slug === form.collection)
          if (!collection) {
            throw new Error(`signUp: forms.${kind}.collection "${form.collection}" does not exist.`)
          }
          const schema = formSchema(collection.fields)
          if (schema.sections.length === 0) {
            throw new Error(`signUp: the collection "${form.collection}" has no questions.`)
          }
          return [kind, { ...form, kind, schema }]
        },
      ),
    )
    const endpoints: Endpoint[] = [
      {
        path: '/sign-up/confirm',
        method: 'get',
        handler: guardPage((req) => showConfirmation(req, forms, options), options),
      },
      {
        path: '/sign-up/confirm',
        method: 'post',
        handler: guardPage((req) => confirmSignUp(req, forms, options), options),
      },
      {
        path: '/sign-up/:kind',
        method: 'post',
        handler: guardPage((req) => receiveSignUp(req, forms, options), options),
      },
      {
        // Somebody reloads the page of answers or follows its address: back to the form.
        path: '/sign-up/:kind',
        method: 'get',
        handler: (req) => {
          const form = forms.get(String(req.routeParams?.kind))
          return seeOther(form ? options.formPath(form.kind) : '/sign-up/')
        },
      },
    ]
    return { ...config, endpoints: [...(config.endpoints ?? []), ...withHead(endpoints)] }
  }
