import type { Collection, Payload, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'

type As = { depth?: number; overrideAccess: boolean; req?: PayloadRequest }
type Ask = As & {
  collection: string
  /** Fields to read; `false` leaves one out. */
  select?: Record<string, boolean>
}
type ById = Ask & { id: number | string; disableErrors?: boolean; showHiddenFields?: boolean }
type ByQuery = Ask & { where: Where }
type Write = { collection: string; req: PayloadRequest }

/**
 * Payload's functions as far as they are used here, for collections that are named by options: what
 * their records hold is known by the code that asks, not by the types a project generates. Access is
 * stated on every call.
 */
export type LocalAPI = {
  count(args: ByQuery): Promise<{ totalDocs: number }>
  create(args: Ask & { data: object }): Promise<{ id: number | string }>
  delete(args: ByQuery): Promise<unknown>
  find<T extends object>(
    args: Ask & { where?: Where; limit?: number; pagination?: false; sort?: string },
  ): Promise<{ docs: T[] }>
  findByID<T extends object>(args: ById): Promise<T | null>
  findGlobal<T extends object>(args: As & { slug: string }): Promise<T>
  update(args: Ask & { id: number | string; data: object }): Promise<unknown>
  db: {
    name: string
    create<T extends object = { id: number | string }>(
      args: Write & { data: object; returning?: false },
    ): Promise<T>
    /** What an adapter may have that writes many records by one statement; Payload's own do not. */
    createMany?: (args: Write & { data: object[] }) => Promise<unknown>
    deleteMany(args: Write & { where: Where }): Promise<unknown>
    find<T extends object>(args: {
      collection: string
      where: Where
      select: Record<string, boolean>
      sort: string
      limit: number
      pagination: false
      req: PayloadRequest
    }): Promise<{ docs: T[] }>
    updateMany(args: Write & { where: Where; data: object; returning: false }): Promise<unknown>
    updateOne(args: Write & { id: string; data: object; returning: false }): Promise<unknown>
    findGlobal<T extends object>(args: { slug: string }): Promise<T | null | undefined>
    /** Looked at and changed in one step. Gives nothing when there is none that fits. */
    updateOne(
      args: Write & { where: Where; data: object; options: { atomic: true } },
    ): Promise<object | null>
  }
}

/** Payload, for collections that are named by options. */
// The project's own types allow only slugs that stand in them, and would check records against them.
export const localAPI = (payload: Payload): LocalAPI => payload as unknown as LocalAPI

/** The config of a collection that is named by an option, which the plugin has looked for at the start. */
export const configOf = ({ collections }: Payload, slug: string): SanitizedCollectionConfig =>
  (collections as Record<string, Collection>)[slug]!.config
