import type { CollectionSlug, PayloadRequest } from 'payload'

import type { AnswerError, RawAnswers } from './answers.ts'
import type { FormSchema } from './form-types.ts'

/** One sign-up form: where its answers go and what happens once the address is confirmed. */
export type SignUpForm = {
  collection: CollectionSlug
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
  form: (args: {
    kind: string
    values: InputValues
    errors: AnswerError[]
    focus?: string
  }) => string
  checkAnswers: (args: {
    kind: string
    rows: { section: string; field: string; label: string; value: string }[]
    values: InputValues
  }) => string
  confirm: (args: { kind: string; token: string }) => string
  standing: (args: {
    kind: string
    status: 'matched' | 'paused' | 'waiting'
    since: string
  }) => string
  message: (args: {
    title: string
    paragraphs: string[]
    link?: { href: string; text: string }
  }) => string
}

/** Options of the sign-up plugin. */
export type SignUpOptions = {
  /** The forms by kind; the kind is part of the address `/api/sign-up/KIND`. */
  forms: Record<string, SignUpForm>
  pages: (req: PayloadRequest) => Promise<SignUpPages>
  /** The consent wording that people read now, by kind; stored with each sign-up. */
  consentWording: (kind: string, req: PayloadRequest) => Promise<string>
  /** Sends the two messages of a sign-up; called inside the transaction of `req`. */
  mails: {
    confirm: (args: {
      req: PayloadRequest
      kind: string
      person: { id: string; name: string; email: string }
      /** `collection:id`, see {@link makeToken}. */
      about: string
      nonce: string
    }) => Promise<void>
    alreadySignedUp: (args: {
      req: PayloadRequest
      kind: string
      person: { id: string; name: string; email: string }
    }) => Promise<void>
  }
  /** The address of the confirmation page, without its query. */
  confirmPath: string
  /** The page that says an email is on its way. */
  sentPath: (kind: string) => string
  /** The page with the empty form. */
  formPath: (kind: string) => string
}

/** A form with the schema that was made of its collection at boot. */
export type ResolvedForm = SignUpForm & { kind: string; schema: FormSchema }

export type { RawAnswers }
