import { formSchema, onForm } from '@mentoring/forms/form-schema'
import type { FormSchema } from '@mentoring/forms/form-types'
import type { Option } from 'payload'

/** A form with nothing to answer: its button says it all. */
export const NO_QUESTIONS: FormSchema = { sections: [] }

/**
 * A form of one question with a few answers.
 *
 * @example choice('answer', 'Would you like more time?', [{ value: 'yes', label: 'Yes' }], 'Choose')
 */
export const choice = (
  name: string,
  label: string,
  options: Option[],
  missing: string,
  hint?: string,
): FormSchema =>
  formSchema([
    onForm(
      { name, type: 'select', required: true, options },
      { section: '', as: 'radios', label, hint, missing },
    ),
  ])

/** Two forms, one after the other. */
export const together = (...forms: FormSchema[]): FormSchema => ({
  sections: forms.flatMap(({ sections }) => sections),
})

export const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** A word for the coordinators from whoever ends a match. */
export const WORD_FORM = formSchema([
  onForm(
    { name: 'word', type: 'textarea', maxLength: 1000 },
    {
      section: '',
      label: 'Is there anything you want the central team to know?',
      hint: 'Only the coordinators see this.',
      invalid: 'What you tell the central team must be 1,000 characters or fewer',
    },
  ),
])
