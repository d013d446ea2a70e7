import type { PayloadRequest } from 'payload'

import { clientAddress } from './client-address.ts'
import { countTogether, makeLimit } from './limit.ts'

/**
 * Limits of what strangers can make the programme do: write mail, and be asked what it can't answer.
 * Looking at pages, checking answers and confirming are not limited. Why these numbers:
 * docs/decisions/0030.
 */

const HOUR = 60 * 60
const DAY = 24 * HOUR

const ofKind = makeLimit({ name: 'one kind of mail to a mailbox', uses: 3, seconds: HOUR })
const ofMailbox = [
  makeLimit({ name: 'mail to a mailbox, hour', uses: 6, seconds: HOUR }),
  makeLimit({ name: 'mail to a mailbox, day', uses: 12, seconds: DAY }),
]

/** An induction day of 200 in one room fits in, twice over. */
const ofClient = makeLimit({ name: 'mail for a client', uses: 400, seconds: HOUR })
const ofDomain = makeLimit({ name: 'mail to a domain', uses: 500, seconds: HOUR })
const ofAll = makeLimit({ name: 'mail in all', uses: 1000, seconds: HOUR })

const failures = makeLimit({ name: 'failures of a client', uses: 120, seconds: 10 * 60 })

/**
 * The mailbox behind an address: in lower case, without what follows a plus sign. Whoever has one
 * mailbox has all addresses of it. Nothing is guessed about single providers, such as those that
 * leave dots out of account: elsewhere these are two people.
 *
 * @example mailboxOf('Amina+nhs@Example.org') // 'amina@example.org'
 */
export const mailboxOf = (email: string): string => {
  const at = email.lastIndexOf('@')
  const [name = ''] = email.slice(0, at).split('+')
  return `${name || email.slice(0, at)}${email.slice(at)}`.toLowerCase()
}

/**
 * Counts a message that a stranger asks for, whatever address it would go to.
 *
 * @returns the seconds to wait when no more may be asked for, else nothing
 */
export const askForMail = (req: PayloadRequest, email: string): Promise<number | undefined> =>
  countTogether(req, async () => {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
    return (
      (await ofClient.use(req, clientAddress(req.headers))) ??
      (await ofDomain.use(req, domain)) ??
      (await ofAll.use(req, ''))
    )
  })

/**
 * May another message that a stranger has asked for go to this mailbox? Counts it if so. Whoever asks
 * is not told, since it would say that somebody else has asked too.
 *
 * @param kind of message: each has a limit of its own beside that of the mailbox
 */
export const mayMail = (req: PayloadRequest, kind: string, email: string): Promise<boolean> =>
  countTogether(req, async () => {
    const mailbox = mailboxOf(email)
    if ((await ofKind.use(req, `${kind} ${mailbox}`)) !== undefined) return false
    for (const limit of ofMailbox) if ((await limit.use(req, mailbox)) !== undefined) return false
    return true
  })

/** Answers to what no page of ours asks: a link that does not exist, a form that can't be read. */
const FAILURES = [400, 404, 413, 415]

/**
 * Counts an answer when it is a failure. One who fails too often gets another answer; one who does not
 * fail is never counted, whoever else is behind the same address.
 *
 * @param tooMany the answer then, by the seconds to wait
 */
export const limitFailures = async (
  req: PayloadRequest,
  answer: Response,
  tooMany: (wait: number) => Response | Promise<Response>,
): Promise<Response> => {
  if (!FAILURES.includes(answer.status)) return answer
  const wait = await failures.use(req, clientAddress(req.headers))
  return wait === undefined ? answer : tooMany(wait)
}
