import { randomUUID } from 'node:crypto'

import { defineAction } from '@mentoring/kit/action'
import { makeLimit } from '@mentoring/kit/limit'
import { Refused } from '@mentoring/kit/refused'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { inMessages, speak } from './languages/index.ts'
import { lookOf } from './look.ts'
import { sampleMail } from './sample-mail.ts'
import type { RenderedMail } from './render.ts'
import { replyAddress } from './compose.ts'
import { describeFailure } from './transports/transport.ts'
import { messageIdOf } from './message-id.ts'
import type { OutboxOptions } from './types.ts'
import { problemIn } from './check-words.ts'

const posted = z.strictObject({
  template: z.string().max(100),
  subject: z.string().max(1000),
  body: z.string().max(20_000),
})

/**
 * For those who edit the words, saved or not: how a message would look, and a test message, to
 * nobody but themselves. Both are about invented people. A test message is no row of the outbox: it
 * concerns nobody, and whoever asked for it is told at once whether the mail server took it.
 */
export const previewEndpoints = (options: OutboxOptions): Endpoint[] => {
  const limit = makeLimit({ name: 'test-mails', uses: 20, seconds: 600 })
  return [
    withSample('/preview', options, async (_req, mail) => mail),
    withSample('/test', options, async (req, mail, template) => {
      const say = speak(req.i18n)
      if ((await limit.use(req, String(req.user!.id))) !== undefined) {
        throw new Refused(429, say('testTooOften'))
      }
      // In a project whose people log in by a name, there may be none: then it is not sent.
      const to = req.user!.email ?? ''
      const replyTo = await replyAddress(req, { template })
      try {
        await req.payload.sendEmail({
          ...mail,
          to,
          subject: say('testSubject', { subject: mail.subject }),
          messageId: messageIdOf(req.payload, randomUUID()),
          ...(replyTo && { replyTo }),
        })
      } catch (error) {
        throw new Refused(502, say('testNotSent', { reason: describeFailure(error) }))
      }
      return { message: say('testSent', { address: to }) }
    }),
  ]
}

const withSample = (
  path: string,
  options: OutboxOptions,
  act: (req: PayloadRequest, mail: RenderedMail, template: string) => Promise<object>,
): Endpoint =>
  defineAction({
    path,
    access: ({ req }) => req.user && options.access.editWording({ req }),
    notAllowed: ({ i18n }) => speak(i18n)('mayNotEdit'),
    body: posted,
    problemIn: (_issue, { i18n }) => speak(i18n)('noTemplate'),
    act: async (req, { template: name, ...words }) => {
      const say = speak(req.i18n)
      const template = options.templates.find((one) => one.name === name)
      if (!template) throw new Refused(400, say('noTemplate'))
      const problem = problemIn(template, words, say)
      if (problem) throw new Refused(400, problem)
      const look = await lookOf(req, options)
      const inTheirs = inMessages(req.payload, options)
      return act(req, sampleMail(template, words, options, inTheirs, look), name)
    },
  })
