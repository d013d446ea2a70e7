import type { CollectionConfig, Field, GlobalConfig, PayloadRequest } from 'payload'

import { component } from './component.ts'
import { queuePublication } from './queue.ts'

type Doc = { _status?: string } | undefined
type Change = { doc: Doc; previousDoc?: Doc; req: PayloadRequest }

/** Publishing, changing and taking off what is public builds the site; its form says what became of it. */
export const watchCollection = (
  collection: CollectionConfig,
  timeZone: string | undefined,
): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, stateField(timeZone)],
  hooks: {
    ...collection.hooks,
    afterChange: [
      ...(collection.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) => queueIfPublic(req, doc, previousDoc),
    ],
    afterDelete: [
      ...(collection.hooks?.afterDelete ?? []),
      ({ doc, req }: Change) => queueIfPublic(req, doc),
    ],
  },
})

/** See {@link watchCollection}. */
export const watchGlobal = (global: GlobalConfig, timeZone: string | undefined): GlobalConfig => ({
  ...global,
  fields: [...global.fields, stateField(timeZone)],
  hooks: {
    ...global.hooks,
    afterChange: [
      ...(global.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) => queueIfPublic(req, doc, previousDoc),
    ],
  },
})

const stateField = (timeZone: string | undefined): Field => ({
  name: 'publicationState',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    disableBulkEdit: true,
    components: {
      Field: { path: component('client', 'PublicationState'), clientProps: { timeZone } },
    },
  },
})

/** A draft that was never public changes nothing for visitors. */
const isOrWasPublic = (doc: Doc, previous: Doc): boolean =>
  [doc, previous].some((d) => d && (d._status === undefined || d._status === 'published'))

const queueIfPublic = async (req: PayloadRequest, doc: Doc, previous?: Doc) => {
  if (isOrWasPublic(doc, previous)) await queuePublication(req)
}
