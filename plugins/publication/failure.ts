import { inTransaction } from '@mentoring/kit/in-transaction'
import type { PayloadRequest } from 'payload'

import {
  changePublication,
  createPublication,
  findPublications,
  removePublication,
  secondsSince,
} from './rows.ts'
import { type DeclaredOptions, type Publication, UnpublishableContent } from './types.ts'

/** Longer problems are cut. */
const LONGEST_PROBLEM = 2000

type Failed = Pick<Publication, 'by' | 'cause' | 'startedAt'> & {
  /** Of the row, when the build had begun. */
  id?: string
  /** Nobody has changed anything. */
  isLook: boolean
}

/**
 * Notes that the site was not published, and why. Whoever can mend it is told once for each problem, in the same
 * transaction, until the site was built again. What is found again without anybody having changed anything is no news.
 */
export const noteFailure = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  { id, isLook, ...about }: Failed,
  error: Error,
): Promise<void> => {
  const problem = error.message.slice(0, LONGEST_PROBLEM)
  const findings = error instanceof UnpublishableContent ? error.findings : []
  const [last] = await findPublications(req, { status: { not_equals: 'building' } }, { limit: 1 })
  if (isLook && last?.status === 'failed' && last.problem === problem) {
    if (id) await removePublication(req, id)
    return
  }
  req.payload.logger.error({ msg: 'The site was not published', reason: problem })
  const failed = {
    ...about,
    status: 'failed',
    problem,
    findings,
    seconds: secondsSince(about.startedAt),
  } as const
  const note = (tell: DeclaredOptions['onFailure']) =>
    inTransaction(req, async () => {
      // A look may say the same in other words each time.
      const isNews = !(isLook && last?.status === 'failed') && !(await isTold(req, problem))
      const row = id ? { ...failed, id } : await createPublication(req, failed)
      if (id) await changePublication(req, id, failed)
      if (isNews) await tell?.(req, row)
    })
  try {
    await note(options.onFailure)
  } catch (fault) {
    // That nobody could be told is no reason not to say it in the admin.
    const reason = (fault as Error).name
    req.payload.logger.error({ msg: 'Nobody was told that the site was not published', reason })
    await note(undefined)
  }
}

/** Has a publication failed by this since one was built? */
const isTold = async (req: PayloadRequest, problem: string): Promise<boolean> => {
  const [built] = await findPublications(
    req,
    {
      and: [
        { status: { in: ['live', 'kept', 'gone'] } },
        // Going back mends nothing.
        { or: [{ cause: { not_equals: 'rollback' } }, { cause: { exists: false } }] },
      ],
    },
    { limit: 1 },
  )
  const since = { number: { greater_than: built?.number ?? 0 } }
  const failed = { status: { equals: 'failed' } }
  const rows = await findPublications(req, { and: [since, failed] })
  return rows.some((row) => row.problem === problem)
}
