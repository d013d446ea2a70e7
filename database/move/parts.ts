import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import {
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type FlattenedField,
  type Payload,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
  type Where,
} from 'payload'

/** A record as an adapter reads it, without hooks: with hidden fields, passwords' hashes and all. */
export type StoredDocument = Record<string, unknown> & { id: string }

type Query = { where?: Where; onlyIds?: boolean }
type Model = MongooseAdapter['collections'][string]

/** What is moved and compared as one: a collection, its versions, a global, or its versions. */
export type Part = {
  /** For people, such as "mentors" or "versions of resource-links". */
  name: string
  /** Flattened. */
  fields: FlattenedField[]
  /** Are the ids the collection's own texts, which stay? */
  hasOwnIds: boolean
  /** Reads from either database. */
  read: (payload: Payload, query: Query) => Promise<StoredDocument[]>
  model: (adapter: MongooseAdapter) => Model
  /** Changes a document to what MongoDB's side of Payload writes for it. */
  finish?: (document: StoredDocument) => StoredDocument
}

/** Everything an installation keeps in its database, as the config names it. */
export const partsOf = ({ config, collections }: Payload): Part[] => [
  ...config.collections.flatMap((collection) => [
    collectionPart(collection, Boolean(collections[collection.slug].customIDType)),
    ...(collection.versions ? [versionsPart(collection, config)] : []),
  ]),
  ...config.globals.flatMap((global) => [
    globalPart(global),
    ...(global.versions ? [globalVersionsPart(global, config)] : []),
  ]),
]

const ALL = { pagination: false, limit: 0, page: 1, sort: 'id' } as const

const queryOf = ({ onlyIds, where = {} }: Query) => ({
  ...ALL,
  where,
  ...(onlyIds && { select: { id: true } as const }),
})

const collectionPart = (
  { flattenedFields, slug }: SanitizedCollectionConfig,
  hasOwnIds: boolean,
): Part => ({
  name: slug,
  fields: flattenedFields,
  hasOwnIds,
  read: async ({ db }, query) =>
    (await db.find<StoredDocument>({ collection: slug, ...queryOf(query) })).docs,
  model: (adapter) => adapter.collections[slug]!,
})

const versionsPart = (collection: SanitizedCollectionConfig, config: SanitizedConfig): Part => ({
  name: `versions of ${collection.slug}`,
  fields: buildVersionCollectionFields(config, collection, true),
  hasOwnIds: false,
  read: async ({ db }, query) =>
    (await db.findVersions({ collection: collection.slug, ...queryOf(query) })).docs,
  model: (adapter) => adapter.versions[collection.slug]!,
  finish: onlyTheLatestSaysSo,
})

const globalPart = ({ flattenedFields, slug }: SanitizedGlobalConfig): Part => ({
  name: slug,
  fields: flattenedFields,
  hasOwnIds: false,
  read: async ({ db }, { where }) => {
    const global = await db.findGlobal<StoredDocument>({ slug, where })
    return global?.id ? [{ ...global, globalType: slug }] : []
  },
  model: (adapter) => adapter.globals,
})

const globalVersionsPart = (global: SanitizedGlobalConfig, config: SanitizedConfig): Part => ({
  name: `versions of ${global.slug}`,
  fields: buildVersionGlobalFields(config, global, true),
  hasOwnIds: false,
  read: async ({ db }, query) =>
    (await db.findGlobalVersions({ global: global.slug, ...queryOf(query) })).docs,
  model: (adapter) => adapter.versions[global.slug]!,
  finish: onlyTheLatestSaysSo,
})

/** On MongoDB a version that is no longer the latest has nothing there; here it has "no". */
const onlyTheLatestSaysSo = ({ latest, ...version }: StoredDocument): StoredDocument =>
  latest ? { ...version, latest } : version
