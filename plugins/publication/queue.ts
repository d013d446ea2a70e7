import { AsyncLocalStorage } from 'node:async_hooks'

import type { Payload, PayloadRequest } from 'payload'

import type { Cause } from './types.ts'

/** The job that brings the site up to date. */
export const PUBLISH_SITE = 'publishSite'

/** The queue the job runs on. */
export const PUBLICATION_QUEUE = 'publication'

/** What a job is given: the id of whoever caused it, never their name. */
export type JobInput = { isForced?: boolean; cause?: string; by?: string }

/** Runs while Payload publishes what was scheduled. */
const scheduled = new AsyncLocalStorage<true>()

/**
 * Queues the job in the transaction of `req`.
 *
 * @param isForced build even when the content is the one that is up
 */
export const queuePublication = (
  req: PayloadRequest,
  { cause, isForced = false }: { cause?: Cause; isForced?: boolean } = {},
) =>
  req.payload.jobs.queue({
    task: PUBLISH_SITE,
    queue: PUBLICATION_QUEUE,
    input: {
      isForced,
      cause: cause ?? (scheduled.getStore() ? 'schedule' : 'publish'),
      ...byOf(req),
    },
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
  await queuePublication(req, { cause: 'start', isForced: true })
}

/** The member of staff who asks. Nobody else who may have an account of a project is named. */
export const byOf = ({ payload, user }: PayloadRequest): { by?: string } =>
  user && user.collection === payload.config.admin.user ? { by: `${user.id}` } : {}

/** Marks what Payload's own job does at a time that an editor has set. */
export const noteSchedules = ({ config }: Payload): void => {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')
  const handler = task?.handler
  if (typeof handler !== 'function') return
  task!.handler = ((args: Parameters<typeof handler>[0]) =>
    scheduled.run(true, () => handler(args))) as typeof handler
}
