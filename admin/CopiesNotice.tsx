import { Banner } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'

import { findCopies } from '../database/copies.ts'
import { ukDate } from '../plugins/mentoring/clock/dates.ts'

/**
 * Says beside a person's record, while there is a copy of the database from before an upgrade, that
 * erasing does not reach into it.
 */
export const CopiesNotice = async ({ payload }: Pick<UIFieldServerProps, 'payload'>) => {
  const last = (await findCopies(payload)).at(-1)
  if (!last) return null
  return (
    <Banner type="info">
      Whoever is erased now stays until {ukDate(last.goesAt)} in a copy of the database that was
      made before an upgrade: {last.file}. It is removed then by itself. Whoever runs the server can
      remove it at once with “npm run remove-copies”.
    </Banner>
  )
}
