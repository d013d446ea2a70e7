import type { Access, CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

/** What a site is built from. `fingerprint` is equal for equal content. */
export type Publishable = { fingerprint: string }

/** Something about the content that editors must see: what is wrong, and the record it is wrong in. */
export type Finding = {
  /** Whole sentences. */
  text: string
  /** Of the record, below the admin's own path, such as `/collections/media/ID`. */
  path: string
}

/** One attempt to publish, as its row holds it. */
export type Publication = {
  status: 'failed' | 'live'
  /** When it began, as an ISO date. */
  startedAt: string
  seconds?: number | null
  pages?: number | null
  problem?: string | null
  findings?: Finding[] | null
}

/** The content can't be published; the findings say why. */
export class UnpublishableContent extends Error {
  override name = 'UnpublishableContent'
  constructor(readonly findings: Finding[]) {
    super(findings.map(({ text }) => text).join(' '))
  }
}

/** Options of the publication plugin. */
export type PublicationOptions = {
  /**
   * Reads and checks the published content. What can't be used is left out, with a finding.
   *
   * @throws UnpublishableContent when something stands in the way of all of it.
   */
  snapshot: (req: PayloadRequest) => Promise<{ snapshot: Publishable; findings: Finding[] }>
  /**
   * The command that builds the site: it reads the snapshot from standard input and writes to the
   * folder it is given as `--output`.
   */
  buildCommand: [program: string, ...args: string[]]
  /** Folder that holds the builds; the site that is up is `current/public` in it. */
  directory: string
  /** Files a build must contain before it goes up. */
  mustContain: string[]
  /**
   * Says of a file, by its path below the site, whether its name says its content. Such a file stays for 30 days
   * after the site has stopped using it.
   */
  isForEver: (file: string) => boolean
  /** Content whose publishing rebuilds the site. */
  watch: { collections: CollectionSlug[]; globals: GlobalSlug[] }
  access: { read: Access; publish: (args: { req: PayloadRequest }) => boolean }
  hidden: (args: { user: unknown }) => boolean
}
