import { addRound } from '@mentoring/kit/rounds'
import type { CollectionConfig, Config, EditConfig } from 'payload'

import { personalLinks } from './links/collection.ts'
import { knownDevices, mailedCodes, visits } from './links/visit-collections.ts'
import { endLinksOfOldAddress, eraseLinks } from './links/end-links.ts'
import { agreements } from '../collections/Agreements.ts'
import { matchFields } from '../collections/match-fields.ts'
import { matchSteps } from '../collections/MatchSteps.ts'
import { meetings } from '../collections/Meetings.ts'
import { mentoringSettings } from '../globals/MentoringSettings.ts'
import { surveys } from '../collections/Surveys.ts'
import { trainingDays, trainingPlaces } from '../collections/Training.ts'
import { eraseMatch, erasePerson } from './people/erasure.ts'
import { coordinatorEndpoints } from './coordinators/endpoints.ts'
import { giveBackWhatIsHeld } from './people/leaving.ts'
import { keepOptions, resolveOptions } from './matches/options.ts'
import { followRound } from './matches/follow-round.ts'
import { myEndpoints } from './pages/endpoints.ts'
import type { MentoringOptions } from './matches/types.ts'

/**
 * What happens after the introduction: a clock for every match, personal pages for mentors and
 * mentees by links in their mail, the mentoring agreement, meetings, extension and exit, reminders,
 * and for coordinators an attention list, a page for every match, figures and training days.
 *
 * Goes after the matching plugin, to whose collection of matches it adds.
 */
export const mentoring =
  (given: MentoringOptions) =>
  (config: Config): Config => {
    const options = resolveOptions(given)
    const withRound = addRound(config, followRound(options))
    return {
      ...withRound,
      collections: [
        ...(config.collections ?? []).map((collection) => withClock(collection)),
        ...[agreements, matchSteps, meetings, surveys, trainingDays, trainingPlaces].map((make) =>
          make(options),
        ),
        personalLinks,
        visits,
        knownDevices,
        mailedCodes,
      ],
      endpoints: [...(config.endpoints ?? []), ...myEndpoints, ...coordinatorEndpoints(options)],
      admin: {
        ...config.admin,
        components: {
          ...config.admin?.components,
          beforeNavLinks: [
            ...(config.admin?.components?.beforeNavLinks ?? []),
            './admin/mentoring/NavLink.tsx#MentoringNavLink',
          ],
          views: {
            ...config.admin?.components?.views,
            mentoring: {
              Component: './admin/mentoring/MentoringView.tsx#MentoringView',
              path: '/mentoring',
              exact: true,
              meta: { title: 'After the match' },
            },
          },
        },
      },
      globals: [...(config.globals ?? []), mentoringSettings(options)],
      custom: { ...withRound.custom, ...keepOptions(options) },
    }
  }

/** What the plugin adds to matches and people; other collections are left as they are. */
const withClock = (collection: CollectionConfig): CollectionConfig => {
  const { fields, hooks, slug } = collection
  const erase = { matches: eraseMatch, mentors: erasePerson, mentees: erasePerson }[slug]
  if (!erase) return collection
  return {
    ...collection,
    fields: slug === 'matches' ? [...fields, ...matchFields] : fields,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks?.afterChange ?? []),
        ...(slug === 'matches' ? [] : [endLinksOfOldAddress, giveBackWhatIsHeld]),
      ],
      beforeDelete: [...(hooks?.beforeDelete ?? []), eraseLinks, erase],
    },
    admin: slug === 'matches' ? withClockTab(collection.admin) : collection.admin,
  }
}

/** A tab on every match: where it stands, its history, and what can be done on somebody's behalf. */
const withClockTab = (admin: CollectionConfig['admin']): CollectionConfig['admin'] => ({
  ...admin,
  components: {
    ...admin?.components,
    views: {
      ...admin?.components?.views,
      edit: {
        ...admin?.components?.views?.edit,
        clock: {
          Component: './admin/mentoring/MatchView.tsx#MatchView',
          path: '/clock',
          tab: { label: 'After the introduction', href: '/clock' },
          meta: { title: 'After the introduction' },
        },
        // Payload's type wants either a view of its own for everything or named ones.
      } as EditConfig,
    },
  },
})
