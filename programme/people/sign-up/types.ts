import type { PayloadRequest } from 'payload'

import type { Edition } from '@mentoring/forms/editions/types'
import type { FormSchema } from '@mentoring/forms/form-types'

/** One sign-up form: where its answers go and what happens once the address is confirmed. */
export type SignUpForm = {
  kind: string
  /** Its questions and lists are those of this one. */
  edition: Edition
  schema: FormSchema
  /** Fields set when the person confirms, such as the status and the start of the wait. */
  whenConfirmed: (now: Date) => Record<string, unknown>
  /** Where a confirmed person stands, for the page they see. Without it, they have signed up, and that is all. */
  standing?: (
    person: Record<string, unknown>,
    req: PayloadRequest,
  ) => Promise<{ status: 'matched' | 'paused' | 'waiting'; since: string }>
}
