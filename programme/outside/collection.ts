import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { hiddenUnless, isComms } from '../../collections/access.ts'

const MOMENT = { displayFormat: 'd MMMM yyyy, HH:mm' }

/** Links of the public site to other websites, and whether they lead anywhere. Only code writes it. */
export const LinkChecks: CollectionConfig = {
  slug: 'link-checks',
  labels: { singular: 'Link to another website', plural: 'Links to other websites' },
  ...writtenByCode(isComms),
  admin: {
    group: 'Public site',
    useAsTitle: 'url',
    defaultColumns: ['url', 'status', 'failures', 'lastOkAt'],
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description:
      'Every link on the public site that leads to another website. Each is tried once a week, and once a day while it does not work.',
  },
  defaultSort: '-failures',
  fields: [
    {
      name: 'places',
      type: 'ui',
      label: 'Where it stands',
      admin: {
        disableListColumn: true,
        components: { Field: './admin/content/LinkPlaces.tsx#LinkPlaces' },
      },
    },
    { name: 'url', type: 'text', label: 'Web address', required: true, unique: true },
    { name: 'status', type: 'text', label: 'Last answer' },
    { name: 'lastOkAt', type: 'date', label: 'Last worked', admin: { date: MOMENT } },
    {
      name: 'failures',
      type: 'number',
      label: 'Days not working',
      required: true,
      defaultValue: 0,
      index: true,
      admin: { description: 'One after the other, up to today. After 3 it may be broken.' },
    },
    {
      name: 'nextAt',
      type: 'date',
      label: 'Tried again',
      required: true,
      index: true,
      admin: { date: MOMENT },
    },
    { name: 'usedIn', type: 'json', label: 'Where it stands', admin: { hidden: true } },
  ],
}
