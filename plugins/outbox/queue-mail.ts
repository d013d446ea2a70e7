import { randomUUID } from 'node:crypto'

import type { PayloadRequest, Where } from 'payload'

import { renderMail } from './render.ts'
import { changeMailIf, createMail, findMailIds } from './store.ts'
import { type About, optionsOf, type SecretLink, type Value } from './types.ts'
import { publishedWords } from './words.ts'

/** The link that stops messages like this one, among a message's links. */
export const UNSUBSCRIBE = 'unsubscribe'

type NewMail = {
  req: PayloadRequest
  /** Name of a template given to the plugin. */
  template: string
  /** Whom and what it is about; see the plugin's option of this name. Mail to staff: nothing. */
  about: About
  /**
   * Tells it from others of its name about the same: a second one is not written.
   * @default each is one of its own
   */
  occasion?: string
  /** Where it goes as things are; asked for again when it is sent. */
  to: string
  values: Record<string, Value>
  /** Links that fill placeholders of these names at the moment of sending. */
  links?: Record<string, SecretLink>
  /** For an optional message: the link that stops messages like it. */
  unsubscribe?: SecretLink
}

/**
 * Writes a message to the outbox in the transaction of `req`: if that is rolled back, nothing is sent.
 * It is kept as values; they are joined with the words when it is sent.
 *
 * @returns the id of the message, or of the earlier one for the same occasion.
 * @throws when the project has no message of this name.
 */
export const queueMail = async ({
  req,
  template,
  about,
  occasion: given,
  to,
  values,
  links,
  unsubscribe,
}: NewMail): Promise<string> => {
  const names = Object.keys(optionsOf(req.payload).about)
  if (given !== undefined) {
    const same = isOf({ template, about, occasion: given }, names)
    const [earlier] = await findMailIds(req, same, { limit: 1 })
    if (earlier) return earlier
  }
  const occasion = given ?? randomUUID()
  return createMail(req, {
    // Two that are written at once are refused here: a unique index takes no columns that may be empty.
    key: [template, ...names.map((name) => about[name] ?? ''), occasion].join(':'),
    ...about,
    occasion,
    to,
    template,
    status: 'queued',
    queuedAt: new Date().toISOString(),
    values,
    links: { ...links, ...(unsubscribe && { [UNSUBSCRIBE]: unsubscribe }) },
    // Only a title for lists, until it is sent.
    subject: renderMail(await publishedWords(req, template), { values }).subject,
  })
}

/** Messages of a name for one occasion, about these records and no others. */
const isOf = (
  { about, occasion, template }: { about: About; occasion: string; template: string },
  names: string[],
): Where => ({
  and: [
    { template: { equals: template } },
    { occasion: { equals: occasion } },
    ...names.map((name): Where => ({
      [name]: about[name] === undefined ? { exists: false } : { equals: about[name] },
    })),
  ],
})

/**
 * Cancels messages of a name about something that have not been sent.
 *
 * @returns `true` when one was cancelled, `false` when it has gone or is on its way.
 */
export const cancelMail = async (
  req: PayloadRequest,
  template: string,
  about: About,
): Promise<boolean> => {
  const isAbout = Object.entries(about).map(([name, id]): Where => ({ [name]: { equals: id } }))
  const cancelled = await changeMailIf(
    req,
    {
      and: [
        { template: { equals: template } },
        { status: { in: ['queued', 'failed'] } },
        ...isAbout,
      ],
    },
    { status: 'cancelled' },
  )
  return cancelled !== undefined
}
