import { addTexts, inEachLanguage } from '@mentoring/kit/add-texts'
import { ENGLISH, type PlainKey } from '@mentoring/kit/languages'
import { addRound } from '@mentoring/kit/rounds'
import { seenByCode } from '@mentoring/kit/written-by-code'
import type {
  CollectionBeforeDeleteHook,
  CollectionConfig,
  Config,
  EditConfig,
  Field,
} from 'payload'
import { APIError } from 'payload'

import { introductionsCollection } from './collections/introductions.ts'
import { matchesCollection } from './collections/matches.ts'
import { matchingRunsCollection } from './collections/matching-runs.ts'
import { matchingSettingsGlobal } from './collections/matching-settings.ts'
import { component } from './component.ts'
import { matchingEndpoints } from './endpoints/index.ts'
import { TEXTS } from './languages/all.ts'
import { NAMESPACE, speak, wordsIn } from './languages/index.ts'
import { checkInstallation } from './operations/check-installation.ts'
import { introductionsRound } from './operations/introduce-many.ts'
import { TURN_FIELD } from './operations/lock-pair.ts'
import { declareOptions, keepOptions } from './options.ts'
import { countMatches, deleteMatches } from './store.ts'
import type { DeclaredOptions, MatchingOptions, Person } from './types.ts'

export { pointsFor } from './pool/criteria.ts'
export type { Criteria, Points, Rule, Rung, Sides } from './pool/criteria.ts'
export { daysBetween } from './operations/load-pool.ts'
export { TURN_FIELD } from './operations/lock-pair.ts'
export type { MatchingTexts } from './languages/index.ts'
export { MATCH_STATES } from './types.ts'
export type { FollowingState, MatchEvent, MatchingOptions, OwnSettings } from './types.ts'

/**
 * Adds mentor matching to a Payload project: collections for matches and matching runs, a global
 * with the coordinators' settings, the actions under `/api/matching/`, the workspace at
 * `/admin/matching`, and a page about the matching for every person of both collections.
 * Coordinators decide; nobody is matched by machine alone. `README.md` shows how to install it.
 *
 * @throws at boot, naming the option, when a collection does not exist or the criteria can't work.
 *
 * @example
 * matching<Student, Tutor>({
 *   mentees: { slug: 'students', … },
 *   mentors: { slug: 'tutors', … },
 *   criteria,
 *   …
 * })
 */
export const matching =
  <Mentee extends Person, Mentor extends Person, Names = undefined>(
    given: MatchingOptions<Mentee, Mentor, Names>,
  ) =>
  (config: Config): Config => {
    const i18n = addTexts(config, NAMESPACE, TEXTS)
    const options = {
      ...declareOptions(given, config),
      inEach: (key: PlainKey<typeof TEXTS.en>) => inEachLanguage(i18n, NAMESPACE, key),
    }
    const extended = addRound(config, introductionsRound(options))
    return {
      ...extended,
      i18n,
      collections: [
        ...(config.collections ?? []).map((collection) => withMatching(collection, options)),
        matchesCollection(options),
        matchingRunsCollection(options),
        introductionsCollection(options),
      ],
      globals: [...(config.globals ?? []), matchingSettingsGlobal(options)],
      endpoints: [...(config.endpoints ?? []), ...matchingEndpoints(options)],
      custom: { ...extended.custom, ...keepOptions(options) },
      onInit: async (payload) => {
        await extended.onInit?.(payload)
        await checkInstallation(payload, options)
      },
      admin: {
        ...config.admin,
        components: {
          ...config.admin?.components,
          beforeNavLinks: [
            ...(config.admin?.components?.beforeNavLinks ?? []),
            component('rsc', 'MatchingNavLink'),
          ],
          views: {
            ...config.admin?.components?.views,
            matching: {
              Component: component('rsc', 'MatchingView'),
              path: '/matching',
              exact: true,
              meta: { title: TEXTS.en.matching },
            },
          },
        },
      },
    }
  }

/** See `lockPair`. */
const turnField: Field = {
  name: TURN_FIELD,
  type: 'number',
  defaultValue: 0,
  hidden: true,
  access: seenByCode,
}

/** What the plugin adds to each of the two collections; others are left as they are. */
const withMatching = (collection: CollectionConfig, options: DeclaredOptions): CollectionConfig => {
  const { labels, mentees, mentors } = options
  if (collection.slug !== mentees.slug && collection.slug !== mentors.slug) return collection
  const role = collection.slug === mentees.slug ? 'mentee' : 'mentor'
  const { admin, hooks } = collection
  return {
    ...collection,
    fields: [...collection.fields, turnField, ...(role === 'mentee' ? [waitColumn(options)] : [])],
    hooks: { ...hooks, beforeDelete: [...(hooks?.beforeDelete ?? []), ...erase(role, options)] },
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        ...(role === 'mentee' && {
          beforeListTable: [
            ...(admin?.components?.beforeListTable ?? []),
            {
              path: component('client', 'MatchSelected'),
              clientProps: {
                available: mentees.available,
                slugs: { mentees: mentees.slug, mentors: mentors.slug },
              },
            },
          ],
        }),
        views: {
          ...admin?.components?.views,
          edit: {
            ...admin?.components?.views?.edit,
            matching: {
              Component: component('rsc', 'PersonView'),
              path: '/matching',
              tab: { label: ({ t }) => t(`${NAMESPACE}:matching`), href: '/matching' },
              // Payload takes the title of a browser's tab as one text for all readers.
              meta: {
                title: speak(ENGLISH)('matchingOf', { person: wordsIn(labels, ENGLISH)[role] }),
              },
            },
            // Payload's type wants either a view of its own for everything or named ones.
          } as EditConfig,
        },
      },
    },
  }
}

/** How long somebody waits, as a column of the list. */
const waitColumn = ({ inEach }: DeclaredOptions): Field => ({
  name: 'waitingTime',
  type: 'ui',
  label: inEach('waitingTime'),
  admin: { components: { Cell: component('rsc', 'WaitCell') }, disableBulkEdit: true },
})

/**
 * Erasing somebody takes their proposals and closed matches with them, in the same transaction,
 * before the record that those refer to. Somebody with an open match can't be erased: the other
 * person would be left without a word.
 */
const erase = (
  role: 'mentee' | 'mentor',
  options: DeclaredOptions,
): CollectionBeforeDeleteHook[] => [
  async ({ id, req }) => {
    const own = { [role]: { equals: id } }
    // Asked for the code's own sake: whoever may erase somebody need not see matches.
    const open = await countMatches(
      req,
      options,
      { and: [own, { status: { in: options.states.open } }] },
      true,
    )
    if (open > 0) {
      throw new APIError(speak(req.i18n)('openMatch'), 409, undefined, true)
    }
    await deleteMatches(req, options, own)
  },
]
