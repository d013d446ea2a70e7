import { inTransaction } from '@mentoring/kit/in-transaction'
import { queueMail } from '@mentoring/outbox'
import {
  APIError,
  createLocalReq,
  Forbidden,
  NotFound,
  type PayloadRequest,
  type SanitizedConfig,
  ValidationError,
} from 'payload'

import { findRecord } from '../../database/records.ts'
import { adminLink } from '../messages/admin-link.ts'
import { contactAddress } from '../messages/contact.ts'
import { commsTeam } from '../messages/comms-team.ts'
import type { StaffMailName } from '../messages/staff.ts'
import { accountGone, type Plan, PUBLISH_ON_DATE, WENT_WRONG } from './planned.ts'
import { drafted, findNewest, nameOf } from './record.ts'

/**
 * Gives the task that Payload adds for what has drafts a way to fail that people hear of: with its own, a page whose
 * planner has left would stay as it is and nobody would know. Works on the finished config, where the task is.
 */
export const publishOnDate = (config: SanitizedConfig): SanitizedConfig => {
  const task = config.jobs.tasks?.find(({ slug }) => slug === PUBLISH_ON_DATE)
  if (!task) throw new Error(`Payload no longer has the task ${PUBLISH_ON_DATE}.`)
  task.handler = async ({ input, req }: { input: Plan; req: PayloadRequest }) => {
    try {
      await inTransaction(req, () => carryOut(req, input))
    } catch (error) {
      const problem = problemOf(error)
      await tellComms(req, input, problem)
      // Kept with the job, for the first page; a stack says nothing more.
      throw new Error(problem, { cause: undefined })
    }
    return { output: {} }
  }
  return config
}

/** With the rights that whoever planned it has now. A second time it does nothing. */
const carryOut = async (req: PayloadRequest, { doc, type, user: by }: Plan): Promise<void> => {
  const user = by && (await findRecord(req, 'users', by.value))
  if (!user || user.isDeactivated)
    throw new Stopped(accountGone(user?.name ?? 'Whoever planned it'))
  const asPlanner = await createLocalReq(
    {
      user: { ...user, collection: 'users' },
      context: { changedBy: `${user.name}, on a planned date` },
    },
    req.payload,
  )
  asPlanner.transactionID = req.transactionID
  if (!doc) return
  const { relationTo: collection, value: id } = doc
  const isPublished = async (draft: boolean) => {
    const found = await asPlanner.payload.findByID({
      collection,
      id,
      draft,
      depth: 0,
      overrideAccess: false,
      req: asPlanner,
    })
    return (found as { _status?: string })._status === 'published'
  }
  const isDone = type === 'unpublish' ? !(await isPublished(false)) : await isPublished(true)
  if (isDone) return
  await asPlanner.payload.update({
    collection,
    id,
    data: { _status: type === 'unpublish' ? 'draft' : 'published' },
    depth: 0,
    overrideAccess: false,
    req: asPlanner,
  })
}

/** Can't happen, for a reason that people are told. */
class Stopped extends Error {}

const problemOf = (error: unknown): string => {
  if (error instanceof Stopped) return error.message
  if (error instanceof Forbidden) return 'Whoever planned it may not publish it any more.'
  if (error instanceof NotFound) return 'It has been deleted, or is in the bin.'
  if (error instanceof ValidationError) {
    const problems = error.data.errors.map(
      ({ label, message, path }) => `${typeof label === 'string' ? label : path}: ${message}`,
    )
    return `Something in it is missing or wrong. ${problems.join(' ')}`
  }
  return error instanceof APIError && error.isPublic ? error.message : WENT_WRONG
}

const tellComms = async (
  req: PayloadRequest,
  { doc, type }: Plan,
  problem: string,
): Promise<void> => {
  const config = drafted(req).find(({ slug }) => slug === doc?.relationTo)
  const newest = config && doc && (await findNewest(req, doc.relationTo, doc.value))
  const named = newest && nameOf(req, config, newest)
  for (const { email, name } of await commsTeam(req)) {
    await queueMail({
      req,
      template: 'dateMissed' satisfies StaffMailName,
      about: {},
      to: email,
      values: {
        name,
        what: named ? `${named.kind} “${named.title}”` : 'Something that has been deleted',
        planned: type === 'unpublish' ? 'come off the site' : 'go on the site',
        problem,
        contact: await contactAddress(req),
      },
      links: adminLink(named?.href ?? req.payload.config.routes.admin),
    })
  }
}
