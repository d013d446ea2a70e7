import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

/** Where each of them is a file. Below where the server is started, as all else that it reads. */
const FOLDER = path.resolve(/* turbopackIgnore: true */ process.cwd(), 'collections/further-forms')

/** Names of other forms, of pages beside them, and of what mail is about. */
const TAKEN = ['mentor', 'mentee', 'match', 'training', 'confirm', 'continue', 'preview']

const text = z.string().trim().min(1)

/** What a file says of a form. */
const shape = z.strictObject({
  /** What staff call it, such as “Observer form”. */
  label: text,
  /** The collection that keeps the answers, such as `observers`. */
  collection: z
    .string()
    .regex(/^[a-z][a-z-]{2,30}$/)
    .refine((slug) => slug !== 'mentors' && slug !== 'mentees', 'These have a form.'),
  /** What those are called who fill it in. */
  people: z.strictObject({ one: text, many: text }),
  /** Who they are, for coordinators. */
  description: text,
})

/** A form of the programme whose people are not matched. What it asks, and all its words, is content. */
export type FurtherForm = z.infer<typeof shape> & {
  /** The name of its file: part of addresses, and of names in the database. */
  kind: string
}

/**
 * The forms beside those of mentors and mentees. Each is one file, `collections/further-forms/KIND.json`, and needs
 * nothing else but its tables: they are made by `npm run generate` and a migration. Read as a file, because a program
 * that is bundled and one that is not have no other way in common to take all files of a folder.
 *
 * @throws at the start, naming the file that can't be used
 */
export const furtherForms = (folder = FOLDER): FurtherForm[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const kind = path.basename(file, '.json')
      if (!/^[a-z][a-z]{2,20}$/.test(kind) || TAKEN.includes(kind)) {
        throw new Error(
          `collections/further-forms/${file}: name the file by 3 to 21 small letters that are not taken.`,
        )
      }
      const found = shape.safeParse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
      if (found.success) return { kind, ...found.data }
      throw new Error(`collections/further-forms/${file}: ${z.prettifyError(found.error)}`)
    })

/** Those of this installation. */
export const FURTHER_FORMS = furtherForms()
