import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { isCoordinator } from './access.ts'

/** Ways to meet, as one says when noting a meeting. */
export const MEETING_WAYS = [
  { value: 'faceToFace', label: 'Face to face' },
  { value: 'online', label: 'Online or by phone' },
] as const

export type MeetingWay = (typeof MEETING_WAYS)[number]['value']

/** Meetings of a pair: when and how, never what was said. */
export const Meetings: CollectionConfig = {
  slug: 'meetings',
  ...writtenByCode(isCoordinator),
  admin: { hidden: true, hideAPIURL: true },
  defaultSort: '-on',
  fields: [
    { name: 'match', type: 'relationship', relationTo: 'matches', required: true, index: true },
    { name: 'on', type: 'date', required: true },
    { name: 'way', type: 'select', required: true, options: [...MEETING_WAYS] },
  ],
}
