import type { Match } from '../../payload-types.ts'
import type { Facts } from '../clock/facts.ts'

/** What the clock reads of a match's record. */
export const FACT_FIELDS = [
  'status',
  'confirmedAt',
  'createdAt',
  'firstContactDue',
  'endsOn',
  'metFaceToFaceOn',
  'extensionAskedBy',
  'extensionAskedAt',
  'extensionRefusedAt',
  'extendedAt',
] as const satisfies (keyof Match)[]

/** What the clock needs to know of a match, from its record. */
export const factsOf = (match: Pick<Match, (typeof FACT_FIELDS)[number]>): Facts => ({
  state: match.status,
  introducedAt: new Date(match.confirmedAt ?? match.createdAt),
  firstContactDue: new Date(match.firstContactDue ?? match.createdAt),
  endsOn: new Date(match.endsOn ?? match.createdAt),
  hasMet: Boolean(match.metFaceToFaceOn),
  extensionAskedBy:
    match.extendedAt || match.extensionRefusedAt
      ? undefined
      : (match.extensionAskedBy ?? undefined),
  wasExtensionAsked: Boolean(match.extensionAskedAt),
})
