import type { SignUpDraft } from '../../../../payload-types.ts'
import type { Progress } from '../journey/journey.ts'

/** What a page says that is no error of an answer. */
export type Notice = {
  /** Name of the page. */
  page: string
  is: 'failed' | 'form' | 'tooLong' | 'wait' | 'words'
  /** Of a wait: when it is over. */
  until?: string
}

/** What a draft holds: all of it is sealed. */
export type Content = Progress & {
  /** How often a page was sent on: tells what was kept while typing before from after. */
  sent?: number
  /** Which words of the consent were agreed to. */
  agreedTo?: string
  /** Where the link is to go with which the draft is opened elsewhere, as it was typed. */
  linkTo?: string
  notice?: Notice
}

/** A draft that was opened. */
export type Draft = { row: SignUpDraft; key: Buffer; content: Content }
