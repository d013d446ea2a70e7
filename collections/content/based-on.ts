import {
  APIError,
  type CollectionBeforeChangeHook,
  type Field,
  type FieldHook,
  type TypeWithID,
} from 'payload'

import { takeTurn } from '@mentoring/kit/take-turn'

import { ukDateTime } from '../../programme/clock/dates.ts'
import { seesContent } from '../access.ts'

/** The field that says which state of a record a save goes by. */
export const BASED_ON = 'basedOn'

type Saved = {
  _status?: string
  basedOn?: unknown
  changedAt?: string | null
  changedBy?: string | null
  changedById?: string | null
  updatedAt?: string
}

/**
 * Comes with the record it is read with, so a form always has that of the words it shows. What code notes in a record
 * past its hooks, such as when it was published first, changes `updatedAt` and is nobody's change.
 */
const stateOf: FieldHook<TypeWithID & Saved, unknown, Saved> = ({ siblingData }) =>
  siblingData.changedAt ?? siblingData.updatedAt ?? null

/** Not kept: when the record was saved that a form, or a program, was given. */
export const basedOn = (): Field => ({
  name: BASED_ON,
  type: 'text',
  virtual: true,
  maxLength: 40,
  access: { read: seesContent },
  hooks: { afterRead: [stateOf] },
  admin: {
    readOnly: false,
    components: {
      Field: './admin/content/BasedOn.tsx#BasedOn',
      Diff: './admin/content/NoDifference.tsx#NoDifference',
    },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
})

/**
 * Refuses to save over what somebody else has saved since the words were read that this goes by. Who does not say
 * what they go by, such as a program, is not asked.
 *
 * @throws APIError 409 that names who saved, and when
 */
export const refuseStale: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { [BASED_ON]: opened, ...rest } = data as Saved
  const saved = (originalDoc as Saved | undefined)?.basedOn
  if (operation !== 'update' || context.isRestoringVersion) return rest
  if (typeof opened !== 'string' || typeof saved !== 'string') return rest
  // On MongoDB two drafts of one record do not meet otherwise.
  if (req.user) await takeTurn(req, 'content')
  if (!(Date.parse(saved) > Date.parse(opened))) return rest
  const message = sentence(originalDoc as Saved, req.user?.id)
  // Said in a note of its own, and beside the form, where the way on stands.
  throw new APIError(message, 409, { errors: [{ path: BASED_ON, message }] }, true)
}

const sentence = (doc: Saved, reader?: number | string): string => {
  const { _status: status, changedAt, changedBy, changedById, updatedAt } = doc
  const did = status === 'published' ? 'published' : 'saved'
  const when = ukDateTime((changedAt ?? updatedAt)!)
  const who =
    reader !== undefined && changedById === String(reader)
      ? `You ${did} this in another window`
      : `${changedBy ?? 'Somebody else'} ${did} this`
  return `${who} on ${when}, after you opened it here. What you have typed is still here, and is not saved.`
}
