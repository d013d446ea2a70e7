import type { Payload, PayloadRequest, Where } from 'payload'

type As = { depth: 0; overrideAccess: boolean; req?: PayloadRequest }
type Row = { id: number | string } & Record<string, unknown>
type Many = As & {
  where: Where
  select?: Record<string, boolean>
  sort?: string
  limit?: number
  pagination?: false
}
type Write = { collection: string; data: object; req: PayloadRequest }

/**
 * Payload's functions as far as they are used here, for collections and globals that are named by options: what their
 * records hold is known by the code that asks, not by the types a project generates. Access is stated on every call.
 */
type LocalAPI = {
  count(args: { collection: string; where: Where } & As): Promise<{ totalDocs: number }>
  find(args: { collection: string } & Many): Promise<{ docs: Row[] }>
  findByID(
    args: { collection: string; id: number | string; disableErrors?: true } & As,
  ): Promise<Row | null>
  findGlobal(args: { slug: string } & As): Promise<Record<string, unknown>>
  findVersions(args: { collection: string } & Many): Promise<{ docs: Row[] }>
  findGlobalVersions(args: { slug: string } & Many): Promise<{ docs: Row[] }>
  db: {
    create(args: Write): Promise<Row>
    updateOne(args: Write & { id: string; returning: false }): Promise<unknown>
    deleteOne(args: { collection: string; where: Where; req: PayloadRequest }): Promise<unknown>
  }
}

/** Payload, for collections that are named by options. */
// The project's own types allow only slugs that stand in them, and would check records against them.
export const localAPI = (payload: Payload): LocalAPI => payload as unknown as LocalAPI
