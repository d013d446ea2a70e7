import '@mentoring/kit/desk.css'
import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import { speak } from '../languages/index.ts'
import { loadPerson } from '../operations/load-person.ts'
import { optionsOf } from '../options.ts'
import { optionsFor } from '../options-for.ts'
import './matching.css'
import './pages.css'
import { PersonMatching } from './PersonMatching.tsx'

/**
 * The tab "Matching" on the page of a person of either collection. Payload has put it below the
 * person's name and tabs.
 */
export const PersonView = async ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { collectionConfig, req } = initPageResult
  const say = speak(req.i18n)
  const options = optionsOf(req.payload.config)
  const role = collectionConfig?.slug === options.mentees.slug ? 'mentee' : 'mentor'
  // Payload shows the tab to whoever may read the record: who may match is decided here.
  const mayMatch = options.access({ req })
  const person = mayMatch
    ? await loadPerson(req, await optionsFor(req), role, String(doc.id))
    : undefined
  const slugs = { mentee: options.mentees.slug, mentor: options.mentors.slug }
  return (
    <Gutter className="desk">
      {person ? (
        <PersonMatching person={person} slugs={slugs} />
      ) : (
        <p>{say(mayMatch ? 'personGone' : 'onlyCoordinatorsPerson')}</p>
      )}
    </Gutter>
  )
}
