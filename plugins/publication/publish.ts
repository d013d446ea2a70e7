import { isDeepStrictEqual } from 'node:util'

import { Mutex } from 'async-mutex'
import type { PayloadRequest } from 'payload'

import { buildSite } from './build-site.ts'
import { lastPublication } from './last-publication.ts'
import { liveSnapshot } from './live-snapshot.ts'
import {
  type Finding,
  type Publication,
  type PublicationOptions,
  UnpublishableContent,
} from './types.ts'

/** The job that brings the site up to date. */
export const PUBLISH_SITE = 'publishSite'

/** The queue the job runs on. */
export const PUBLICATION_QUEUE = 'publication'

const oneAtATime = new Mutex()

/**
 * Brings the public site up to date with what is published. Of many changes at once the first
 * job builds them all and the others find nothing to do. What happens is kept as a row in
 * `publications`, for editors to see.
 *
 * @param isForced build even when the content is the one that is up, for example with new templates.
 * @param isLook nobody has changed anything: a failure that editors know already is not told again.
 */
export const publishSite = (
  req: PayloadRequest,
  options: PublicationOptions,
  isForced: boolean,
  isLook = false,
): Promise<void> =>
  oneAtATime.runExclusive(async () => {
    const { payload } = req
    const startedAt = new Date()
    const record = async (data: Omit<Publication, 'seconds' | 'startedAt'>) => {
      await payload.create({
        collection: 'publications',
        data: {
          ...data,
          startedAt: startedAt.toISOString(),
          seconds: Math.round((Date.now() - startedAt.getTime()) / 100) / 10,
        },
        overrideAccess: true,
        req,
      })
    }
    let pages: number
    let findings: Finding[]
    try {
      const content = await options.snapshot(req)
      const { snapshot } = content
      findings = content.findings
      const live = await liveSnapshot(options.directory)
      const isUp = live?.fingerprint === snapshot.fingerprint
      if (!isForced && isUp && (await isKnown(req, findings))) return
      ;({ pages } = await buildSite({ ...options, snapshot }))
    } catch (error) {
      const problem = (error as Error).message.slice(0, 2000)
      const last = isLook ? await lastPublication({ payload, req }) : undefined
      if (last?.status === 'failed' && last.problem === problem) return
      payload.logger.error({ msg: 'The site was not published', reason: problem })
      await record({
        status: 'failed',
        problem,
        findings: error instanceof UnpublishableContent ? error.findings : [],
      })
      return
    }
    await record({ status: 'live', pages, findings })
  })

/** Did the last publication go up and say the same? What is left out changes nothing on the site. */
const isKnown = async (req: PayloadRequest, findings: Finding[]): Promise<boolean> => {
  const last = await lastPublication({ payload: req.payload, req })
  return last?.status === 'live' && isDeepStrictEqual(last.findings ?? [], findings)
}

/** Queues the job in the transaction of `req`. */
export const queuePublication = (req: PayloadRequest, isForced = false) =>
  req.payload.jobs.queue({
    task: PUBLISH_SITE,
    queue: PUBLICATION_QUEUE,
    input: { isForced },
    overrideAccess: true,
    req,
  })

/**
 * Queues the job at start, in place of those that a process before this one has left: one build shows
 * all they were about. After many crashes the builds of each would else hold up the server.
 */
export const queueFirstPublication = async (req: PayloadRequest): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: PUBLISH_SITE } },
    req,
  })
  await queuePublication(req, true)
}
