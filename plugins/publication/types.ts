import type { Access, CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

/** What a site is built from. `fingerprint` is equal for equal content. */
export type Publishable = { fingerprint: string }

/** Options of the publication plugin. */
export type PublicationOptions = {
  /** Reads and checks the published content. Throws, in the editors' words, what stands in the way. */
  snapshot: (req: PayloadRequest) => Promise<Publishable>
  /**
   * The command that builds the site: it reads the snapshot from standard input and writes to the
   * folder it is given as `--output`.
   */
  buildCommand: [program: string, ...args: string[]]
  /** Folder that holds the builds; the site that is up is `current/public` in it. */
  directory: string
  /** Files a build must contain before it goes up. */
  mustContain: string[]
  /** Content whose publishing rebuilds the site. */
  watch: { collections: CollectionSlug[]; globals: GlobalSlug[] }
  access: { read: Access; publish: (args: { req: PayloadRequest }) => boolean }
  hidden: (args: { user: unknown }) => boolean
}
