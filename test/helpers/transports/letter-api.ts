import { type Failure, type MailTransport, NotSent } from '@mentoring/outbox'

/**
 * Mail leaves by the API of a provider, here of an invented one: `MAIL_TRANSPORT` names this file, and
 * the two settings it needs are its own. Nothing else in the programme knows of it.
 */
const { LETTER_API_URL = '', LETTER_API_KEY = '' } = process.env

/** No answer for this long, in milliseconds, is none. */
const PATIENCE = 20_000

/** What the provider's answers mean, by its manual; all others say that it is away. */
const MEANING: Record<number, Failure> = { 404: 'bounced', 422: 'failed', 429: 'later' }

/** There was no connection, so nothing was taken; of one that broke nobody knows. */
const NOT_REACHED = ['EAI_AGAIN', 'ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT']

const send: MailTransport = async ({
  from,
  headers,
  html,
  messageId,
  replyTo,
  subject,
  text,
  to,
}) => {
  const letter = { from, headers, html, messageId, replyTo, subject, text, to }
  const answer = await post(letter).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: string }
    const hadLeft = !code || !NOT_REACHED.includes(code)
    throw new NotSent('away', `the provider did not answer (${code ?? error.name})`, { hadLeft })
  })
  if (answer.ok) return
  throw new NotSent(MEANING[answer.status] ?? 'away', `the provider answered ${answer.status}`)
}

const post = (letter: object): Promise<Response> =>
  fetch(new URL('/letters', LETTER_API_URL), {
    method: 'POST',
    headers: { authorization: `Bearer ${LETTER_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(letter),
    signal: AbortSignal.timeout(PATIENCE),
  })

export default send
