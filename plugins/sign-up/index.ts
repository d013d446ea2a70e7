import type { Config, Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import { withHead } from '../with-head.ts'
import type { Role } from '../mentoring/clock/facts.ts'
import { confirmSignUp, showConfirmation } from './confirm.ts'
import { waitInWords } from '../limit.ts'
import { limitFailures } from '../mail-limits.ts'
import { formSchema } from './form-schema.ts'
import { receiveSignUp } from './receive.ts'
import { json, page, seeOther, wantsJSON } from './respond.ts'
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
        handler: orFaultPage(options, (req) => showConfirmation(req, forms, options)),
      },
      {
        path: '/sign-up/confirm',
        method: 'post',
        handler: orFaultPage(options, (req) => confirmSignUp(req, forms, options)),
      },
      {
        path: '/sign-up/:kind',
        method: 'post',
        handler: orFaultPage(options, (req) => receiveSignUp(req, forms, options)),
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

/** A fault before a page can be made is told by a page that needs no database. */
const orFaultPage =
  (options: SignUpOptions, handler: (req: PayloadRequest) => Promise<Response>): PayloadHandler =>
  async (req) => {
    try {
      return await limitFailures(req, await handler(req), (wait) => tooMany(req, options, wait))
    } catch (error) {
      req.payload.logger.error({ msg: 'A sign-up page failed', reason: (error as Error).name })
      return page(options.faultPage(), 500)
    }
  }

const tooMany = async (
  req: PayloadRequest,
  options: SignUpOptions,
  wait: number,
): Promise<Response> => {
  const headers = { 'retry-after': String(wait) }
  const text = `Wait ${waitInWords(wait)}, then try again.`
  if (wantsJSON(req.headers)) return json({ message: text }, 429, headers)
  const pages = await options.pages(req)
  return page(pages.message({ title: 'Too many tries', paragraphs: [text] }), 429, headers)
}
