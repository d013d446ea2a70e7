import type {
  CollectionSlug,
  FlattenedField,
  Payload,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'

import { isText } from './read-value.ts'
import type { Records } from './resolve-filter.ts'

/** What the project says about its filters. */
export type FilterOptions = {
  /** Is this text made like the id of a record of this database? */
  isId: (payload: Payload, text: string) => boolean
  /**
   * Collections of which all records that a filter finds can be changed or deleted at once. In all
   * others, those about people above all, each must be named by its id.
   */
  byFilter: string[]
  /**
   * Reads one text of every record, faster than Payload does. Nothing when it can't for this field, which is
   * then read as everything else is.
   */
  readTexts: (
    req: PayloadRequest,
    collection: CollectionSlug,
    field: string,
  ) => Promise<Record<string, unknown>[] | undefined>
}

/** What the operations of Payload hand to the hook, as far as it matters here. */
export type Args = {
  disableErrors?: boolean
  draft?: boolean
  id?: unknown
  limit?: unknown
  page?: unknown
  pagination?: boolean
  sort?: unknown
  where?: Where
}

/**
 * Payload calls reading records and reading their versions by one name; only fields of a version
 * tell that those are meant. A field that the records themselves have tells nothing: pages have a `parent` too.
 */
export const isOfVersions = (
  { sort, where }: Args,
  operation: string,
  { flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
): boolean =>
  operation === 'countVersions' ||
  [...pathsIn(where), ...[sort].flat()].some((path) => {
    const [, name] =
      (typeof path === 'string' && /^-?(version(?=\.)|(?:parent|latest)$)/.exec(path)) || []
    return name !== undefined && !flattenedFields.some((field) => field.name === name)
  })

const pathsIn = (where: unknown): string[] =>
  Array.isArray(where)
    ? where.flatMap(pathsIn)
    : typeof where === 'object' && where !== null
      ? Object.entries(where).flatMap(([key, value]) =>
          /^(and|or)$/i.test(key) ? pathsIn(value) : [key],
        )
      : []

/** Reads records for conditions that the database is not asked directly. Rights are checked around it. */
export const recordsOf = (
  options: FilterOptions,
  slug: CollectionSlug,
  req: PayloadRequest,
  asked: Args,
  operation: string,
): Records => {
  const { collections, db } = req.payload
  const { config } = collections[slug]
  const of = (collection: string) =>
    recordsOf(options, collection as CollectionSlug, req, {}, 'read')
  const common = { collection: slug, limit: 0, pagination: false, req }
  const hasDrafts = Boolean(config.versions && config.versions.drafts)
  if (isOfVersions(asked, operation, config)) {
    return {
      of,
      load: async (where) => (await db.findVersions({ ...common, where })).docs,
    }
  }
  if (asked.draft && hasDrafts) {
    return { of, load: async () => (await db.queryDrafts({ ...common, where: {} })).docs }
  }
  return {
    of,
    load: async (where, path) => {
      const field = config.flattenedFields.find(({ name }) => name === path)
      // “Everybody” is the one filter without an entry.
      if (field && isOneText(field) && Object.keys(where).length === 0) {
        const texts = await options.readTexts(req, slug, field.name)
        if (texts) return texts
      }
      const select = path === undefined ? {} : { [path.split('.')[0]!]: true as const }
      return (await db.find({ ...common, where, select: { id: true, ...select } })).docs
    },
  }
}

const isOneText = (field: FlattenedField): boolean =>
  isText(field.type) &&
  !('hasMany' in field && field.hasMany) &&
  !('virtual' in field && field.virtual)
