import type { CollectionConfig, Config, Field } from 'payload'

import { seenByCode } from '../written-by-code.ts'
import { matchesCollection } from './collections/matches.ts'
import { matchingRunsCollection } from './collections/matching-runs.ts'
import { matchingEndpoints } from './endpoints/index.ts'
import { checkCriteria } from './engine/criteria.ts'
import { TURN_FIELD } from './operations/lock-pair.ts'
import { keepOptions } from './resolved-options.ts'
import type { MatchingOptions, Person, ResolvedOptions } from './types.ts'

const DEFAULT_PERIOD = { firstContactDays: 7, months: 4 }

/**
 * Adds mentor matching to a Payload project: collections for matches and matching runs, the actions
 * under `/api/matching/`, and the workspace at `/admin/matching`. Coordinators decide; nobody is
 * matched by machine alone.
 *
 * @throws at boot, naming the option, when a collection does not exist or the criteria can't work.
 *
 * @example
 * matching<Tutor, Student>({
 *   mentees: { slug: 'students', … },
 *   mentors: { slug: 'tutors', … },
 *   criteria,
 *   …
 * })
 */
export const matching =
  <Mentee extends Person, Mentor extends Person>(options: MatchingOptions<Mentee, Mentor>) =>
  (config: Config): Config => {
    const resolved: ResolvedOptions = { ...options, period: options.period ?? DEFAULT_PERIOD }
    for (const side of ['mentees', 'mentors'] as const) {
      if (!config.collections?.some(({ slug }) => slug === resolved[side].slug)) {
        throw new Error(`matching: ${side}.slug "${resolved[side].slug}" is not a collection.`)
      }
    }
    checkCriteria(resolved.criteria)
    const sides: string[] = [resolved.mentees.slug, resolved.mentors.slug]
    return {
      ...config,
      collections: [
        ...(config.collections ?? []).map((collection) =>
          sides.includes(collection.slug) ? withTurn(collection) : collection,
        ),
        matchesCollection(resolved, titleOf(config, resolved.mentees.slug)),
        matchingRunsCollection(resolved),
      ],
      endpoints: [...(config.endpoints ?? []), ...matchingEndpoints(resolved)],
      custom: { ...config.custom, ...keepOptions(resolved) },
      admin: {
        ...config.admin,
        components: {
          ...config.admin?.components,
          beforeNavLinks: [
            ...(config.admin?.components?.beforeNavLinks ?? []),
            './plugins/matching/admin/NavLink.tsx#MatchingNavLink',
          ],
          views: {
            ...config.admin?.components?.views,
            matching: {
              Component: './plugins/matching/admin/MatchingView.tsx#MatchingView',
              path: '/matching',
              exact: true,
              meta: { title: 'Matching' },
            },
          },
        },
      },
    }
  }

const titleOf = (config: Config, slug: string): string =>
  config.collections?.find((collection) => collection.slug === slug)?.admin?.useAsTitle ?? 'id'

/** See `lockPair`. */
const turnField: Field = {
  name: TURN_FIELD,
  type: 'number',
  defaultValue: 0,
  hidden: true,
  access: seenByCode,
}

const withTurn = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, turnField],
})
