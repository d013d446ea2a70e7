import { formOf } from '@mentoring/forms/editions/form-of'
import type { Definition } from '@mentoring/forms/editions/types'
import { isRole } from '../programme/clock/facts.ts'
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

/**
 * The forms of an edition as the site has them, by kind.
 *
 * @param leaveOut is asked for each form who is told the addresses of links that are left out
 */
export const signUpPages = (
  definition: Definition,
  leaveOut?: (kind: Kind) => (address: string) => void,
): Snapshot['signUp'] => {
  const pageOf = (kind: Kind) => signUpPage(definition, kind, leaveOut?.(kind))
  const others = Object.keys(definition.forms).filter((kind) => !isRole(kind))
  return {
    mentor: pageOf('mentor'),
    mentee: pageOf('mentee'),
    ...Object.fromEntries(others.map((kind) => [kind, pageOf(kind)])),
  }
}
