import { defineAction } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import { docAccessOperation, Forbidden, type PayloadRequest, type ServerFunction } from 'payload'
import { z } from 'zod'

import { isComms } from '../../collections/access.ts'
import { DATES_QUEUE, findJob, type Plan, PUBLISH_ON_DATE } from './planned.ts'
import { drafted } from './record.ts'

/** What the admin's dialogue asks for. */
type Asked = Plan & { date?: Date | string; deleteID?: string; timezone?: string }

/**
 * Stands before what Payload does for its dialogue “Schedule publish”, which any member of staff could call for any
 * record, and by which they could delete what others have planned: only who may publish a record plans for it.
 */
export const planFromAdmin: ServerFunction = async ({ req, ...asked }) => {
  try {
    // What the dialogue sends; nothing of it is believed.
    return await planDate(req, asked as unknown as Asked)
  } catch (error) {
    // Next tells a browser nothing of what is thrown.
    if (error instanceof Forbidden || error instanceof Refused) return { error: error.message }
    throw error
  }
}

/** @throws Forbidden for whoever may not publish the record */
export const planDate = async (
  req: PayloadRequest,
  { date, deleteID, doc, timezone, type }: Asked,
): Promise<{ error: string } | { message: string }> => {
  if (deleteID !== undefined) {
    await forget(req, String(deleteID))
    return { message: req.t('general:success') }
  }
  const at = new Date(date ?? Number.NaN)
  if (!doc || !(at.getTime() > Date.now())) return { error: 'Choose a time that is still to come.' }
  await checkMayPublish(req, doc)
  // With what Payload's list of plans shows beside.
  const input: Plan & { timezone?: string } = {
    type: type === 'unpublish' ? type : 'publish',
    doc: { relationTo: doc.relationTo, value: String(doc.value) },
    timezone,
    user: { relationTo: 'users' as const, value: String(req.user!.id) },
  }
  await req.payload.jobs.queue({
    task: PUBLISH_ON_DATE,
    queue: DATES_QUEUE,
    input,
    waitUntil: at,
    overrideAccess: true,
    req,
  })
  return { message: req.t('general:success') }
}

/** @throws Forbidden for whoever may not publish that record, or see it. */
export const checkMayPublish = async (req: PayloadRequest, doc: NonNullable<Plan['doc']>) => {
  const config = drafted(req).find(({ slug }) => slug === doc.relationTo)
  if (!config || !req.user) throw new Forbidden(req.t)
  const id = String(doc.value)
  const found = await req.payload.findByID({
    collection: doc.relationTo,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!found) throw new Forbidden(req.t)
  const { update } = await docAccessOperation({
    id,
    collection: { config },
    data: { _status: 'published' },
    req,
  })
  if (!update) throw new Forbidden(req.t)
}

/** Takes a plan back, or one that failed off the first page. */
export const forgetPlan = defineAction({
  path: '/content/forget-plan',
  access: isComms,
  notAllowed: 'Only the comms team can do this.',
  body: z.strictObject({ job: z.string().max(64) }),
  act: async (req, { job }) => {
    await forget(req, job)
    return {}
  },
})

const forget = async (req: PayloadRequest, job: string): Promise<void> => {
  const found = await findJob(req, job)
  if (!found) throw new Refused(404, 'This is no longer planned.')
  const isThere =
    found.input.doc && drafted(req).some(({ slug }) => slug === found.input.doc?.relationTo)
  if (isThere && !isComms({ req })) await checkMayPublish(req, found.input.doc!)
  await req.payload.db.deleteOne({
    collection: 'payload-jobs',
    where: { id: { equals: job } },
    req,
    returning: false,
  })
}
