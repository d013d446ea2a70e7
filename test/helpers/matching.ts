import type { Match } from '../../payload-types.ts'
import { loadPerson, type Role as Side } from '../../plugins/matching/operations/load-person.ts'
import type { RunRow } from '../../plugins/matching/operations/runs.ts'
import type { ShownProposal } from '../../plugins/matching/workspace/shown.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import { type Answer, boot, type Installation } from './boot.ts'
import { type WholeWorkspace, wholeWorkspace } from './whole-workspace.ts'

/** An installation with shorthands for the matching. */
export type Matching = Installation & {
  /** One of the coordinators' actions. */
  act: (name: string, body: unknown, as?: 'coordinator' | 'comms') => Promise<Answer>
  /** Rows of the collection of matches, people by id. */
  matches: (status?: Match['status']) => Promise<(Match & { mentee: string; mentor: string })[]>
  /** The one proposal of a mentee. */
  proposalOf: (mentee: { id: string }) => Promise<Match & { mentee: string; mentor: string }>
  /** Who is proposed to whom: ids of mentors by id of the mentee. */
  pairs: () => Promise<Record<string, string>>
  /** Matching runs as they are kept, the latest first. */
  runs: () => Promise<RunRow[]>
  /** All that can be seen there, on all pages. */
  workspace: () => Promise<WholeWorkspace>
  /** What the workspace shows of a mentee's proposal. */
  shown: (mentee: { id: string }) => Promise<ShownProposal>
  person: (side: Side, id: string) => ReturnType<typeof loadPerson>
  /** Removes everybody and everything that was decided; settings stay. */
  empty: () => Promise<void>
}

/** Starts the CMS as `boot` does. */
export const bootMatching = async (): Promise<Matching> => {
  const app = await boot()
  const { payload } = app
  const matches: Matching['matches'] = async (status) => {
    const { docs } = await payload.find({
      collection: 'matches',
      where: status ? { status: { equals: status } } : {},
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    return docs as (Match & { mentee: string; mentor: string })[]
  }
  const workspace = async () => wholeWorkspace(await app.reqAs('coordinator'))
  return {
    ...app,
    act: (name, body, as = 'coordinator') => app.rest('POST', `/matching/${name}`, { as, body }),
    matches,
    proposalOf: async ({ id }) => (await matches('proposed')).find((match) => match.mentee === id)!,
    pairs: async () =>
      Object.fromEntries((await matches('proposed')).map(({ mentee, mentor }) => [mentee, mentor])),
    runs: async () => {
      const { docs } = await payload.find({
        collection: 'matching-runs',
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      // The plugin gives its collection these fields; the generated types know them as JSON.
      return docs as unknown as RunRow[]
    },
    workspace,
    shown: async ({ id }) => (await workspace()).proposals.find(({ mentee }) => mentee.id === id)!,
    person: async (side, id) => {
      const req = await app.reqAs('coordinator')
      return loadPerson(req, await optionsFor(req), side, id)
    },
    empty: async () => {
      const all = [
        'agreements',
        'match-steps',
        'meetings',
        'mailed-codes',
        'known-devices',
        'visits',
        'personal-links',
        'surveys',
        'training-places',
        'training-days',
        'matches',
        'mails',
        'mentees',
        'mentors',
        'matching-runs',
        'matching-introductions',
        'payload-jobs',
      ] as const
      for (const collection of all) await payload.db.deleteMany({ collection, where: {} })
    },
  }
}
