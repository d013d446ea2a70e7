import type { UIFieldServerProps } from 'payload'

import { ukDateTime } from '../../programme/clock/dates.ts'
import { type Planned, plannedBy, takenOverFrom } from '../../programme/content/planned.ts'

/** In the record of a member of staff: what they have planned, and who takes it over or has done so. */
export const PlannedBy = async ({ id, req }: UIFieldServerProps) => {
  if (id === undefined) return null
  const own = await plannedBy(req, String(id))
  const lost = own.filter(({ isOrphan }) => isOrphan)
  const taken = await takenOverFrom(req, String(id))
  return (
    <>
      <Plans list={own.filter(({ isOrphan }) => !isOrphan)}>
        Planned in their name. If you deactivate the account, or take away the right to publish, you
        take this over: it then happens in your name.
      </Plans>
      <Plans list={lost}>
        Planned in their name. It will not happen: they may not publish any more. Take it over on
        the first page of the comms team.
      </Plans>
      <Plans list={taken}>Planned by them, and taken over:</Plans>
    </>
  )
}

const Plans = ({ children, list }: { children: React.ReactNode; list: Planned[] }) =>
  list.length > 0 && (
    <div className="field-type">
      <p>{children}</p>
      <ul>
        {list.map(({ at, by, from, job, record, what }) => (
          <li key={job}>
            <a href={record.href}>{record.title}</a>{' '}
            {what === 'unpublish' ? 'comes off the site' : 'goes on the site'}
            {at && ` ${ukDateTime(at)}`}
            {from && `, in the name of ${by}`}
          </li>
        ))}
      </ul>
    </div>
  )
