import type { PayloadRequest, Where } from 'payload'

import { queueMail } from '../plugins/mail-outbox/queue-mail.ts'
import { OPEN } from '../plugins/mentoring/clock/states.ts'
import { findParticipant, makeLink } from '../plugins/mentoring/links.ts'
import { makeToken } from '../plugins/sign-up/token.ts'
import type { SignUpOptions } from '../plugins/sign-up/types.ts'
import { serverURL } from '../settings.ts'
import {
  renderCheckAnswers,
  renderConfirm,
  renderMessage,
  renderSignUpForm,
  renderWaiting,
} from '../site/render.ts'
import type { Kind } from '../site/snapshot.ts'
import { contactAddress } from './contact.ts'
import { currentSnapshot } from './current-snapshot.ts'
import type { MailName } from './mails.ts'

const CONFIRM_PATH = '/sign-up/confirm/'

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
      form: ({ kind, ...page }) => renderSignUpForm({ ...page, kind: kind as Kind, snapshot }),
      checkAnswers: ({ kind, ...page }) =>
        renderCheckAnswers({ ...page, kind: kind as Kind, snapshot }),
      confirm: ({ kind, token }) => renderConfirm({ token, kind: kind as Kind, snapshot }),
      standing: ({ kind, ...page }) => renderWaiting({ ...page, kind: kind as Kind, snapshot }),
      message: (page) => renderMessage({ ...page, snapshot }),
    }
  },
  consentWording: async (kind, req) => {
    const snapshot = await currentSnapshot(req)
    return snapshot.signUp[kind as Kind].consent
  },
  mails: {
    confirm: async ({ req, kind, person, about, nonce }) => {
      await queueMail({
        req,
        key: `confirm:${about}:${nonce}`,
        to: person.email,
        template: 'confirmSignUp' satisfies MailName,
        values: { role: kind, contact: await contactAddress(req) },
        links: { link: { purpose: 'confirm', about, nonce } },
      })
    },
    alreadySignedUp: async ({ req, kind, person }) => {
      const known = (await findParticipant(req, `${kind}s:${person.id}`))!
      await queueMail({
        req,
        key: `already:${person.id}:${Date.now()}`,
        to: person.email,
        template: 'alreadySignedUp' satisfies MailName,
        values: { name: person.name, role: kind, contact: await contactAddress(req) },
        links: { page: await makeLink(req, known, 'page', new Date()) },
      })
    },
  },
  confirmPath: CONFIRM_PATH,
  sentPath: (kind) => `/sign-up/${kind}/check-your-email/`,
  formPath: (kind) => `/sign-up/${kind}/`,
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

/** The address of a confirmation link, made at the moment its mail is sent. */
export const confirmLink =
  (secret: string) =>
  ({ about, nonce }: { about: string; nonce: string }): string =>
    `${serverURL}${CONFIRM_PATH}?token=${makeToken(secret, about, nonce)}`
