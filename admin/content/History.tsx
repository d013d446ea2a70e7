import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import '@mentoring/kit/desk.css'
import './content.css'
import { loadHistory, type Made } from '../../collections/content/history.ts'
import { ukDateTime } from '../../programme/clock/dates.ts'
import { VersionLink } from './VersionLink.tsx'

/** The tab “Versions”: who has made which version and when, and the way to each. */
export const History = async ({
  initPageResult: { collectionConfig, docID, req },
  routeSegments,
  searchParams,
  versions: how,
}: DocumentViewServerProps) => {
  const { slug, admin, labels } = collectionConfig!
  const wanted = Number(searchParams?.page) || 1
  const { made, page, pages } = await loadHistory(req, {
    collection: slug,
    id: String(docID),
    page: wanted,
  })
  const here = `${req.payload.config.routes.admin}/${routeSegments.join('/')}`
  const isChoice = how?.useVersionDrawerCreatedAtCell ?? false
  const list = (
    <>
      {made.length === 0 ? (
        <p>Nothing has been saved yet.</p>
      ) : (
        <Versions here={here} isChoice={isChoice} made={made} />
      )}
      {pages > 1 && !isChoice && (
        <p className="history__pages">
          {page > 1 && <a href={`${here}?page=${page - 1}`}>Newer versions</a>} Page {page} of{' '}
          {pages} {page < pages && <a href={`${here}?page=${page + 1}`}>Older versions</a>}
        </p>
      )}
    </>
  )
  if (how?.disableGutter) return list
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={slug}
        id={docID}
        isTrashed={routeSegments[2] === 'trash'}
        pluralLabel={labels.plural}
        useAsTitle={admin.useAsTitle}
        view="Versions"
      />
      <Gutter className="desk history">{list}</Gutter>
    </>
  )
}

type ListProps = { here: string; isChoice: boolean; made: Made[] }

const Versions = ({ here, isChoice, made }: ListProps) => {
  const hasStanding = made.some(({ standing }) => standing)
  return (
    <div className="desk__table-wrap">
      <table className="desk__table">
        <caption>
          Open a version to see what it changed{hasStanding && ', and to put it back as a draft'}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Saved</th>
            <th scope="col">By</th>
            {hasStanding && <th scope="col">On the site</th>}
            <th scope="col">What has changed</th>
          </tr>
        </thead>
        <tbody>
          {made.map(({ at, by, id, note, standing }) => (
            <tr key={id}>
              <th scope="row">
                <VersionLink href={`${here}/${id}`} id={id} isChoice={isChoice}>
                  {ukDateTime(at)}
                </VersionLink>
              </th>
              <td>{by}</td>
              {hasStanding && <td>{standing}</td>}
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
