import { defineAction } from '@mentoring/kit/action'
import { Refused } from '@mentoring/kit/refused'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { z } from 'zod'

import { isComms } from '../../collections/access.ts'
import { findRecord } from '../../database/records.ts'
import type { User } from '../../payload-types.ts'
import { checkMayPublish } from './plan.ts'
import { findJob, findPlansOf, type Job, mayPublish } from './planned.ts'

/**
 * Whoever takes the right to publish from somebody, or their account, takes over what these have planned: it would
 * fail on its date otherwise. It then happens in the name and with the rights of the one who did so.
 */
export const handOverPlans: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  req,
}): Promise<User> => {
  const { user } = req
  const isOver = mayPublish(previousDoc) && !mayPublish(doc)
  // Code has no name to put in the place of theirs: the first page says what will not happen, and offers it there.
  if (!isOver || user?.collection !== 'users' || user.id === doc.id || !mayPublish(user)) return doc
  for (const job of await findPlansOf(req, doc.id)) await takeOver(req, job)
  return doc
}

/** Takes over one plan, whose planner may not publish any more. */
export const takePlan = defineAction({
  path: '/content/take-plan',
  access: isComms,
  notAllowed: 'Only the comms team can do this.',
  body: z.strictObject({ job: z.string().max(64) }),
  act: async (req, { job }) => {
    const found = await findJob(req, job)
    if (!found?.input.doc || found.hasError) throw new Refused(404, 'This is no longer planned.')
    const planner = found.input.user && (await findRecord(req, 'users', found.input.user.value))
    if (planner && mayPublish(planner))
      throw new Refused(409, `It still happens in the name of ${planner.name}.`)
    await checkMayPublish(req, found.input.doc)
    await takeOver(req, found)
    return {}
  },
})

const takeOver = async (req: PayloadRequest, { id, input }: Job): Promise<void> => {
  const user = { relationTo: 'users' as const, value: String(req.user!.id) }
  await req.payload.db.updateOne({
    collection: 'payload-jobs',
    id,
    // The first one who planned it is named, through however many hands it goes.
    data: { input: { ...input, user, from: input.from ?? input.user } },
    req,
    returning: false,
  })
}
