import type { PayloadRequest } from 'payload'

import { DEFAULT_PERIOD, type Period } from '../clock/facts.ts'

/** The days, months and hours in force. */
export const loadPeriod = async (req: PayloadRequest): Promise<Period> => {
  const settings = await req.payload.findGlobal({
    slug: 'mentoring-settings',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return Object.fromEntries(
    Object.entries(DEFAULT_PERIOD).map(([name, value]) => [
      name,
      settings[name as keyof Period] ?? value,
    ]),
  ) as Period
}
