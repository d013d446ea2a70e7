import { inTransaction } from '@mentoring/kit/in-transaction'
import { mayMail } from '@mentoring/kit/mail-limits'
import { page } from '@mentoring/kit/respond'

import { CODE_MINUTES, type CodeUse, makeCode, tryCode } from '../links/codes.ts'
import { pathOf } from '../links/path-of.ts'
import { formSchema, onForm } from '@mentoring/forms/form-schema'
import { otherRole, type Role } from '../clock/facts.ts'
import { Refused } from '@mentoring/kit/refused'
import { MY_PATH } from './paths.ts'
import type { Carried, Opened } from './types.ts'
import { writeToPerson } from '../messages/write-to-person.ts'

/** The question for the code. */
export const CODE_FORM = formSchema([
  onForm(
    { name: 'code', type: 'text', required: true, maxLength: 20 },
    {
      section: '',
      label: 'Code',
      hint: '6 digits, for example 123456',
      autocomplete: 'one-time-code',
      missing: 'Enter the code from the email',
    },
  ),
])

/** What a code is for, as the email with it says. */
const FOR: Record<CodeUse, (role: Role) => string> = {
  details: (role) => `see how to reach your ${otherRole(role)}`,
  erase: () => 'erase your data',
}

/** The button below the code: it says so when what follows can't be undone. */
const BUTTON: Record<CodeUse, { submit: string; isWarning?: boolean }> = {
  details: { submit: 'Continue' },
  erase: { submit: 'Erase my data', isWarning: true },
}

/** What is wrong with a code that was typed: a sentence, or `none` when there is none to be tried. */
export const codeProblem = async (
  opened: Opened,
  use: CodeUse,
  typed: string,
): Promise<string | undefined> => {
  if (typed.trim() === '') return 'Enter the code from the email'
  const answer = await tryCode(opened.req, opened, use, typed, opened.now)
  if (answer === 'right') return undefined
  return answer === 'none'
    ? 'none'
    : 'This is not the code we have emailed you. Check it and enter it again'
}

/**
 * Mails a code and asks for it; with a problem, asks again for the one that was mailed.
 *
 * @param carried the answers and what goes with them, so that they are sent along with the code
 * @throws Refused when too many codes were mailed in this hour
 */
export const askForCode = async (
  opened: Opened,
  use: CodeUse,
  { code: _code, ...carried }: Carried,
  problem?: string,
): Promise<Response> => {
  if (!problem) await mailCode(opened, use)
  return page(
    opened.templates.form({
      title: 'Check your email for a code',
      paragraphs: [
        `We have emailed you a code. It works for ${CODE_MINUTES} minutes, on this page.`,
        'It can take a minute. Look in your spam folder too. If it does not come, go back and ask for a new one: only the newest code works.',
      ],
      form: CODE_FORM,
      errors: problem ? [{ field: 'code', message: problem }] : [],
      ...BUTTON[use],
      action: `${MY_PATH}${opened.name}/`,
      back: pathOf(MY_PATH, { visit: opened.visit.name }),
      carried,
    }),
    problem ? 422 : 200,
  )
}

const mailCode = async (opened: Opened, use: CodeUse): Promise<void> => {
  const { now, participant, req } = opened
  const { person, role } = participant
  if (!(await mayMail(req, `code ${role}`, person.email))) {
    throw new Refused(409, 'We have emailed you several codes already. Try again in an hour.')
  }
  await inTransaction(req, async () => {
    const code = await makeCode(req, opened, use, now)
    const letter = { values: { action: FOR[use](role) }, links: { code } }
    await writeToPerson(req, 'mailedCode', participant, letter)
  })
}
