import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Field } from 'payload'

import { component } from './component.ts'
import { publicationEndpoints } from './endpoints.ts'
import { text } from './languages/index.ts'
import { PUBLICATIONS } from './rows.ts'
import { CAUSES, type DeclaredOptions, PUBLICATION_STATES } from './types.ts'

/** Stands in lists; the page of a publication says it in its own way. */
const NO_FIELD = component('rsc', 'NoField')
const inLists = { components: { Field: NO_FIELD } }

/** The publications, which only code writes. What visitors see stands on the disk; see `site-folder.ts`. */
export const publicationsCollection = (
  options: DeclaredOptions,
  { about, timeZone }: { about: Record<string, string>; timeZone: string | undefined },
): CollectionConfig => ({
  slug: PUBLICATIONS,
  labels: { singular: text('publication'), plural: text('publications') },
  ...writtenByCode(options.access.read),
  admin: {
    group: options.group,
    hidden: options.hidden,
    useAsTitle: 'number',
    // A number can’t be searched for as a text.
    listSearchableFields: ['by'],
    defaultColumns: ['number', 'status', 'startedAt', 'cause', 'by', 'changes'],
    hideAPIURL: true,
    description: about,
    components: {
      beforeListTable: [component('rsc', 'HoldNotice')],
      edit: {
        beforeDocumentControls: [
          {
            path: component('client', 'PutBack'),
            clientProps: { staysAsItIs: options.staysAsItIs },
          },
        ],
      },
    },
  },
  defaultSort: '-number',
  endpoints: publicationEndpoints(options),
  fields: [
    {
      name: 'view',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: {
          Field: { path: component('rsc', 'PublicationView'), serverProps: { timeZone } },
        },
      },
    },
    { name: 'number', type: 'number', label: text('number'), unique: true, admin: inLists },
    {
      name: 'status',
      type: 'select',
      label: text('status'),
      required: true,
      index: true,
      options: PUBLICATION_STATES.map((value) => ({ value, label: text(value) })),
      admin: { components: { Cell: component('rsc', 'StatusCell'), Field: NO_FIELD } },
    },
    {
      name: 'startedAt',
      type: 'date',
      label: text('startedAt'),
      required: true,
      index: true,
      admin: { ...inLists, date: { displayFormat: 'd MMMM yyyy, HH:mm' } },
    },
    {
      name: 'cause',
      type: 'select',
      label: text('cause'),
      options: CAUSES.map((value) => ({ value, label: text(value) })),
      admin: { components: { Cell: component('rsc', 'CauseCell'), Field: NO_FIELD } },
    },
    {
      name: 'by',
      type: 'text',
      label: text('by'),
      admin: { components: { Cell: component('rsc', 'ByCell'), Field: NO_FIELD } },
    },
    {
      name: 'changes',
      type: 'json',
      label: text('changes'),
      admin: { components: { Cell: component('rsc', 'ChangesCell'), Field: NO_FIELD } },
    },
    {
      name: 'seconds',
      type: 'number',
      label: text('seconds'),
      custom: { mayBeFraction: true },
      admin: inLists,
    },
    { name: 'pages', type: 'number', label: text('pages'), admin: inLists },
    { name: 'bytes', type: 'number', label: text('bytes'), admin: inLists },
    { name: 'problem', type: 'textarea', label: text('problem'), admin: inLists },
    { name: 'findings', type: 'json', label: text('findings'), admin: inLists },
    { name: 'putBack', type: 'number', label: text('putBackNumber'), admin: inLists },
    { name: 'fingerprint', type: 'text', label: text('fingerprint'), admin: inLists },
    ofCode('folder'),
  ],
})

const ofCode = (name: string): Field => ({ name, type: 'text', hidden: true, access: seenByCode })
