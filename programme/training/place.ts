import type { PayloadRequest } from 'payload'

import type { TrainingPlace } from '../../payload-types.ts'

/** The place that a mentor has on a training day, if any. */
export const findPlace = async (
  req: PayloadRequest,
  mentor: string,
  day: string,
): Promise<TrainingPlace | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'training-places',
    where: { and: [{ mentor: { equals: mentor } }, { day: { equals: day } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]
}
