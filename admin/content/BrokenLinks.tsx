import { count } from '@mentoring/kit/text'
import type { PayloadRequest } from 'payload'

import { loadBroken } from '../../programme/outside/load-broken.ts'
import { ukDate } from '../../programme/clock/dates.ts'
import { PlaceLink } from './LinkPlaces.tsx'
import './content.css'

/** For the comms team's first page: links of the public site that have not worked for days. Nothing when all work. */
export const BrokenLinks = async ({ req }: { req: PayloadRequest }) => {
  const broken = await loadBroken(req)
  const { admin } = req.payload.config.routes
  if (broken.length === 0) return null
  return (
    <section className="start__card content-missed">
      <h3>Links that may be broken</h3>
      <p>
        {count(broken.length, 'link')} on the public site did not work on three days or more. Open
        each one yourself, then change it or take it off.
      </p>
      <ul className="content-list">
        {broken.slice(0, SHOWN).map(({ id, lastOkAt, status, url, usedIn }) => (
          <li className="content-link" key={id}>
            <a href={url} rel="noreferrer" target="_blank">
              {url} (opens in a new tab)
            </a>
            . {status}
            {lastOkAt && `, last worked ${ukDate(lastOkAt)}`}. It stands in{' '}
            {usedIn.map((place, i) => (
              <span key={`${place.collection} ${place.id ?? place.title}`}>
                {i > 0 && ', '}
                <PlaceLink admin={admin} place={place} />
              </span>
            ))}
            .
          </li>
        ))}
      </ul>
      {broken.length > SHOWN && (
        <p>
          <a href={`${admin}/collections/link-checks`}>All links to other websites</a>
        </p>
      )}
    </section>
  )
}

/** So many stand on the first page. */
const SHOWN = 10
