import { addRound, queueRound } from '@mentoring/kit/rounds'
import type { CollectionConfig, Config, EditConfig } from 'payload'

import { Agreements } from '../collections/Agreements.ts'
import { formIn } from '../collections/forms.ts'
import { matchFields, matchIndexes } from '../collections/match-fields.ts'
import { MatchSteps } from '../collections/MatchSteps.ts'
import { Meetings } from '../collections/Meetings.ts'
import { Surveys } from '../collections/Surveys.ts'
import { TrainingDays, TrainingPlaces } from '../collections/Training.ts'
import { MentoringSettings } from '../globals/MentoringSettings.ts'
import { takePlan } from './content/hand-over.ts'
import { forgetPlan } from './content/plan.ts'
import { DATES_QUEUE } from './content/planned.ts'
import { reviewRound } from './content/reviews.ts'
import { coordinatorEndpoints } from './coordinators/endpoints.ts'
import { PersonalLinks } from './links/collection.ts'
import { endLinksOfOldAddress, eraseLinks } from './links/end-links.ts'
import { KnownDevices, MailedCodes, Visits } from './links/visit-collections.ts'
import { followRound } from './matches/follow-round.ts'
import { LinkChecks } from './outside/collection.ts'
import { linkRound } from './outside/check-links.ts'
import { myEndpoints } from './pages/endpoints.ts'
import { eraseMatch, erasePerson } from './people/erasure.ts'
import { giveBackWhatIsHeld } from './people/leaving.ts'
import { SignUpDrafts } from './people/sign-up/drafts/collection.ts'
import { forgetRound } from './people/sign-up/drafts/forget.ts'
import { signUpEndpoints } from './people/sign-up/index.ts'
import { PreviewLinks } from './site/preview/collection.ts'
import { previewEndpoints } from './site/preview/endpoints.ts'
import { withAccountRules } from './staff/accounts.ts'
import { writeOfChange, writeOfDeletion } from './training/hooks.ts'

/**
 * The programme itself: sign-up, accounts of staff, a clock for every match after the introduction, personal pages for
 * mentors and mentees by links in their mail, the mentoring agreement, meetings, extension and exit,
 * reminders, and for coordinators an attention list, a page for every match, figures and training days.
 *
 * Goes after the matching plugin, to whose collection of matches it adds.
 */
export const programme = (config: Config): Config => {
  const withRound = [
    followRound,
    forgetRound,
    reviewRound,
    linkRound,
    queueRound(DATES_QUEUE),
  ].reduce(addRound, config)
  return {
    ...withRound,
    collections: [
      ...(config.collections ?? []).map((collection) =>
        collection.slug === 'users' ? withAccountRules(collection) : withClock(collection),
      ),
      Agreements,
      MatchSteps,
      Meetings,
      Surveys,
      withLetters(TrainingDays),
      TrainingPlaces,
      PersonalLinks,
      Visits,
      KnownDevices,
      MailedCodes,
      SignUpDrafts,
      PreviewLinks,
      LinkChecks,
    ],
    endpoints: [
      ...(config.endpoints ?? []),
      ...signUpEndpoints,
      ...myEndpoints,
      ...coordinatorEndpoints,
      ...previewEndpoints,
      forgetPlan,
      takePlan,
    ],
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
    globals: [...(config.globals ?? []), MentoringSettings],
  }
}

/** What the programme adds to matches and people; other collections are left as they are. */
const withClock = (collection: CollectionConfig): CollectionConfig => {
  const { fields, hooks, slug } = collection
  const erase = { matches: eraseMatch, mentors: erasePerson, mentees: erasePerson }[slug]
  if (!erase) return formIn(slug) ? withLinks(collection) : collection
  return {
    ...collection,
    fields: slug === 'matches' ? [...fields, ...matchFields] : fields,
    indexes:
      slug === 'matches' ? [...(collection.indexes ?? []), ...matchIndexes] : collection.indexes,
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

/** Links of those whom nobody is looked for end and go as those of the others do. */
const withLinks = ({ hooks, ...people }: CollectionConfig): CollectionConfig => ({
  ...people,
  hooks: {
    ...hooks,
    afterChange: [...(hooks?.afterChange ?? []), endLinksOfOldAddress],
    beforeDelete: [...(hooks?.beforeDelete ?? []), eraseLinks],
  },
})

/** Whoever has a place hears of it when their training day moves or is off. */
const withLetters = ({ hooks, ...days }: CollectionConfig): CollectionConfig => ({
  ...days,
  hooks: { ...hooks, afterChange: [writeOfChange], beforeDelete: [writeOfDeletion] },
})

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
