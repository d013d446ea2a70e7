import { Banner } from '@payloadcms/ui'
import type { Payload } from 'payload'

import { findCopies } from '../database/copies.ts'
import { ukDate } from '../programme/clock/dates.ts'
import { WhenSelected } from './WhenSelected.tsx'

/**
 * Says beside a person's record, while there is a copy of the database from before an upgrade, that
 * erasing does not reach into it.
 */
export const CopiesNotice = async ({ payload }: { payload: Payload }) => {
  const last = (await findCopies(payload)).at(-1)
  if (!last) return null
  return (
    <Banner type="info">
      Erasing does not reach the copy of the database that was made before the last upgrade. The
      copy is deleted on {ukDate(last.goesAt)}, with everybody in it. Whoever runs the server can
      delete it now with “npm run remove-copies”.
    </Banner>
  )
}

/** The same above a list of people, who can be erased there several at once. */
export const CopiesOfSelected = async ({ payload }: { payload: Payload }) => {
  const notice = await CopiesNotice({ payload })
  return notice && <WhenSelected>{notice}</WhenSelected>
}
