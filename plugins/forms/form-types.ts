import { z } from 'zod'

/** The limit of a text that sets none of its own, in characters. */
export const LONGEST_TEXT = 1000

const option = z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })

const formField = z.object({
  /** Name of the collection's field and of the input. */
  name: z.string(),
  type: z.enum([
    'checkboxes',
    'consent',
    'date',
    'email',
    'monthYear',
    'name',
    'number',
    'radios',
    'select',
    'selects',
    'tel',
    'text',
    'textarea',
    'yesNo',
  ]),
  label: z.string(),
  hint: z.string().optional(),
  required: z.boolean(),
  options: z.array(option).optional(),
  maxLength: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** How many selects a `selects` question shows. */
  maxRows: z.number().optional(),
  autocomplete: z.string().optional(),
  showWhen: z.object({ field: z.string(), equals: z.string() }).optional(),
  missing: z.string(),
  invalid: z.string(),
})

/**
 * A sign-up form as plain data: what the page renders and what the server validates against.
 * It travels to the site's build as part of the content snapshot.
 */
export const formSchemaShape = z.object({
  sections: z.array(z.object({ title: z.string(), fields: z.array(formField) })),
})

export type FormField = z.infer<typeof formField>
export type FormSchema = z.infer<typeof formSchemaShape>
export type FormSection = FormSchema['sections'][number]

/** Every question of a form, in order. */
export const questions = (form: FormSchema): FormField[] =>
  form.sections.flatMap((section) => section.fields)
