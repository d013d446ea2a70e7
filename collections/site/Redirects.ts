import type { CollectionConfig, TextFieldSingleValidation } from 'payload'

import { hiddenUnless, isComms, nobody } from '../access.ts'
import { SERVERS } from './address.ts'
import { linkTo } from './common-fields.ts'

/** An address on this site, as visitors ask for it: from the root, with a slash at the end unless it names a file. */
const validFrom: TextFieldSingleValidation = (value) => {
  if (!value) return 'Enter the old address'
  const isPath = /^\/(?!\/)[^\s\p{C}\\?#]*$/u.test(value) && !value.split('/').includes('..')
  if (!isPath || value === '/') return 'Enter an address of this site, like /old-page/'
  const [, first] = value.split('/')
  const isServers = [...SERVERS, 'sign-up'].includes(first!)
  return !isServers || 'This address belongs to the website itself'
}

/** Addresses that pages had, or that are printed somewhere, and where they lead now. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  versions: false,
  disableDuplicate: true,
  labels: { singular: 'Redirect', plural: 'Redirects' },
  access: {
    create: isComms,
    read: isComms,
    update: isComms,
    delete: isComms,
    unlock: isComms,
    readVersions: nobody,
  },
  admin: {
    group: 'Public site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to.page', 'to.url', 'because'],
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description: 'Old addresses and where they lead now. A page that moves gets one by itself.',
  },
  defaultSort: 'from',
  fields: [
    {
      name: 'from',
      type: 'text',
      label: 'Old address',
      required: true,
      unique: true,
      index: true,
      maxLength: 200,
      validate: validFrom,
      hooks: {
        beforeValidate: [
          ({ value }: { value?: unknown }) =>
            typeof value === 'string' && /^\/[^.?#]*[^/.?#]$/.test(value.trim())
              ? `${value.trim()}/`
              : value,
        ],
      },
      admin: { description: 'On this site, like /old-page/' },
    },
    linkTo({ name: 'to', isRequired: true }),
    {
      name: 'kind',
      type: 'select',
      label: 'For how long',
      required: true,
      defaultValue: '301',
      options: [
        { value: '301', label: 'For good' },
        { value: '302', label: 'For a while' },
      ],
    },
    {
      name: 'because',
      type: 'select',
      label: 'Made',
      required: true,
      defaultValue: 'byHand',
      options: [
        { value: 'byHand', label: 'by hand' },
        { value: 'moved', label: 'when its page moved' },
      ],
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}
