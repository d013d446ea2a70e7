import type { Field } from 'payload'

import { seesContent } from '../access.ts'

const forStaff = { read: seesContent }

/** A day in the UK: chosen without a time, and the same day wherever the browser is. */
const day = { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' } } as const

/**
 * Who looks after a piece of content, and when it is to be looked at again. Goes into the fields of a collection with
 * drafts; whatever is due then stands on the first page of the comms team, and is written of once a week.
 */
export const reviewFields = (): Field => ({
  type: 'collapsible',
  label: 'Owner and review',
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'owner',
          type: 'text',
          maxLength: 120,
          access: forStaff,
          admin: { width: '50%', description: 'The person or team who knows whether it is right.' },
        },
        {
          name: 'ownerEmail',
          type: 'email',
          label: 'Owner’s email address',
          access: forStaff,
          admin: {
            width: '50%',
            description: 'Gets an email when a review is due. Left empty, the comms team gets it.',
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'reviewedOn',
          type: 'date',
          label: 'Last reviewed',
          access: forStaff,
          admin: { ...day, width: '50%' },
        },
        {
          name: 'reviewDue',
          type: 'date',
          label: 'Next review',
          index: true,
          access: forStaff,
          admin: { ...day, width: '50%' },
        },
      ],
    },
  ],
})
