import { takeTurn } from '@mentoring/kit/take-turn'
import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeDeleteHook,
  type FlattenedField,
  type GlobalBeforeChangeHook,
  type PayloadRequest,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
  ValidationError,
} from 'payload'

import { countRecords } from '../database/records.ts'

const PICTURES = 'media'

/** A field of a page that names a picture, by the names on the way to it. */
type Place = { page: SanitizedGlobalConfig; path: string[] }

/**
 * A picture can't be deleted while a page shows it, as it is on the site or in the draft that is being
 * worked on; older versions forget it. By itself one of the databases empties the page, and the other
 * keeps a name of nothing in it.
 */
export const keepUsedPictures = (config: SanitizedConfig): SanitizedConfig => {
  const places = config.globals.flatMap((page): Place[] =>
    pathsTo(page.flattenedFields).map((path) => ({ page, path })),
  )
  const { hooks } = config.collections.find(({ slug }) => slug === PICTURES)!
  hooks.beforeDelete = [...(hooks.beforeDelete ?? []), refuseWhileUsed(places)]
  hooks.afterDelete = [...(hooks.afterDelete ?? []), forgetInVersions(places)]
  for (const { page, path } of places) {
    page.hooks.beforeChange = [...(page.hooks.beforeChange ?? []), checkIsThere(path)]
  }
  return config
}

const pathsTo = (fields: FlattenedField[]): string[][] =>
  fields.flatMap((field): string[][] => {
    if (field.type === 'upload' && field.relationTo === PICTURES) return [[field.name]]
    const isOne = field.type === 'group' || field.type === 'tab'
    return isOne ? pathsTo(field.flattenedFields).map((path) => [field.name, ...path]) : []
  })

const valueAt = (doc: unknown, path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], doc)

const idAt = (doc: unknown, path: string[]): string | undefined => {
  const value = valueAt(doc, path)
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return id ? `${id as string}` : undefined
}

const refuseWhileUsed =
  (places: Place[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    await takeTurn(req, 'pictures')
    for (const { page, path } of places) {
      for (const draft of [false, true]) {
        const doc = await readPage(req, page, draft)
        if (idAt(doc, path) !== String(id)) continue
        const where = `“${page.label as string}”${draft ? ', in the draft that is not published yet' : ''}`
        const message = `This picture is on the page ${where}. Choose another one there first, or take it off.`
        throw new APIError(message, 400, undefined, true)
      }
    }
  }

const readPage = (req: PayloadRequest, { slug }: SanitizedGlobalConfig, draft: boolean) =>
  req.payload.findGlobal({ slug, draft, depth: 0, overrideAccess: true, req })

/** Whoever chooses a picture while it is being deleted is told: it was there when all else was checked. */
const checkIsThere =
  (path: string[]): GlobalBeforeChangeHook =>
  async ({ data, global, originalDoc, req }): Promise<unknown> => {
    const id = idAt(data, path)
    if (id === undefined || id === idAt(originalDoc, path)) return data
    await takeTurn(req, 'pictures')
    if ((await countRecords(req, PICTURES, { id: { equals: id } })) > 0) return data
    const message = 'This picture has been deleted. Choose another one.'
    throw new ValidationError({
      global: global.slug,
      errors: [{ path: path.join('.'), message }],
    })
  }

/** One of the databases does so by itself. */
const forgetInVersions =
  (places: Place[]): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    for (const { page, path } of places) {
      if (!page.versions) continue
      const slug = page.slug
      const { docs } = await req.payload.db.findGlobalVersions<Record<string, unknown>>({
        global: slug,
        where: { [['version', ...path].join('.')]: { equals: id } },
        pagination: false,
        limit: 0,
        req,
      })
      for (const { id: versionId, ...rest } of docs) {
        const version = structuredClone(rest.version)
        const holder = valueAt(version, path.slice(0, -1)) as Record<string, unknown>
        holder[path.at(-1)!] = null
        await req.payload.db.updateGlobalVersion({
          global: slug,
          id: versionId,
          versionData: { ...rest, version },
          req,
          returning: false,
        })
      }
    }
  }
