import { randomUUID } from 'node:crypto'

import { makeLimit } from '@mentoring/kit/limit'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

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
          if ((await limit.use(req, String(req.user!.id))) !== undefined) {
            return refuse(429, 'That were many test emails. Try again in 10 minutes.')
          }
          const to = req.user!.email
          const replyTo = await replyAddress(req, { template: template.name })
          try {
            await req.payload.sendEmail({
              ...mail,
              to,
              subject: `[Test] ${mail.subject}`,
              messageId: messageIdOf(req.payload, randomUUID()),
              ...(replyTo && { replyTo }),
            })
          } catch (error) {
            return refuse(502, `The test email was not sent: ${describeFailure(error)}.`)
          }
          return Response.json({ message: `A test email is on its way to ${to}.` })
        }),
    },
  ]
}

const withSample = async (
  req: PayloadRequest,
  options: OutboxOptions,
  answer: (mail: RenderedMail, template: MailTemplate) => Promise<Response>,
): Promise<Response> => {
  if (!req.user || (await options.access.editWording({ req })) !== true) {
    return refuse(403, 'You may not edit emails.')
  }
  const words = posted.safeParse(await req.json?.().catch(() => undefined))
  const template = options.templates.find(({ name }) => name === words.data?.template)
  if (!words.success || !template) return refuse(400, 'There is no such email.')
  const problem = problemIn(template, words.data)
  return problem
    ? refuse(400, problem)
    : answer(sampleMail(template, words.data, options), template)
}

const problemIn = (
  template: MailTemplate,
  words: { subject: string; body: string },
): string | undefined =>
  [checkSubject(template, words.subject), checkBody(template, words.body)].find(
    (verdict) => verdict !== true,
  )

const refuse = (status: number, message: string): Response => Response.json({ message }, { status })
