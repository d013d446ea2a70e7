import '@mentoring/kit/desk.css'
import type { DefaultServerCellComponentProps } from 'payload'

import { speak } from '../languages/index.ts'
import { daysBetween } from '../operations/load-pool.ts'
import { optionsOf } from '../options.ts'
import type { Person } from '../types.ts'
import './matching.css'

/** In a list: how long somebody has waited who can be matched now; a dash for all others. */
export const WaitCell = async (props: DefaultServerCellComponentProps) => {
  const { whyUnavailable, waitingSince } = optionsOf(props.payload.config).mentees
  const person = await wholeRecord(props)
  const reason = whyUnavailable(person)
  if (reason === undefined) {
    const count = daysBetween(waitingSince(person), new Date())
    return <span>{speak(props.i18n)('waited', { count })}</span>
  }
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span className="desk__hidden">{reason}</span>
    </span>
  )
}

/**
 * Payload reads whole records for a list, unless the collection asks for the columns alone: then
 * the fields that decide may be missing. Access is not asked again: whoever sees the row may read it.
 */
const wholeRecord = async ({
  collectionConfig: { admin, slug },
  payload,
  rowData,
}: DefaultServerCellComponentProps): Promise<Person> =>
  admin.enableListViewSelectAPI
    ? await payload.findByID({
        collection: slug,
        id: rowData.id as string,
        depth: 0,
        overrideAccess: true,
      })
    : (rowData as Person)
