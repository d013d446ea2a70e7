import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { asCode } from '@mentoring/kit/rights'
import type {
  Collection,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'

import { localAPI } from './local.ts'
import type { Change, DocumentName, Edition, PublicationOptions } from './types.ts'

/** A document as a publication has it. `since` says when this edition of it went up first. */
export type KnownDocument = Edition & DocumentName & { title: string; since: string }

/** All watched documents that are published, by what {@link keyOf} says. */
export type Documents = Record<string, KnownDocument>

/** Beside the site, not in it. */
const FILE = 'documents.json'

/** Longer titles are cut. */
const LONGEST_TITLE = 200

/** The version of a document is looked up for so many at a time; the next publication does others. */
const LOOKED_UP = 200

/** One text that names a document. @example keyOf({ collection: 'media', id: '7' }) // 'media:7' */
export const keyOf = (name: DocumentName): string =>
  'global' in name ? name.global : `${name.collection}:${name.id}`

/** The documents of a build. Nothing where an earlier version has made it. */
export const readDocuments = (folder: string): Promise<Documents | undefined> =>
  readFile(path.join(folder, FILE), 'utf8').then(
    (text) => JSON.parse(text) as Documents,
    () => undefined,
  )

/** Notes them beside the build, in one step. */
export const writeDocuments = async (folder: string, documents: Documents): Promise<void> => {
  const next = path.join(folder, `${FILE}-next`)
  await writeFile(next, JSON.stringify(documents))
  await rename(next, path.join(folder, FILE))
}

/**
 * Reads which watched documents are published and when each was changed last.
 *
 * @param before what is up; versions of what has not changed are not looked up again
 */
export const findDocuments = async (
  req: PayloadRequest,
  { watch }: Pick<PublicationOptions, 'watch'>,
  before: Documents = {},
): Promise<Documents> => {
  const { collections, globals } = req.payload
  const found: Documents = {}
  let left = LOOKED_UP
  const note = async (name: DocumentName, config: Kept, row: Row): Promise<void> => {
    if (!row.updatedAt) return
    const known = before[keyOf(name)]
    const title = titleOf(name, config, row)
    if (known?.at === row.updatedAt && (known.version || !config.versions)) {
      found[keyOf(name)] = { ...known, title }
      return
    }
    const version = config.versions && (left -= 1) >= 0 ? await lastVersion(req, name, config) : ''
    found[keyOf(name)] = {
      ...name,
      title,
      at: row.updatedAt,
      ...(version && { version }),
      since: known?.at === row.updatedAt ? known.since : '',
    }
  }
  for (const slug of watch.collections ?? []) {
    // By name: only a project's own types know which there are.
    const { config } = (collections as Record<string, Collection>)[slug]!
    const { docs } = await localAPI(req.payload).find({
      ...asCode(req),
      collection: slug,
      where: hasDrafts(config) ? { _status: { equals: 'published' } } : {},
      select: { [titleField(config)]: true, updatedAt: true },
      pagination: false,
    })
    for (const row of docs) await note({ collection: slug, id: `${row.id}` }, config, row)
  }
  for (const slug of watch.globals ?? []) {
    const config = globals.config.find((global) => global.slug === slug)!
    const row = await localAPI(req.payload).findGlobal({ ...asCode(req), slug })
    if (!hasDrafts(config) || row._status === 'published') await note({ global: slug }, config, row)
  }
  return found
}

/** Of documents that have just gone up: says since when. */
export const stamped = (documents: Documents, now: string): Documents =>
  Object.fromEntries(
    Object.entries(documents).map(([key, one]) => [key, { ...one, since: one.since || now }]),
  )

/** What differs between two publications, in the order of the documents. */
export const changesBetween = (was: Documents, is: Documents): Change[] =>
  [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((key): Change[] => {
    const [before, after] = [was[key], is[key]]
    if (before?.at === after?.at) return []
    const { title } = (after ?? before)!
    const name = nameIn((after ?? before)!)
    return [
      {
        ...name,
        title,
        ...(before && { was: editionOf(before) }),
        ...(after && { is: editionOf(after) }),
      },
    ]
  })

type Kept = SanitizedCollectionConfig | SanitizedGlobalConfig
type Row = { updatedAt?: string | null; _status?: string | null } & Record<string, unknown>

const hasDrafts = ({ versions }: Kept): boolean => Boolean(versions && versions.drafts)

const nameIn = (name: DocumentName): DocumentName =>
  'global' in name ? { global: name.global } : { collection: name.collection, id: name.id }

const titleField = ({ admin }: SanitizedCollectionConfig): string => admin.useAsTitle ?? 'id'

const editionOf = ({ at, version }: Edition): Edition => ({ at, ...(version && { version }) })

const titleOf = (name: DocumentName, config: Kept, row: Row): string => {
  if ('global' in name) {
    const { label, slug } = config as SanitizedGlobalConfig
    return typeof label === 'string' ? label : slug
  }
  const title = row[titleField(config as SanitizedCollectionConfig)] ?? row.id
  const text =
    typeof title === 'string' || typeof title === 'number' ? `${title}` : `${row.id as string}`
  return text.slice(0, LONGEST_TITLE)
}

/** The newest published version of a document, where versions are kept. */
const lastVersion = async (
  req: PayloadRequest,
  name: DocumentName,
  config: Kept,
): Promise<string> => {
  const ask = {
    ...asCode(req),
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    select: {},
  } as const
  const published = hasDrafts(config) ? [{ 'version._status': { equals: 'published' } }] : []
  const { docs } = await ('global' in name
    ? localAPI(req.payload).findGlobalVersions({
        ...ask,
        slug: name.global,
        where: { and: published },
      })
    : localAPI(req.payload).findVersions({
        ...ask,
        collection: name.collection,
        where: { and: [{ parent: { equals: name.id } }, ...published] },
      }))
  return docs[0] ? `${docs[0].id}` : ''
}
