import type { PayloadRequest } from 'payload'

import type { Match } from '../../payload-types.ts'
import type { Answers, InputValues } from '@mentoring/forms/answers'
import type { FormSchema } from '@mentoring/forms/form-types'
import type { CodeUse } from '../links/codes.ts'
import type { LinkPurpose } from '../links/purposes.ts'
import type { Participant, SignedUp } from '../links/owner.ts'
import type { OpenVisit } from '../links/visits.ts'
import type { DoneName } from './done.ts'
import type { MyTemplates } from './templates.ts'

/** A label with what belongs to it. */
export type Row = { label: string; value: string }

/** A page that asks something and does one thing. */
export type FormPage = {
  title: string
  /** What one needs to know before answering. */
  paragraphs: string[]
  /** What is decided about, such as the agreement to be signed. */
  rows?: Row[]
  /** @default nothing is asked: the button says it all */
  schema?: FormSchema
  values?: InputValues
  submit: string
  /** Can't be undone? */
  isWarning?: boolean
  /** Is it no more than one of several things one can do, such as stopping? Then its button does not call for it. */
  isQuiet?: boolean
}

/** Somebody who has opened their link, and the match they ask about. */
export type Asked<Who extends SignedUp = Participant> = {
  req: PayloadRequest
  participant: Who
  match?: Match
  now: Date
  /** Sends cookies along with the answer. */
  setCookies: (cookies: string[]) => void
}

/** One of the pages below `/my/`: for mentors and mentees, or for everybody who has signed up. */
export type MyPage<Who extends SignedUp = Participant> = {
  /** The mailed link that opens this page and no other. */
  purpose?: LinkPurpose
  /** Done only with a code that is sent by mail. */
  code?: CodeUse
  /** Is it about one match? @default about the person */
  isAboutMatch?: boolean
  /** @throws Refused when there is nothing to ask now. */
  form: (asked: Asked<Who>) => FormPage | Promise<FormPage>
  /**
   * What tells one state of the page's subject from the next: a form is good for one version only.
   *
   * @default the steps of the match, or when the person was changed last
   */
  version?: (asked: Asked<Who>) => Promise<string>
  /**
   * Does it, with answers that the form's schema allows.
   *
   * @returns the name of what is said afterwards.
   * @throws Refused when it can't be done now.
   */
  act: (asked: Asked<Who>, answers: Answers) => Promise<DoneName>
}

/** A page that was opened: which, by whom, about what, and in which visit. */
export type Opened = Asked &
  OpenVisit & { name: string; page: MyPage; templates: MyTemplates; cookies: string[] }

/** What a page carries from one request to the next: visit, match, seal, and answers given before. */
export type Carried = Record<string, string | string[] | undefined>
