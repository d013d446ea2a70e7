import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, EditConfig } from 'payload'

import { hiddenUnless, isCoordinator, nobody } from './access.ts'

/** Training days for mentors. Coordinators write them; mentors sign up on their personal page. */
export const TrainingDays: CollectionConfig = {
  slug: 'training-days',
  versions: false,
  labels: { singular: 'Training day', plural: 'Training days' },
  access: {
    create: isCoordinator,
    read: isCoordinator,
    update: isCoordinator,
    delete: isCoordinator,
    unlock: nobody,
    readVersions: nobody,
  },
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden: hiddenUnless(isCoordinator),
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'place', 'places'],
    description: 'One-day training for mentors. Mentors see days to come on their personal page.',
    components: {
      views: {
        edit: {
          places: {
            Component: './admin/mentoring/TrainingView.tsx#TrainingView',
            path: '/places',
            tab: { label: 'Places', href: '/places' },
            meta: { title: 'Places' },
          },
          // Payload's type wants either a view of its own for everything or named ones.
        } as EditConfig,
      },
    },
  },
  defaultSort: '-startsAt',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 100 },
    {
      name: 'startsAt',
      type: 'date',
      label: 'Starts',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' } },
    },
    {
      name: 'place',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: 'Where it is, as mentors need it to get there.' },
    },
    { name: 'places', type: 'number', label: 'Number of places', required: true, min: 1, max: 500 },
    { name: 'details', type: 'textarea', maxLength: 1000 },
    // Counted up by every sign-up, so that two for the last place wait for each other.
    { name: 'turn', type: 'number', defaultValue: 0, hidden: true },
  ],
}

/** Who has signed up for which training day, and who came. */
export const TrainingPlaces: CollectionConfig = {
  slug: 'training-places',
  labels: { singular: 'Training place', plural: 'Training places' },
  ...writtenByCode(isCoordinator),
  admin: { hidden: true, hideAPIURL: true },
  fields: [
    { name: 'day', type: 'relationship', relationTo: 'training-days', required: true, index: true },
    { name: 'mentor', type: 'relationship', relationTo: 'mentors', required: true, index: true },
    // `day:mentor`: nobody takes two places.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'hasAttended', type: 'checkbox', label: 'Came', defaultValue: false },
  ],
}
