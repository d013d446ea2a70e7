import { type FieldHook, type JSONField, type PayloadRequest, ValidationError } from 'payload'

import { differing, known, problemsWith, sayable } from '../../site/words/check.ts'

/**
 * Refuses what the site could not say, in a draft too: it would be shown in previews. Keeps what differs from the
 * words that the software came with. An older version comes back without what does not fit any more.
 *
 * @throws ValidationError that names each sentence, and says what is wrong with it
 */
const keepDiffering: FieldHook = ({
  path,
  req,
  value,
}: {
  path: (number | string)[]
  req: PayloadRequest
  value?: unknown
}) => {
  if (value === undefined || value === null) return value
  if (!req.context.isRestoringVersion) {
    const problems = problemsWith(value)
    if (problems.length > 0) {
      throw new ValidationError({
        collection: 'site-parts',
        errors: [{ label: LABEL, message: problems.join(' '), path: path.join('.') }],
      })
    }
  }
  const kept = req.context.isRestoringVersion ? sayable(value) : differing(value)
  // One of the databases keeps an empty object, the other nothing.
  return Object.keys(kept).length > 0 ? kept : null
}

/** A sentence that a later version of the software dropped is nobody's problem. */
const leaveOutDropped: FieldHook = ({ value }: { value?: unknown }) =>
  value === undefined || value === null ? value : known(value)

const LABEL = 'Sentences'

/**
 * The fixed sentences of templates that editors have changed, by their key: see `site/words`. One field, so that a
 * new sentence is no change of the database.
 */
export const changedSentences: JSONField = {
  name: 'changed',
  type: 'json',
  label: LABEL,
  hooks: { afterRead: [leaveOutDropped], beforeValidate: [keepDiffering] },
  validate: (value: unknown) => problemsWith(value).join(' ') || true,
  admin: {
    components: {
      Field: './admin/sentences/Sentences.tsx#Sentences',
      Diff: './admin/sentences/ChangedSentences.tsx#ChangedSentences',
    },
  },
}
