import type { PayloadRequest } from 'payload'

import { inMessages, speak } from './languages/index.ts'
import { UNSUBSCRIBE } from './queue-mail.ts'
import { inLayout } from './layout.ts'
import { lookOf } from './look.ts'
import { looksOf, type RenderedMail, renderMail } from './render.ts'
import { findMail } from './store.ts'
import { type Mail, type OutboxOptions, optionsOf, type SecretLink, templateOf } from './types.ts'
import { publishedWords } from './words.ts'

type Readable = { subject: string; text: string }

/** What a row's message is joined from. */
const partsOf = async (mail: Mail, req: PayloadRequest) => ({
  words: mail.words ?? (await publishedWords(req, mail.template)),
  values: mail.values ?? {},
  links: Object.entries(mail.links ?? {}),
})

/** A message as it goes out, with its links and how to stop messages like it. */
export const composeMail = async (
  mail: Mail,
  req: PayloadRequest,
  options: OutboxOptions,
): Promise<RenderedMail & { headers?: Record<string, string> }> => {
  const { language, optionalMails, secretLinks = {} } = options
  const { links, values, words } = await partsOf(mail, req)
  const { [UNSUBSCRIBE]: stop, ...urls } = Object.fromEntries(
    links.map(([name, link]) => [name, addressBy(secretLinks, link)]),
  )
  const template = templateOf(req.payload, mail.template)
  const look = await lookOf(req, options)
  const whole = inLayout(renderMail(words, { values, links: urls }, looksOf(template)), {
    look,
    language,
    reason: template.reason ?? look.reason,
    stop: stop ? { url: stop, mails: optionalMails } : undefined,
    say: inMessages(req.payload, options),
  })
  if (!stop) return whole
  return {
    ...whole,
    // RFC 2369 and, so that a mail program can do it in one click, RFC 8058.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': ONE_CLICK },
  }
}

const addressBy = (makers: NonNullable<OutboxOptions['secretLinks']>, link: SecretLink): string => {
  const make = makers[link.purpose]
  if (!make) throw new Error(`The option secretLinks has nothing for “${link.purpose}”.`)
  return make(link)
}

/** What a mail program posts to the address of List-Unsubscribe (RFC 8058, section 3.1). */
const ONE_CLICK = 'List-Unsubscribe=One-Click'

/** A message as staff may read it: where a secret link stands it says so. */
export const readableParts = async (mail: Mail, req: PayloadRequest): Promise<Readable> => {
  const { links, values, words } = await partsOf(mail, req)
  const { placeholders } = templateOf(req.payload, mail.template)
  const said = links.map(
    ([name]) => [name, `[${placeholders[name]?.says ?? speak(req.i18n)('link')}]`] as const,
  )
  const { subject, text } = renderMail(words, { values, links: Object.fromEntries(said) })
  return { subject, text }
}

/**
 * A message as staff may read it, whoever asks: where a secret link stands it says so.
 *
 * @returns nothing when there is no such message.
 */
export const readableMail = async (
  req: PayloadRequest,
  id: string,
): Promise<Readable | undefined> => {
  const mail = await findMail(req, id)
  return mail && readableParts(mail, req)
}

/** Where an answer to a message goes. */
export const replyAddress = async (
  req: PayloadRequest,
  { template, mail }: { template: string; mail?: Mail },
): Promise<string | undefined> =>
  optionsOf(req.payload).replyTo?.({ template: templateOf(req.payload, template), mail }, req)
