import { formOf } from '@mentoring/forms/editions/form-of'
import type { Definition } from '@mentoring/forms/editions/types'
import { isRole } from '../clock/facts.ts'
import type { Kind, Snapshot } from '../../site/snapshot.ts'
import { type LeadTo, type RichText, toNHSHTML } from './nhs-converters.ts'

/**
 * A sign-up form as the site has it: its words and its questions, of one edition.
 *
 * @param leadTo says where its links lead
 */
export const signUpPage = (
  definition: Definition,
  kind: Kind,
  leadTo: LeadTo,
): Snapshot['signUp'][Kind] => {
  const { agreement, intro, title } = definition.forms[kind]!
  return {
    title,
    // The forms keep it as the editor of this project wrote it.
    intro: toNHSHTML(intro as RichText, leadTo),
    consent: agreement.consent,
    form: formOf(definition, kind)!,
  }
}

/**
 * The forms of an edition as the site has them, by kind.
 *
 * @param leadToOf says for each form where its links lead
 */
export const signUpPages = (
  definition: Definition,
  leadToOf: (kind: Kind) => LeadTo,
): Snapshot['signUp'] => {
  const pageOf = (kind: Kind) => signUpPage(definition, kind, leadToOf(kind))
  const others = Object.keys(definition.forms).filter((kind) => !isRole(kind))
  return {
    mentor: pageOf('mentor'),
    mentee: pageOf('mentee'),
    ...Object.fromEntries(others.map((kind) => [kind, pageOf(kind)])),
  }
}
