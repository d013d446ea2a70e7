import type { CollectionBeforeChangeHook, Field, PayloadRequest } from 'payload'

import { nobodyField, seesContent, writtenByCode } from '../access.ts'

/** The public reads some of this content, and nothing of who works on it. */
const forStaff = { read: seesContent }

/**
 * Who made a version and what they say of it. The name is kept as text, so it stays when the account goes; colleagues
 * see no more of each other.
 */
export const changedBy = (): Field[] => [
  {
    name: 'changeNote',
    type: 'text',
    label: 'What has changed (if you want to say)',
    maxLength: 200,
    access: forStaff,
    admin: {
      position: 'sidebar',
      disableBulkEdit: true,
      disableListFilter: true,
      description: 'For colleagues, under “Versions”. It is empty again once this is published.',
    },
  },
  {
    name: 'changedBy',
    type: 'text',
    label: 'Last changed by',
    maxLength: 160,
    access: { ...writtenByCode, ...forStaff },
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      condition: (data) => Boolean(data.changedBy),
    },
  },
  {
    name: 'changedAt',
    type: 'date',
    access: { ...writtenByCode, ...forStaff },
    admin: { hidden: true, components: { Diff: './admin/content/NoDifference.tsx#NoDifference' } },
  },
  { name: 'changedById', type: 'text', hidden: true, access: nobodyField },
]

type Noted = { _status?: string; changeNote?: string | null }

/** Says who, in each version. What a note said of the last publication is not said of the next draft. */
export const noteWhoChanged: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? (originalDoc as Noted) : undefined
  const isDone = before && before._status !== 'draft'
  const { changeNote } = data as Noted
  return {
    ...data,
    changeNote: isDone && changeNote === before.changeNote ? null : changeNote,
    changedAt: new Date().toISOString(),
    ...whoChanges(req),
  }
}

/** A job says in the context for whom it does what. */
const whoChanges = ({ context, user }: PayloadRequest) => {
  const name = user?.collection === 'users' ? user.name : undefined
  return {
    changedBy: (context.changedBy as string | undefined) ?? name ?? null,
    changedById: user ? String(user.id) : null,
  }
}
