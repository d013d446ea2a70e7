import type { PayloadRequest } from 'payload'

import { currentSnapshot, currentSnapshotOfSignUp } from '../site/current-snapshot.ts'
import {
  renderAgreement,
  renderMyData,
  renderMyForm,
  renderMyPage,
  renderSignedUpPage,
} from '../../site/render-my.ts'
import {
  renderCheckAnswers,
  renderConfirm,
  renderDeadLink,
  renderMessage,
  renderSendAgain,
  renderSignUpForm,
  renderWaiting,
} from '../../site/render.ts'
import {
  renderCheck,
  renderClear,
  renderContinue,
  renderDeadDraft,
  renderNoDraft,
  renderQuestions,
  renderSave,
  renderSaved,
} from '../../site/render-sign-up.ts'
import type { Snapshot } from '../../site/snapshot.ts'

/** Pages of a sign-up. */
const SIGN_UP = {
  form: renderSignUpForm,
  checkAnswers: renderCheckAnswers,
  sendAgain: renderSendAgain,
  confirm: renderConfirm,
  standing: renderWaiting,
  deadLink: renderDeadLink,
  message: renderMessage,
  questions: renderQuestions,
  check: renderCheck,
  save: renderSave,
  saved: renderSaved,
  clear: renderClear,
  noDraft: renderNoDraft,
  continueDraft: renderContinue,
  deadDraft: renderDeadDraft,
}

/** Pages below `/my/`. */
const MY = {
  personal: renderMyPage,
  signedUp: renderSignedUpPage,
  form: renderMyForm,
  agreement: renderAgreement,
  data: renderMyData,
  deadLink: renderDeadLink,
  message: renderMessage,
}

type Templates<T extends Record<string, (page: never) => string>> = {
  [Name in keyof T]: (page: Omit<Parameters<T[Name]>[0], 'snapshot'>) => string
}

/** The site's own templates of some pages, with the content that people read now. */
const withContent =
  <T extends Record<string, (page: never) => string>>(
    templates: T,
    contentOf: (req: PayloadRequest) => Promise<Snapshot>,
  ) =>
  async (req: PayloadRequest): Promise<Templates<T>> => {
    const snapshot = await contentOf(req)
    return Object.fromEntries(
      Object.entries(templates).map(([name, render]) => [
        name,
        (page: object) => (render as (page: object) => string)({ ...page, snapshot }),
      ]),
    ) as Templates<T>
  }

/** Makes the pages that an applicant sees. */
export const signUpTemplates = withContent(SIGN_UP, currentSnapshotOfSignUp)

/** Makes the pages of mentors and mentees. */
export const myTemplates = withContent(MY, currentSnapshot)

export type SignUpTemplates = Templates<typeof SIGN_UP>
export type MyTemplates = Templates<typeof MY>
