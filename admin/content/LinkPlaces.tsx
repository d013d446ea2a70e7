import type { UIFieldServerComponent } from 'payload'

import type { UsedIn } from '../../programme/outside/used-in.ts'
import './content.css'

/** On the page of a link to another website: the records in which it stands. */
export const LinkPlaces: UIFieldServerComponent = ({ data, req }) => {
  const places = (data as { usedIn?: UsedIn[] } | undefined)?.usedIn ?? []
  if (places.length === 0) return null
  return (
    <section className="link-places">
      <h3>Where it stands</h3>
      <ul className="content-list">
        {places.map((place) => (
          <li key={`${place.collection} ${place.id ?? place.title}`}>
            <PlaceLink admin={req.payload.config.routes.admin} place={place} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Leads to a record in which a link stands, or to its list when the record has another name by now. */
export const PlaceLink = ({ admin, place }: { admin: string; place: UsedIn }) => (
  <a href={`${admin}/collections/${place.collection}${place.id ? `/${place.id}` : ''}`}>
    {place.title}
  </a>
)
