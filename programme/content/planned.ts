import type { PayloadRequest } from 'payload'

import { isComms } from '../../collections/access.ts'
import { findRecord } from '../../database/records.ts'
import type { TaskSchedulePublish, User } from '../../payload-types.ts'
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
  /** Who planned it, when somebody else has taken it over. */
  from?: { relationTo: 'users'; value: string }
}

/** Something that is to go up or come down on a date. */
export type Planned = {
  job: string
  what: 'publish' | 'unpublish'
  record: Named
  at?: string
  by: string
  /** Who planned it, when `by` has taken it over. */
  from?: string
  /** Whoever it goes by may not publish any more: it can be taken over. */
  isOrphan: boolean
  /** Why it did not happen, or will not. */
  problem?: string
}

/** A plan as it is kept. */
export type Job = {
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
export const plannedBy = async (req: PayloadRequest, user: string): Promise<Planned[]> =>
  describeAll(req, await findPlansOf(req, user))

/** What a member of staff has planned that others have taken over since. */
export const takenOverFrom = async (req: PayloadRequest, user: string): Promise<Planned[]> =>
  describeAll(req, await findPlansOf(req, user, 'from'))

/** The plans themselves that go by a member of staff, or that others have taken over from them. */
export const findPlansOf = async (
  req: PayloadRequest,
  staff: string,
  as: 'from' | 'user' = 'user',
): Promise<Job[]> =>
  (await findJobs(req)).filter(
    ({ hasError, input }) => !hasError && String(input[as]?.value) === staff,
  )

/** A plan by its job; nothing for jobs of other kinds. */
export const findJob = async (req: PayloadRequest, job: string): Promise<Job | undefined> => {
  const found = await req.payload.db.findOne<Job & { taskSlug?: string }>({
    collection: 'payload-jobs',
    where: { id: { equals: job } },
    req,
  })
  return found?.taskSlug === PUBLISH_ON_DATE ? found : undefined
}

/** Does this account let somebody publish content now? */
export const mayPublish = (user: User): boolean =>
  user.isDeactivated !== true && isComms({ req: { user: { ...user, collection: 'users' } } })

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
  const { doc, from, type, user } = job.input
  const config = drafted(req).find(({ slug }) => slug === doc?.relationTo)
  if (!config || !doc) return []
  const newest = await findNewest(req, doc.relationTo, doc.value)
  const staff = user && (await findRecord(req, 'users', user.value))
  const by = staff?.name ?? 'Somebody'
  const planner = from && (await findRecord(req, 'users', from.value))
  return [
    {
      job: String(job.id),
      what: type ?? 'publish',
      record: newest
        ? nameOf(req, config, newest)
        : { ...nameOf(req, config, { id: doc.value }), title: 'Something that has been deleted' },
      at: job.waitUntil ?? undefined,
      by,
      from: planner?.name,
      isOrphan: !job.hasError && !(staff && mayPublish(staff)),
      problem: job.hasError ? (job.error?.message ?? WENT_WRONG) : willFail(staff, by),
    },
  ]
}

const willFail = (staff: User | undefined, by: string): string | undefined => {
  if (staff && mayPublish(staff)) return undefined
  const why = staff && !staff.isDeactivated ? `${by} may not publish any more.` : accountGone(by)
  return `It will not happen: ${why}`
}

/** Said when nothing better is known. */
export const WENT_WRONG = 'Something went wrong.'

/** Nothing is published in the name of somebody who is no longer there. */
export const accountGone = (name: string): string =>
  `${name} no longer has an account. Plan it again yourself.`
