import type { UIFieldServerProps } from 'payload'

import { ukDateTime } from '../../programme/clock/dates.ts'
import { plannedBy } from '../../programme/content/planned.ts'

/** In the record of a member of staff: what they have planned, which ends with their account. */
export const PlannedBy = async ({ id, req }: UIFieldServerProps) => {
  const planned = id === undefined ? [] : await plannedBy(req, String(id))
  if (planned.length === 0) return null
  return (
    <div className="field-type">
      <p>Planned in their name. It does not happen once the account is deactivated:</p>
      <ul>
        {planned.map(({ at, job, record, what }) => (
          <li key={job}>
            <a href={record.href}>{record.title}</a>{' '}
            {what === 'unpublish' ? 'comes off the site' : 'goes on the site'}
            {at && ` ${ukDateTime(at)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
