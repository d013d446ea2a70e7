import type { PlainKey } from '@mentoring/kit/languages'
import type { Access, CollectionConfig, CollectionSlug, Payload, PayloadRequest } from 'payload'

import type { en } from './languages/en.ts'
import type { MailTransport } from './transports/transport.ts'

/** A message the project sends, with the words it starts with. */
export type MailTemplate = {
  /** Name in code and of the row with its words; camelCase. */
  name: string
  label: string
  /** Messages of one group stand together, in the order of the templates. */
  group: string
  /** Who gets it and when, for those who edit the words. */
  description: string
  /** What can stand in the words as `{{name}}`. */
  placeholders: Record<string, Placeholder>
  /** Can people stop it? Then it says how, to them and to their mail program. @default false */
  isOptional?: boolean
  /** Why somebody gets it, a whole sentence for its foot. @default that of the option `look` */
  reason?: string
  subject: string
  /** Markdown without HTML: the plain-text part as it is, and the source of the HTML part. */
  body: string
}

/** Something filled in when a message is sent. */
export type Placeholder = {
  /** What it is, for those who edit the words. */
  says: string
  /** What stands there in previews and test emails. */
  sample: Value
  /** The body must have it. */
  required?: boolean
  /** A subject can't have it. */
  isBodyOnly?: boolean
  /** A link with a secret: it stands in the body on a line of its own. */
  isLink?: boolean
  /**
   * What a link says in the HTML part, such as “Track your order”. Editors can say it in their own words:
   * `[Where is it?]({{track}})`. @default its address
   */
  linkText?: string
  /**
   * Is this link what the message is for? It becomes the message’s one button.
   * @default the first link that has a `linkText`, when none is marked
   */
  isButton?: boolean
}

/** Text, an email address to write to, or a number to call. */
export type Piece = string | { mailto: string } | { tel: string }

/** One of several things of a kind: a line of the text part, an item of a list in HTML. */
export type Line = string | { label: string; value: string | readonly Piece[] }

/**
 * What fills a placeholder: text, which never becomes a link or markup, pieces of text and addresses, or
 * lines of them. Alone on its line, such a placeholder is a list.
 */
export type Value = string | readonly Piece[] | Lines

/** See {@link Value}. */
export type Lines = { lines: readonly Line[] }

/** How messages look beside their words. */
export type Look = {
  /** Who writes: the name at the head of each message. */
  senderName: string
  /** The organisation behind it, under the name. */
  organisation?: string
  /**
   * A picture above the name, at a public web address, shown 48 pixels high. Use PNG, which every mail program
   * shows.
   */
  logoUrl?: string
  /** What is read where pictures are off. @default '', an ornament: the name says it all */
  logoAlt?: string
  /** Is the picture made to stand on {@link colour}? @default false, on white */
  isLogoOnColour?: boolean
  /** Of head, links and button, as `#rrggbb`. What stands on it is black or white. @default '#005eb8' */
  colour?: string
  /** Why people get these messages, a whole sentence for their foot; a message can have its own. */
  reason?: string
}

/** A link with a secret in it. Only what the secret is made from is stored; see `secretLinks`. */
export type SecretLink = { purpose: string; nonce: string }

/** What can be the matter with a message. */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'bounced', 'cancelled'] as const

/** A message's subject and body, with placeholders. */
export type Words = { subject: string; body: string }

/**
 * A message as its row holds it, beside what it is about: the ids stand in columns of the names given
 * in the option `about`. Times are ISO dates.
 */
export type Mail = {
  id: string
  key: string
  to: string
  subject: string
  text?: string | null
  status: (typeof MAIL_STATES)[number]
  template: string
  occasion?: string | null
  sentAt?: string | null
  attempts?: number | null
  queuedAt?: string | null
  nextTryAt?: string | null
  lastError?: string | null
  mayHaveGoneTwice?: boolean | null
  values?: Record<string, Value> | null
  links?: Record<string, SecretLink> | null
  words?: Words | null
  createdAt: string
  updatedAt: string
}

/** What a message is about: ids of records, by the names in the option `about`. */
export type About = Record<string, number | string | undefined>

/** Changes a collection of the outbox, such as where it stands in the admin. */
type Override = (args: { defaultCollection: CollectionConfig }) => CollectionConfig

/** Options of the outbox. */
export type OutboxOptions<T extends MailTemplate = MailTemplate> = {
  /** The sender of all messages. */
  from: { name: string; address: string }
  /** How mail leaves, such as `smtpTransport(url)`. */
  transport: MailTransport | Promise<MailTransport>
  templates: readonly T[]
  /**
   * The records that messages are about, such as `{ customer: 'customers' }`. Each is a column of the
   * outbox, by which messages are found.
   */
  about: Record<string, CollectionSlug>
  access: {
    /** Who sees the messages: they hold personal data. */
    readMails: Access
    /** Who edits the words. */
    editWording: Access
  }
  /** Changes the collections `mails` and `mail-words`. Their access is kept by `access`. */
  overrides?: { mails?: Override; words?: Override }
  /**
   * Makes the address of a secret link at the moment of sending, by its purpose, so that the
   * database never holds a link that works. @default no message has such a link
   */
  secretLinks?: Record<string, (link: SecretLink) => string>
  /**
   * Asked right before a message is sent, which can be long after it was written: may it still go?
   * `false` drops it, a date lets it wait until then. @default always
   */
  maySend?: (mail: Mail, template: T, req: PayloadRequest) => Promise<boolean | Date>
  /** The address that a message's person has now. @default the one it was written to */
  addressOf?: (mail: Mail, req: PayloadRequest) => Promise<string | undefined>
  /** Where an answer goes: to a message, or to a test of its words. @default the sender */
  replyTo?: (
    about: { template: T; mail?: Mail },
    req: PayloadRequest,
  ) => Promise<string | undefined>
  /** Opens `POST /api/mails/bounces` to whoever has this text. @default closed */
  bounceToken?: string
  /** Hosts in the ids of messages that were sent before this outbox did it and may come back. */
  formerHosts?: readonly string[]
  /** What the messages that people can stop are called, in the plural. @default emails */
  optionalMails?: string
  /** The language of the messages, as HTML names it: also of how to stop them. @default 'en' */
  language?: string
  /** How the HTML part looks. Asked for each message. @default the sender’s name at the head, nothing at the foot */
  look?: (req: PayloadRequest) => Look | Promise<Look>
}

/** One text of the plugin in each language, where Payload takes no function. */
export type InEach = (key: PlainKey<typeof en>) => Record<string, string>

const KEY = 'outbox'

/** Puts the options where sending finds them; they stay on the server. */
export const keepOptions = (options: OutboxOptions) => ({ [KEY]: options })

/** The options the project gave to the outbox. */
export const optionsOf = ({ config }: Payload): OutboxOptions =>
  config.custom?.[KEY] as OutboxOptions

/**
 * The record of a message.
 *
 * @throws when the project has none of this name.
 */
export const templateOf = (payload: Payload, name: string): MailTemplate => {
  const template = optionsOf(payload).templates.find((one) => one.name === name)
  if (!template) throw new Error(`There is no email “${name}” in the outbox’s templates.`)
  return template
}
