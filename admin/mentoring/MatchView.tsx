import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import '@mentoring/kit/desk.css'
import { loadMatch } from '../../programme/coordinators/load-match.ts'
import { isCoordinator } from '../../collections/access.ts'
import { MatchPage } from './MatchPage.tsx'
import './mentoring.css'

/** The tab "After the introduction" on the page of a match. */
export const MatchView = async ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req } = initPageResult
  // Payload shows the tab to whoever may read the record: who may follow matches is decided here.
  const mayFollow = isCoordinator({ req })
  const match = mayFollow ? await loadMatch(req, String(doc.id)) : undefined
  return (
    <Gutter className="desk">
      {match ? (
        <MatchPage match={match} />
      ) : (
        <p>
          {mayFollow
            ? 'This match is no longer on record.'
            : 'Only coordinators can see how matches go on.'}
        </p>
      )}
    </Gutter>
  )
}
