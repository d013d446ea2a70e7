import { defineAction } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import { json } from '@mentoring/kit/respond'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { becameOf, standingOf } from './became.ts'
import { speak } from './languages/index.ts'
import { goOn, putBack } from './put-back.ts'
import { queuePublication } from './queue.ts'
import { siteThatIsUp } from './site-folder.ts'
import type { DeclaredOptions, DocumentName } from './types.ts'

/** Nothing need be sent. */
const NOTHING = z.strictObject({}).optional()

/** `POST /api/publish` and `POST /api/publish/go-on`. */
export const publishEndpoints = (options: DeclaredOptions): Endpoint[] => {
  const { access, directory } = options
  const mayPublish = {
    access: access.publish,
    notAllowed: (req: PayloadRequest) => speak(req.i18n)('mayNotPublish'),
    body: NOTHING,
  }
  return [
    defineAction({
      ...mayPublish,
      path: '/publish',
      act: async (req) => {
        const say = speak(req.i18n)
        if (siteThatIsUp(directory)?.isHeld) throw new Refused(409, say('isHeld'))
        await queuePublication(req, { cause: 'byHand', isForced: true })
        return json({ message: say('isBeingBuilt') }, 202)
      },
    }),
    defineAction({
      ...mayPublish,
      path: '/publish/go-on',
      act: async (req) => {
        await goOn(req, options)
        return json({ message: speak(req.i18n)('goesOn') }, 202)
      },
    }),
  ]
}

/** `POST /api/publications/:id/put-back` and `GET /api/publications/latest`. */
export const publicationEndpoints = (options: DeclaredOptions): Endpoint[] => [
  {
    path: '/latest',
    method: 'get',
    handler: async (req) => {
      const say = speak(req.i18n)
      if ((await options.access.read({ req })) !== true)
        return json({ message: say('mayNotRead') }, 403)
      const asked = askedFor(req)
      if (asked === null) return json({ message: say('whichDocument') }, 400)
      try {
        return json(await (asked ? becameOf(req, options, asked) : standingOf(req, options)))
      } catch (error) {
        if (error instanceof Refused) return json({ message: error.message }, error.status)
        throw error
      }
    },
  },
  defineAction({
    path: '/:id/put-back',
    access: options.access.publish,
    notAllowed: (req) => speak(req.i18n)('mayNotPublish'),
    body: NOTHING,
    act: async (req) => {
      const { number } = await putBack(req, options, String(req.routeParams?.id))
      return { message: speak(req.i18n)('isPutBack', { number: number ?? '' }) }
    },
  }),
]

/** `?for=COLLECTION:ID` or `?global=SLUG`; nothing for the site as a whole, `null` for what can't be read. */
const askedFor = ({ searchParams }: PayloadRequest): DocumentName | null | undefined => {
  const global = searchParams.get('global')
  if (global) return { global }
  const document = searchParams.get('for')
  if (document === null) return undefined
  const [, collection, id] = /^([\w-]+):([\w-]+)$/.exec(document) ?? []
  return collection && id ? { collection, id } : null
}
