import path from 'node:path'

/**
 * The settings that come from the environment, read in one place. The list is in
 * `docs/operations.md`.
 */

/** Port the server listens on. */
export const port = Number(process.env.PORT || 3000)

/** Folder for everything that is kept: database, uploads, built site, mail. */
export const dataDir = path.resolve(
  /* turbopackIgnore: true */ process.cwd(),
  process.env.DATA_DIR || 'data',
)

/** Where the pictures for the site are kept, as they came in and made smaller. */
export const picturesDirectory = path.join(dataDir, 'media')

/** Folder of the built site and the builds before it; what is up is `current/public` in it. */
export const siteDirectory = path.join(dataDir, 'site')

/** Address people reach the server at, without a slash at the end. */
export const serverURL = (process.env.SERVER_URL || `http://localhost:${port}`).replace(/\/+$/, '')

/**
 * The address as Payload's admin uses it. Left empty on one's own machine, where the admin then works
 * under any name of it.
 */
export const adminServerURL = process.env.SERVER_URL ? serverURL : ''

/** Address of the database. */
export const databaseURL = process.env.DATABASE_URL || `file:${path.join(dataDir, 'mentoring.db')}`

/** The SQLite file behind that address; nothing for MongoDB. */
export const databaseFile = databaseURL.startsWith('file:')
  ? path.resolve(/* turbopackIgnore: true */ process.cwd(), databaseURL.slice('file:'.length))
  : undefined

/** File with another way for mail to leave, such as a provider's API; see CONTRIBUTING. */
export const mailTransport = process.env.MAIL_TRANSPORT || undefined

/** Address of the mail server; without one, mail is written to `DATA_DIR/mail`. */
export const smtpURL = process.env.SMTP_URL || undefined

/**
 * How many connections to the mail server are kept open for further messages, and how many messages
 * it is handed in a second at most. Unset, each message has a connection of its own.
 */
export const smtpLimits = {
  connections: Number(process.env.SMTP_POOL) || undefined,
  perSecond: Number(process.env.SMTP_RATE) || undefined,
}

/** Origins whose browsers may send a log-in cookie. On one's own machine both names of it count. */
export const trustedOrigins = process.env.SERVER_URL
  ? [new URL(serverURL).origin]
  : [`http://localhost:${port}`, `http://127.0.0.1:${port}`]

/** Are links on the site to other websites tried? Not where the server reaches none. */
export const checksLinks = process.env.CHECK_LINKS !== 'off'

/** What a mail server that hands over bounced mail must know; unset, nobody can. */
export const bounceToken = process.env.BOUNCE_TOKEN || undefined

/** Address that mail comes from. */
export const mailFrom = process.env.MAIL_FROM || 'img-mentoring@example.org'

/** The installation's secret. The server does not start without one. */
export const secret = process.env.PAYLOAD_SECRET ?? ''

/** Is there a proxy of one's own in front, whose word about the visitor's address counts? */
export const isBehindProxy = Boolean(process.env.TRUST_PROXY)
