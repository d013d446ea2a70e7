import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { chooseProposals, loadDraftPage } from '../workspace/draft-list.ts'
import { findMentors } from '../workspace/mentor-list.ts'
import { loadRecent, loadSupply } from '../workspace/other-tabs.ts'
import { loadChanges } from '../workspace/show-run.ts'
import { surveyPool } from '../workspace/survey.ts'
import { loadGroups, loadWaiting } from '../workspace/waiting-list.ts'
import type { ResolvedOptions } from '../types.ts'

const id = z.union([z.string().min(1).max(64), z.int()]).transform(String)
const text = z.string().max(200)

const place = z.strictObject({
  since: z.number(),
  // A field of the project's, as it is.
  name: z.string().max(100_000),
  id: z.string().max(64),
})
const page = z
  .strictObject({ after: place.optional(), before: place.optional() })
  .refine(({ after, before }) => !after || !before)
const draftFilter = z.strictObject({
  name: text.optional(),
  tier: text.optional(),
  state: z.enum(['locked', 'stale']).optional(),
})
const waitingFilter = z.strictObject({
  text: text.optional(),
  groups: z.record(text, text).optional(),
  days: z.number().optional(),
  draft: z.enum(['with', 'without']).optional(),
  isLeftOver: z.boolean().optional(),
})
/** More than any draft has. */
const ids = z.array(id).max(100_000)

/** Declares an action under `/api/matching/`. */
type Declare = <T>(
  name: string,
  body: z.ZodType<T>,
  act: (req: PayloadRequest, options: ResolvedOptions, input: T) => Promise<object>,
) => Endpoint

/** What the workspace reads when it is looked at. Nothing is changed. */
export const listEndpoints = (read: Declare): Endpoint[] => [
  read('draft', z.strictObject({ filter: draftFilter, page }), loadDraftPage),
  read(
    'chosen',
    z.strictObject({ filter: draftFilter, only: ids.optional(), except: ids.optional() }),
    chooseProposals,
  ),
  read('waiting', z.strictObject({ filter: waitingFilter, page }), loadWaiting),
  read('groups', z.strictObject({}), loadGroups),
  read('survey', z.strictObject({}), surveyPool),
  read('changes', z.strictObject({ run: id, from: z.int().min(0) }), loadChanges),
  read('mentors', z.strictObject({ text: text.optional() }), (req, options, { text }) =>
    findMentors(req, options, text),
  ),
  read('recent', z.strictObject({}), loadRecent),
  read('supply', z.strictObject({}), loadSupply),
]
