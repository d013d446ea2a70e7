import { randomUUID } from 'node:crypto'

import { makeLimit } from '@mentoring/kit/limit'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { inMessages, type Say, speak } from './languages/index.ts'
import { sampleMail } from './sample-mail.ts'
import type { RenderedMail } from './render.ts'
import { replyAddress } from './compose.ts'
import { describeFailure } from './transports/transport.ts'
import { messageIdOf } from './message-id.ts'
import type { OutboxOptions, MailTemplate } from './types.ts'
import { checkBody, checkSubject } from './check-words.ts'

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
    {
      path: '/preview',
      method: 'post',
      handler: (req) => withSample(req, options, async (mail) => Response.json(mail)),
    },
    {
      path: '/test',
      method: 'post',
      handler: (req) =>
        withSample(req, options, async (mail, template) => {
          const say = speak(req.i18n)
          if ((await limit.use(req, String(req.user!.id))) !== undefined) {
            return refuse(429, say('testTooOften'))
          }
          // In a project whose people log in by a name, there may be none: then it is not sent.
          const to = req.user!.email ?? ''
          const replyTo = await replyAddress(req, { template: template.name })
          try {
            await req.payload.sendEmail({
              ...mail,
              to,
              subject: say('testSubject', { subject: mail.subject }),
              messageId: messageIdOf(req.payload, randomUUID()),
              ...(replyTo && { replyTo }),
            })
          } catch (error) {
            return refuse(502, say('testNotSent', { reason: describeFailure(error) }))
          }
          return Response.json({ message: say('testSent', { address: to }) })
        }),
    },
  ]
}

const withSample = async (
  req: PayloadRequest,
  options: OutboxOptions,
  answer: (mail: RenderedMail, template: MailTemplate) => Promise<Response>,
): Promise<Response> => {
  const say = speak(req.i18n)
  if (!req.user || (await options.access.editWording({ req })) !== true) {
    return refuse(403, say('mayNotEdit'))
  }
  const words = posted.safeParse(await req.json?.().catch(() => undefined))
  const template = options.templates.find(({ name }) => name === words.data?.template)
  if (!words.success || !template) return refuse(400, say('noTemplate'))
  const problem = problemIn(template, words.data, say)
  return problem
    ? refuse(400, problem)
    : answer(sampleMail(template, words.data, options, inMessages(req.payload, options)), template)
}

const problemIn = (
  template: MailTemplate,
  words: { subject: string; body: string },
  say: Say,
): string | undefined =>
  [checkSubject(template, words.subject, say), checkBody(template, words.body, say)].find(
    (verdict) => verdict !== true,
  )

const refuse = (status: number, message: string): Response => Response.json({ message }, { status })
