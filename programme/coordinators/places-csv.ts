import type { PayloadRequest } from 'payload'

import { findAttendees } from '../training/training.ts'
import { toCSV } from './csv.ts'

/** Who has a place on a training day, for a spreadsheet or a list at the door. */
export const placesCSV = async (req: PayloadRequest, day: string): Promise<string> =>
  toCSV([
    ['Name', 'Email', 'Came'],
    ...(await findAttendees(req, day)).map(({ hasAttended, mentor }) => [
      mentor.name,
      mentor.email,
      hasAttended ? 'Yes' : 'No',
    ]),
  ])
