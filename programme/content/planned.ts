import type { PayloadRequest } from 'payload'

import { findRecord } from '../../database/records.ts'
import type { TaskSchedulePublish } from '../../payload-types.ts'
import { drafted, findNewest, type Named, nameOf } from './record.ts'

/** The task by which Payload publishes what has drafts on a date, and the queue it goes by. */
export const PUBLISH_ON_DATE = 'schedulePublish'
export const DATES_QUEUE = 'default'

/** A collection whose records have drafts. */
export type Drafted = NonNullable<TaskSchedulePublish['input']['doc']>['relationTo']

/** What the task is given. */
export type Plan = {
  type?: 'publish' | 'unpublish'
  doc?: { relationTo: Drafted; value: string }
  user?: { relationTo: 'users'; value: string }
}

/** Something that is to go up or come down on a date. */
export type Planned = {
  job: string
  what: 'publish' | 'unpublish'
  record: Named
  at?: string
  by: string
  /** Why it did not happen, or will not. */
  problem?: string
}

type Job = {
  id: string
  error?: { message?: string }
  hasError?: boolean
  input: Plan
  waitUntil?: string
}

/** All that is planned, or was and did not happen, the first one first. */
export const loadPlanned = async (req: PayloadRequest): Promise<Planned[]> =>
  describeAll(req, await findJobs(req))

/** What a member of staff has planned that has not happened yet. */
export const plannedBy = async (req: PayloadRequest, user: string): Promise<Planned[]> => {
  const jobs = await findJobs(req)
  return describeAll(
    req,
    jobs.filter(({ hasError, input }) => !hasError && String(input.user?.value) === user),
  )
}

const findJobs = async (req: PayloadRequest): Promise<Job[]> => {
  const { docs } = await req.payload.db.find<Job>({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: PUBLISH_ON_DATE } },
    sort: 'waitUntil',
    limit: 500,
    pagination: false,
    req,
  })
  return docs
}

const describeAll = async (req: PayloadRequest, jobs: Job[]): Promise<Planned[]> => {
  const planned: Planned[] = []
  for (const job of jobs) planned.push(...(await describe(req, job)))
  return planned
}

const describe = async (req: PayloadRequest, job: Job): Promise<Planned[]> => {
  const { doc, type, user } = job.input
  const config = drafted(req).find(({ slug }) => slug === doc?.relationTo)
  if (!config || !doc) return []
  const newest = await findNewest(req, doc.relationTo, doc.value)
  const staff = user && (await findRecord(req, 'users', user.value))
  const by = staff?.name ?? 'Somebody'
  return [
    {
      job: String(job.id),
      what: type ?? 'publish',
      record: newest
        ? nameOf(req, config, newest)
        : { ...nameOf(req, config, { id: doc.value }), title: 'Something that has been deleted' },
      at: job.waitUntil ?? undefined,
      by,
      problem: job.hasError
        ? (job.error?.message ?? WENT_WRONG)
        : staff && staff.isDeactivated !== true
          ? undefined
          : `It will not happen: ${accountGone(by)}`,
    },
  ]
}

/** Said when nothing better is known. */
export const WENT_WRONG = 'Something went wrong.'

/** Nothing is published in the name of somebody who is no longer there. */
export const accountGone = (name: string): string =>
  `${name} no longer has an account. Plan it again yourself.`
