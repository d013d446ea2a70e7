import type { CollectionConfig, EditConfig, Plugin } from 'payload'

import { isAboutPeople } from '../versions.ts'
import { basedOn, refuseStale } from './based-on.ts'
import { changedBy, noteWhoChanged } from './changed-by.ts'
import { onlyAsDraft } from './restore.ts'
import { notInBin } from './bin.ts'

/**
 * Comes after the plugins that add content. What comms write is kept by version: whoever saves what somebody else has
 * saved meanwhile is told so, each version says whose it is, an older one comes back as a draft, and what has drafts
 * can be published and taken off on a date. See `docs/decisions/0050-content-is-kept-by-version.md`.
 *
 * Applies to every collection that is content and keeps versions; those with drafts get all of it.
 */
export const editable: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    isKeptByVersion(collection) ? withVersions(collection) : collection,
  ),
})

/** Content of which older versions are kept. */
export const isKeptByVersion = ({ slug, versions }: Pick<CollectionConfig, 'slug' | 'versions'>) =>
  Boolean(versions) && !isAboutPeople(slug)

const withVersions = (collection: CollectionConfig): CollectionConfig => {
  const { access, admin, fields, hooks, versions } = collection
  const kept = typeof versions === 'object' ? versions : {}
  const drafts = kept.drafts && { ...(kept.drafts !== true && kept.drafts), schedulePublish: true }
  return {
    ...collection,
    access: { ...access, ...(collection.trash && { read: notInBin(access?.read) }) },
    // Above all others: it speaks when a save is refused.
    fields: [basedOn(), ...fields, ...changedBy()],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), ...(drafts ? [onlyAsDraft] : [])],
      beforeChange: [refuseStale, ...(hooks?.beforeChange ?? []), noteWhoChanged],
    },
    versions: { ...kept, ...(drafts && { drafts }) },
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: {
          ...admin?.components?.views,
          edit: {
            ...admin?.components?.views?.edit,
            versions: { Component: './admin/content/History.tsx#History' },
            ...(drafts && { version: { actions: ['./admin/content/PutBack.tsx#PutBack'] } }),
            // Payload's type wants either a view of its own for everything or named ones.
          } as EditConfig,
        },
      },
    },
  }
}
