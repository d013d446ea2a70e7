import { formOf } from '@mentoring/forms/editions/form-of'
import type { Definition } from '@mentoring/forms/editions/types'
import type { Kind, Snapshot } from '../site/snapshot.ts'
import { type RichText, toNHSHTML } from './nhs-converters.ts'

/**
 * A sign-up form as the site has it: its words and its questions, of one edition.
 *
 * @param leaveOut is told the address of a link that is left out
 */
export const signUpPage = (
  definition: Definition,
  kind: Kind,
  leaveOut?: (address: string) => void,
): Snapshot['signUp'][Kind] => {
  const { agreement, intro, title } = definition.forms[kind]!
  return {
    title,
    // The forms keep it as the editor of this project wrote it.
    intro: toNHSHTML(intro as RichText, leaveOut),
    consent: agreement.consent,
    form: formOf(definition, kind)!,
  }
}
