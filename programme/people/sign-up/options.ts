import { queueMail } from '@mentoring/outbox'
import type { PayloadRequest, Where } from 'payload'

import { makeLink } from '../../links/links.ts'
import type { Participant } from '../../links/owner.ts'
import { LINK_PURPOSES } from '../../links/purposes.ts'
import { OPEN } from '../../clock/states.ts'
import type { SignUpOptions } from './types.ts'
import {
  renderCheckAnswers,
  renderConfirm,
  renderDeadLink,
  renderFault,
  renderMessage,
  renderSendAgain,
  renderSignUpForm,
  renderWaiting,
} from '../../../site/render.ts'
import { contactAddress } from '../../messages/contact.ts'
import { currentSnapshot } from '../../current-snapshot.ts'
import type { MailName } from '../../messages/templates.ts'

/** The sign-up of this programme: two forms, the site's own pages, and two messages. */
export const SIGN_UP: SignUpOptions = {
  forms: {
    mentor: {
      collection: 'mentors',
      whenConfirmed: () => ({ status: 'active' }),
      standing: async (mentor, req) =>
        (await matchedSince(req, { mentor: { equals: mentor.id } })) ?? {
          status: mentor.takesMentees === false ? 'paused' : 'waiting',
          since: String(mentor.confirmedAt),
        },
    },
    mentee: {
      collection: 'mentees',
      whenConfirmed: (now) => ({ status: 'waiting', waitingSince: now.toISOString() }),
      standing: async (mentee, req) =>
        (await matchedSince(req, { mentee: { equals: mentee.id } })) ?? {
          status: 'waiting',
          since: String(mentee.waitingSince),
        },
    },
  },
  pages: async (req) => {
    const snapshot = await currentSnapshot(req)
    return {
      form: (page) => renderSignUpForm({ ...page, snapshot }),
      checkAnswers: (page) => renderCheckAnswers({ ...page, snapshot }),
      sendAgain: (page) => renderSendAgain({ ...page, snapshot }),
      confirm: (page) => renderConfirm({ ...page, snapshot }),
      deadLink: (page) => renderDeadLink({ ...page, snapshot }),
      standing: (page) => renderWaiting({ ...page, snapshot }),
      message: (page) => renderMessage({ ...page, snapshot }),
    }
  },
  faultPage: renderFault,
  consentWording: async (kind, req) => {
    const snapshot = await currentSnapshot(req)
    return snapshot.signUp[kind].consent
  },
  mails: {
    confirm: async ({ req, kind, person, link }) => {
      await queueMail({
        req,
        template: 'confirmSignUp' satisfies MailName,
        about: { [kind]: person.id },
        to: person.email,
        values: { role: kind, contact: await contactAddress(req) },
        links: { link },
      })
    },
    confirmed: (about) => mailTheirPage('signUpConfirmed', about),
    alreadySignedUp: (about) => mailTheirPage('alreadySignedUp', about),
  },
  confirmPath: LINK_PURPOSES.confirm.path,
  sentPath: (kind) => `/sign-up/${kind}/check-your-email/`,
  formPath: (kind) => `/sign-up/${kind}/`,
}

/** Writes a message with the link to their own page. */
const mailTheirPage = async (
  template: MailName,
  { req, kind, person }: Parameters<SignUpOptions['mails']['confirmed']>[0],
): Promise<void> => {
  const known = { role: kind, person } as Participant
  await queueMail({
    req,
    template,
    about: { [kind]: person.id },
    to: person.email,
    values: { name: person.name, role: kind, contact: await contactAddress(req) },
    links: { page: await makeLink(req, known, 'page', new Date()) },
  })
}

/** The latest open match of a person, as the page about where they stand says it. */
const matchedSince = async (req: PayloadRequest, person: Where) => {
  const { docs } = await req.payload.find({
    collection: 'matches',
    where: { and: [person, { status: { in: OPEN } }] },
    sort: '-confirmedAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] && { status: 'matched' as const, since: String(docs[0].confirmedAt) }
}
