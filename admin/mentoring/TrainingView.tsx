import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import type { TrainingDay } from '../../payload-types.ts'
import '@mentoring/kit/desk.css'
import { findAttendees } from '../../programme/training/training.ts'
import { isCoordinator } from '../../collections/access.ts'
import './mentoring.css'
import { TrainingPage } from './TrainingPage.tsx'

/** The tab "Places" on a training day: who comes, and who came. */
export const TrainingView = async ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req } = initPageResult
  const { config } = req.payload
  // Payload shows the tab to whoever may read the record: who may follow matches is decided here.
  if (!isCoordinator({ req })) {
    return <Gutter className="desk">Only coordinators can see who comes.</Gutter>
  }
  const id = String(doc.id)
  // Payload gives a view the document of whatever collection it stands in.
  const { places, startsAt } = doc as unknown as TrainingDay
  const attendees = await findAttendees(req, id)
  return (
    <Gutter className="desk">
      <TrainingPage
        attendees={attendees.map(({ hasAttended, mentor, place }) => ({
          place,
          name: mentor.name,
          email: mentor.email,
          hasAttended,
        }))}
        csv={`${config.routes.api}/mentoring/places.csv?day=${id}`}
        hasBegun={new Date(startsAt) <= new Date()}
        id={id}
        places={places}
      />
    </Gutter>
  )
}
