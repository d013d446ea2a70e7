import {
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type FlattenedField,
  NotFound,
  QueryError,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  validateQueryPaths,
  type Where,
} from 'payload'

import { checkRelated } from './check-related.ts'
import { checkTypes } from './check-types.ts'
import { type Filter, namedIds, readFilter } from './read-filter.ts'
import { checkCount, readSort } from './read-page.ts'
import { type Args, type FilterOptions, isOfVersions, recordsOf } from './records.ts'
import { findsAll, resolveFilter } from './resolve-filter.ts'
import { steadyPages } from './steady-pages.ts'
import { Unreadable } from './unreadable.ts'

/** Says above a list why it is empty, when its filter can’t be read. */
const SAYS_WHY = './plugins/filters/admin/UnreadableFilter.tsx#UnreadableFilter'

/**
 * Reads every filter and order that somebody asks with, by REST or in the admin's lists, before
 * Payload does anything: what can't be read is refused with a sentence, and the rest is said so that
 * both databases find the same records. What code asks with its own rights is left alone.
 */
export const readableFilters = (
  config: SanitizedConfig,
  options: FilterOptions,
): SanitizedConfig => {
  for (const collection of config.collections) {
    collection.hooks.beforeOperation = [
      ...(collection.hooks.beforeOperation ?? []),
      checkIds(options),
      readQuery(options),
    ]
    collection.hooks.afterOperation = [...(collection.hooks.afterOperation ?? []), steadyPages]
    const { components } = collection.admin
    collection.admin.components = {
      ...components,
      beforeListTable: [...(components?.beforeListTable ?? []), SAYS_WHY],
    }
  }
  for (const global of config.globals) {
    global.hooks.beforeOperation = [
      ...(global.hooks.beforeOperation ?? []),
      async ({ args, operation, overrideAccess, req }): Promise<unknown> => {
        if (operation === 'update' && !overrideAccess && (await global.access.update({ req }))) {
          const { data } = args as { data?: unknown }
          checkTypes(data, global.flattenedFields, req)
          await checkRelated(data, global.flattenedFields, req, (text) =>
            options.isId(req.payload, text),
          )
        }
        return args
      },
    ]
  }
  return config
}

const READS = new Set(['count', 'countVersions', 'read', 'readDistinct'])
const CHANGES = new Set(['delete', 'update'])

/** An id that is none is that of no record, and what a record names must be there. */
const checkIds =
  (options: FilterOptions): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess) return args
    const isId = (text: string) => options.isId(req.payload, text)
    const { data, disableErrors, id } = args as Args & { data?: unknown }
    if (id !== undefined && !disableErrors && !(typeof id === 'string' && isId(id)))
      throw new NotFound(req.t)
    if (operation !== 'create' && operation !== 'update') return args
    if (await collection.access[operation]?.({ req })) {
      checkTypes(data, collection.flattenedFields, req)
      await checkRelated(data, collection.flattenedFields, req, isId)
    }
    return args
  }

const readQuery =
  (options: FilterOptions): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    const asked = args as Args
    const isChange = CHANGES.has(operation)
    if (overrideAccess || (!isChange && !READS.has(operation)) || asked.id !== undefined)
      return args
    // Payload refuses those who may not ask at all; nothing is read for them here.
    if (!(await mayAsk(collection, operation, asked, req))) return args

    const { collections } = req.payload
    const fields = fieldsOf(collection, asked, req, operation)
    checkCount('limit', asked.limit)
    checkCount('page', asked.page)
    const sort = readSort(asked.sort, fields)
    const steady = {
      ...args,
      ...(sort && { sort }),
      // One of the databases counts pages all the same.
      ...(asked.pagination === false && { page: undefined }),
    } as typeof args
    if (asked.where === undefined || asked.where === null) return steady
    const language = {
      fields,
      collections,
      isId: (text: string) => options.isId(req.payload, text),
    }
    const where = structuredClone(asked.where)
    const filter = readFilter(where, language)
    if (isChange) checkNamed(filter, options.byFilter.includes(collection.slug))

    await checkPaths(
      collection,
      where,
      req,
      isOfVersions(asked, operation, collection) ? fields : undefined,
    )
    const records = recordsOf(options, collection.slug, req, asked, operation)
    const resolved = await resolveFilter(readFilter(where, language), records)
    if (isChange && findsAll(resolved)) {
      throw new Unreadable('Say which records are meant: this filter finds all of them.')
    }
    return { ...steady, where: resolved }
  }

/** May this person filter by these fields? Payload adds what they may see of related records. */
const checkPaths = async (
  collectionConfig: SanitizedCollectionConfig,
  where: Where,
  req: PayloadRequest,
  versionFields?: FlattenedField[],
): Promise<void> => {
  try {
    await validateQueryPaths({ collectionConfig, overrideAccess: false, req, versionFields, where })
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new Unreadable('This filter is about a field that you can’t filter by.')
  }
}

const mayAsk = async (
  collection: SanitizedCollectionConfig,
  operation: string,
  asked: Args,
  req: PayloadRequest,
): Promise<boolean> => {
  const name = isOfVersions(asked, operation, collection)
    ? 'readVersions'
    : operation === 'update' || operation === 'delete'
      ? operation
      : 'read'
  const may = (collection.access as NonNullable<CollectionConfig['access']>)[name]
  return Boolean(await may?.({ req }))
}

const fieldsOf = (
  collection: SanitizedCollectionConfig,
  asked: Args,
  { payload }: PayloadRequest,
  operation: string,
): FlattenedField[] =>
  isOfVersions(asked, operation, collection)
    ? buildVersionCollectionFields(payload.config, collection, true)
    : collection.flattenedFields

const checkNamed = (filter: Filter, isByFilter: boolean) => {
  if (!isByFilter && !namedIds(filter)?.length) {
    throw new Unreadable(
      'Select the records one by one: those that a filter finds are not changed or deleted all at once.',
    )
  }
}
