import { asCode } from '@mentoring/kit/rights'
import type { CollectionConfig, Field, GlobalConfig, PayloadRequest } from 'payload'

import { component } from './component.ts'
import { keyOf, readDocuments } from './documents.ts'
import { localAPI } from './local.ts'
import { queuePublication } from './queue.ts'
import { siteThatIsUp } from './site-folder.ts'
import type { DocumentName } from './types.ts'

type Doc = { id?: number | string; _status?: string } | undefined
type Change = { doc: Doc; previousDoc?: Doc; req: PayloadRequest }
type Watching = { directory: string; timeZone: string | undefined }

/** Publishing, changing and taking off what is public builds the site; its form says what became of it. */
export const watchCollection = (
  collection: CollectionConfig,
  { directory, timeZone }: Watching,
): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, stateField(timeZone)],
  hooks: {
    ...collection.hooks,
    afterChange: [
      ...(collection.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) => {
        const name = { collection: collection.slug, id: `${doc?.id}` }
        return queueIfPublic(req, directory, name, doc, previousDoc)
      },
    ],
    afterDelete: [
      ...(collection.hooks?.afterDelete ?? []),
      async ({ doc, req }: Change) => {
        // What is going cannot be read any more; of a draft, an earlier version may have been public.
        const name = { collection: collection.slug, id: `${doc?.id}` }
        if (isPublic(doc) || (await isUp(directory, name))) await queuePublication(req)
      },
    ],
  },
})

/** See {@link watchCollection}. */
export const watchGlobal = (
  global: GlobalConfig,
  { directory, timeZone }: Watching,
): GlobalConfig => ({
  ...global,
  fields: [...global.fields, stateField(timeZone)],
  hooks: {
    ...global.hooks,
    afterChange: [
      ...(global.hooks?.afterChange ?? []),
      ({ doc, previousDoc, req }: Change) =>
        queueIfPublic(req, directory, { global: global.slug }, doc, previousDoc),
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

const queueIfPublic = async (
  req: PayloadRequest,
  directory: string,
  name: DocumentName,
  doc: Doc,
  previous: Doc,
): Promise<void> => {
  if (isPublic(doc) || isPublic(previous) || (await isTakenOff(req, directory, name)))
    await queuePublication(req)
}

/** A draft that was never public changes nothing for visitors. */
const isPublic = (doc: Doc): boolean =>
  doc !== undefined && (doc._status === undefined || doc._status === 'published')

/**
 * Was it public until now? What Payload calls the previous document is its newest draft, so this asks what is on the
 * site, and what stands in the document itself.
 */
const isTakenOff = async (
  req: PayloadRequest,
  directory: string,
  name: DocumentName,
): Promise<boolean> => {
  if (!(await isUp(directory, name))) return false
  const stored =
    'global' in name
      ? await localAPI(req.payload).findGlobal({ ...asCode(req), slug: name.global })
      : await localAPI(req.payload).findByID({ ...asCode(req), ...name, disableErrors: true })
  return !isPublic(stored ?? undefined)
}

/** Does the site that is up have it? Of one that an earlier version has built nobody knows. */
const isUp = async (directory: string, name: DocumentName): Promise<boolean> => {
  const up = siteThatIsUp(directory)
  const documents = up && (await readDocuments(up.folder))
  return documents === undefined || keyOf(name) in documents
}
