import { defineAction } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import { asAsker } from '@mentoring/kit/rights'
import type { Endpoint } from 'payload'
import { z } from 'zod'

import { speak } from './languages/index.ts'
import type { OutboxOptions, Words } from './types.ts'

/** A row of words, as it is read with its newest draft. */
type Row = Words & { id: number | string }

/**
 * `POST /api/mail-words/put-back`: makes a draft of the words a message came with, in the rights of the one who asks.
 * What goes out stays as it is until they publish it.
 */
export const putBackEndpoint = ({ access, templates }: OutboxOptions): Endpoint =>
  defineAction({
    path: '/put-back',
    access: ({ req }) => req.user && access.editWording({ req }),
    notAllowed: ({ i18n }) => speak(i18n)('mayNotEdit'),
    body: z.strictObject({ template: z.string().max(100) }),
    problemIn: (_issue, { i18n }) => speak(i18n)('noTemplate'),
    act: async (req, { template: name }) => {
      const say = speak(req.i18n)
      const template = templates.find((one) => one.name === name)
      const { docs } = await req.payload.find({
        ...asAsker(req),
        collection: 'mail-words',
        where: { name: { equals: name } },
        draft: true,
        limit: 1,
        pagination: false,
      })
      const row = docs[0] as Row | undefined
      if (!template || !row) throw new Refused(404, say('noTemplate'))
      const { body, subject } = template
      if (row.subject === subject && row.body === body) throw new Refused(409, say('putBackSame'))
      await req.payload.update({
        ...asAsker(req),
        collection: 'mail-words',
        id: row.id,
        data: { subject, body },
        draft: true,
      })
      return { message: say('putBackDone') }
    },
  })
