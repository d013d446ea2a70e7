import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import type { ResolvedOptions } from '../types.ts'
import { workOnDraft } from './going.ts'
import { type DraftWork, makeDraft, type RunRequest, type RunSummary } from './make-draft.ts'

/**
 * Matches all who wait, around the locked proposals: stores the run and its proposals, in place of
 * the open proposals of the run before. Nothing is confirmed and nobody is written to. People are read
 * and matched outside any transaction, and a large pool outside this process: others go on meanwhile,
 * and when they change what the result hangs on, it begins again.
 *
 * @throws Refused when it is for some only and none of them waits, when it was stopped, or when people
 *   kept changing; the draft is then as it was.
 */
export const runMatching = (
  req: PayloadRequest,
  options: ResolvedOptions,
  request: RunRequest = {},
): Promise<RunSummary> => workOnDraft(req, options, 'run', matchAll(req, options, request))

/** What a run does when it is its turn. */
export const matchAll =
  (req: PayloadRequest, options: ResolvedOptions, request: RunRequest): DraftWork =>
  (job) =>
    makeDraft(req, options, job, async ({ mentees, proposals }) => {
      const asked = request.mentees && new Set(request.mentees)
      if (asked && !mentees.some(({ id }) => asked.has(id))) {
        const { say, words } = inLanguageOf(req, options)
        throw new Refused(409, say('notWaiting', words), 'notWaiting')
      }
      return { proposals, insisted: [], request }
    })
