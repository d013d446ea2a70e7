import type { PayloadRequest } from 'payload'

import { findFirstRecord } from '../../database/records.ts'
import type { TrainingPlace } from '../../payload-types.ts'

/** The place that a mentor has on a training day, if any. */
export const findPlace = (
  req: PayloadRequest,
  mentor: string,
  day: string,
): Promise<TrainingPlace | undefined> =>
  findFirstRecord(req, 'training-places', {
    and: [{ mentor: { equals: mentor } }, { day: { equals: day } }],
  })
