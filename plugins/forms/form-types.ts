import { z } from 'zod'

/** The limit of a text that sets none of its own, in characters. */
export const LONGEST_TEXT = 1000

const option = z.object({
  value: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  /** What people may type for it: other names, former names, abbreviations. */
  synonyms: z.array(z.string()).optional(),
  /** Not offered any more; whoever chose it keeps it. */
  isRetired: z.boolean().optional(),
  /** Values of others that this one stands for now. */
  formerly: z.array(z.string()).optional(),
})

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
  /** How many choices can be made of `checkboxes` and `selects`. */
  maxRows: z.number().optional(),
  autocomplete: z.string().optional(),
  showWhen: z.object({ field: z.string(), isOneOf: z.array(z.string()) }).optional(),
  missing: z.string(),
  invalid: z.string(),
})

/**
 * A sign-up form as plain data: what the page renders and what the server validates against.
 * It travels to the site's build as part of the content snapshot.
 */
export const formSchemaShape = z.object({
  sections: z.array(
    z.object({
      title: z.string(),
      /** Names the section's page in addresses; unique in the form. */
      slug: z.string(),
      /** Said under the title, such as why this is asked. */
      lead: z.string().optional(),
      fields: z.array(formField),
    }),
  ),
})

export type FormField = z.infer<typeof formField>
export type FormOption = z.infer<typeof option>
export type FormSchema = z.infer<typeof formSchemaShape>
export type FormSection = FormSchema['sections'][number]

/** Every question of a form, in order. */
export const questions = <F extends FormField>(form: { sections: { fields: F[] }[] }): F[] =>
  form.sections.flatMap((section) => section.fields)
