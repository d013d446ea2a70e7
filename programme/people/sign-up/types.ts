import type { SecretLink } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { DeadLink } from '../../links/enter.ts'
import type { Participant } from '../../links/owner.ts'
import type { Role } from '../../clock/facts.ts'

import type { AnswerError, RawAnswers } from '../../../plugins/forms/answers.ts'
import type { FormSchema } from '../../../plugins/forms/form-types.ts'

/** One sign-up form: where its answers go and what happens once the address is confirmed. */
export type SignUpForm = {
  collection: 'mentees' | 'mentors'
  /** Fields set when the person confirms, such as the status and the start of the wait. */
  whenConfirmed: (now: Date) => Record<string, unknown>
  /** Where a confirmed person stands, for the page they see. */
  standing: (
    person: Record<string, unknown>,
    req: PayloadRequest,
  ) => Promise<{ status: 'matched' | 'paused' | 'waiting'; since: string }>
}

/** Values of the inputs as they came, to be shown again. */
export type InputValues = Record<string, string | string[]>

/** The pages an applicant sees, made by the site's own templates. Each returns a whole document. */
export type SignUpPages = {
  form: (args: { kind: Role; values: InputValues; errors: AnswerError[]; focus?: string }) => string
  checkAnswers: (args: { kind: Role; rows: AnswerRow[]; values: InputValues }) => string
  /** Too many sign up at once: the answers, kept, with a button that sends them again. */
  sendAgain: (args: { kind: Role; wait: string; values: InputValues }) => string
  /** The answers and the words of the consent, with the button that confirms them. */
  confirm: (args: {
    kind: Role
    rows: AnswerRow[]
    visit: string
    /** Which words of the consent stand on the page. */
    consentVersion: string
    /** Have the words changed since the page was opened? */
    isChanged: boolean
  }) => string
  /** A link that no longer works, with the button that sends a new one. */
  deadLink: (args: DeadLink) => string
  standing: (args: {
    kind: Role
    status: 'matched' | 'paused' | 'waiting'
    since: string
    /** Of the browser that shows it, for the button that sends a link. */
    visit: string
  }) => string
  message: (args: {
    title: string
    paragraphs: string[]
    link?: { href: string; text: string }
  }) => string
}

/** An answer as its owner reads it. */
export type AnswerRow = { section: string; field: string; label: string; value: string }

/** Options of the sign-up plugin. */
export type SignUpOptions = {
  /** The forms by kind; the kind is part of the address `/api/sign-up/KIND`. */
  forms: Record<Role, SignUpForm>
  pages: (req: PayloadRequest) => Promise<SignUpPages>
  /** The page that says that something went wrong, made without the database. */
  faultPage: () => string
  /** The consent wording that people read now, by kind; stored with each sign-up. */
  consentWording: (kind: Role, req: PayloadRequest) => Promise<string>
  /** Writes the messages of a sign-up; called inside the transaction of `req`. */
  mails: {
    confirm: (args: {
      req: PayloadRequest
      kind: Role
      person: Participant['person']
      /** Confirms exactly these answers. */
      link: SecretLink
    }) => Promise<void>
    /** After somebody has confirmed: the link to their own page. */
    confirmed: (args: {
      req: PayloadRequest
      kind: Role
      person: Participant['person']
    }) => Promise<void>
    alreadySignedUp: (args: {
      req: PayloadRequest
      kind: Role
      person: Participant['person']
    }) => Promise<void>
  }
  /** The address of the confirmation page, without its query. */
  confirmPath: string
  /** The page that says an email is on its way. */
  sentPath: (kind: Role) => string
  /** The page with the empty form. */
  formPath: (kind: Role) => string
}

/** A form with the schema that was made of its collection at boot. */
export type ResolvedForm = SignUpForm & { kind: Role; schema: FormSchema }

export type { RawAnswers }
