import type { Access, PayloadRequest } from 'payload'

/** A message the project sends, with the words it starts with. */
export type MailTemplate = {
  /** Name in code and of the group in the wording global; camelCase. */
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
  subject: string
  /** Markdown without HTML: the plain-text part as it is, and the source of the HTML part. */
  body: string
}

/** Something filled in when a message is written. */
export type Placeholder = {
  /** What it is, for those who edit the words. */
  says: string
  /** What stands there in previews and test emails. */
  sample: string
  /** The body must have it. */
  required?: boolean
  /** A subject can't have it: subjects are stored as they are sent. */
  isBodyOnly?: boolean
}

/** A link with a secret in it. Only what the secret is made from is stored; see `secretLinks`. */
export type SecretLink = { purpose: string; nonce: string }

/** A message that is about to be sent. */
export type WaitingMail = { id: string; key: string; to: string; template: string }

/** Options of the outbox. */
export type MailOutboxOptions = {
  templates: readonly MailTemplate[]
  access: {
    /** Who sees the messages: they hold personal data. */
    readMails: Access
    /** Who edits the words. */
    editWording: Access
  }
  /** Hides an admin section from those who may not use it. */
  hidden: {
    mails: (args: { user: unknown }) => boolean
    wording: (args: { user: unknown }) => boolean
  }
  /**
   * Makes the address of a secret link at the moment of sending, by its purpose, so that the
   * database never holds a link that works.
   */
  secretLinks: Record<string, (link: SecretLink) => string>
  /**
   * Asked right before a message is sent, which can be long after it was written: may it still go?
   * `false` drops it, a date lets it wait until then. @default always
   */
  maySend?: (mail: WaitingMail, req: PayloadRequest) => Promise<boolean | Date>
  /** Opens `POST /api/mails/bounces` to whoever has this text. @default closed */
  bounceToken?: string
  /** The address that a message's person has now. @default the one it was written to */
  addressOf?: (mail: WaitingMail, req: PayloadRequest) => Promise<string | undefined>
}
