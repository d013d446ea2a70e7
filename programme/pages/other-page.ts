import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { otherRole } from '../clock/facts.ts'
import { findByEmail, isParticipant, type Participant } from '../links/owner.ts'
import { sendTo } from './new-link.ts'
import type { MyPage } from './types.ts'

/**
 * Somebody as they take part on the other side too: whoever is mentor and mentee has signed up twice, and has two pages.
 * Both must be confirmed, so that it is the same mailbox.
 */
export const findOther = async (
  req: PayloadRequest,
  { person, role }: Participant,
): Promise<Participant | undefined> => {
  if (person.status === 'unconfirmed') return undefined
  const found = await findByEmail(req, otherRole(role), person.email)
  return found && isParticipant(found) && found.person.status !== 'unconfirmed' ? found : undefined
}

/**
 * The way from one page to the other. It leads through the mailbox: who has the link of one page, in a browser or a
 * forwarded email, does not have that of the other by it.
 */
export const otherPage: MyPage = {
  form: async ({ participant, req }) => {
    const { role } = await otherOrRefuse(req, participant)
    return {
      title: `Go to your page as a ${role}`,
      paragraphs: [
        `You have signed up as a ${role} too. You have a page for each, and each has a link of its own.`,
        'We email the link to the address you signed up with.',
      ],
      submit: 'Email me the link',
      isQuiet: true,
    }
  },
  act: async ({ participant, req }) => {
    const other = await otherOrRefuse(req, participant)
    if (await sendTo(req, other)) return 'otherPage'
    throw new Refused(
      429,
      'We have sent you as many links as we send in an hour. Use the latest email you have from us, or try again later.',
    )
  },
}

const otherOrRefuse = async (
  req: PayloadRequest,
  participant: Participant,
): Promise<Participant> => {
  const other = await findOther(req, participant)
  if (!other) throw new Refused(404, 'This is the only page you have.')
  return other
}
