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

/**
 * What can be the matter with a publication: `live` is what visitors see, `kept` was and can be put back, of what is
 * `gone` only the row is left.
 */
export const PUBLICATION_STATES = ['building', 'live', 'kept', 'gone', 'failed'] as const

/** Why the site was built: `rollback` put an earlier build back. */
export const CAUSES = ['publish', 'schedule', 'start', 'rollback', 'byHand'] as const
export type Cause = (typeof CAUSES)[number]

/** Names a document of a watched collection, or a watched global. */
export type DocumentName = { collection: string; id: string } | { global: string }

/** How a document stands in a publication: when it was last changed, and the version of it, where versions are kept. */
export type Edition = { at: string; version?: string }

/** A document that differs from the publication before: `was` is missing of a new one, `is` of one that was taken off. */
export type Change = DocumentName & { title: string; was?: Edition; is?: Edition }

/** One attempt to publish, as its row holds it. Rows of earlier versions lack what came later. */
export type Publication = {
  id: string
  number?: number | null
  status: (typeof PUBLICATION_STATES)[number]
  cause?: Cause | null
  /** Names of those who caused it. */
  by?: string | null
  /** When it began, as an ISO date. */
  startedAt: string
  seconds?: number | null
  fingerprint?: string | null
  pages?: number | null
  bytes?: number | null
  problem?: string | null
  findings?: Finding[] | null
  changes?: Change[] | null
  /** Of a rollback: the number of the publication that was put back. */
  putBack?: number | null
  /** Name of the build's folder. */
  folder?: string | null
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
  /** Files a build must contain before it goes up. @default index.html */
  mustContain?: string[]
  /**
   * Says of a file, by its path below the site, whether its name says its content. Such a file stays for 30 days
   * after the site has stopped using it. @default of none
   */
  isForEver?: (file: string) => boolean
  /** Content whose publishing rebuilds the site. */
  watch: { collections?: CollectionSlug[]; globals?: GlobalSlug[] }
  access: {
    /** Who sees the publications, and what became of a document. Only a plain yes counts. */
    read: Access
    /** Who builds the site again by hand, puts an earlier publication back, and goes on publishing. */
    publish: (args: { req: PayloadRequest }) => boolean
  }
  /** Hides the publications in the admin from those they are not for. @default from nobody */
  hidden?: (args: { user: unknown }) => boolean
  /** Where they stand in the admin. */
  group?: string
  /** What a member of staff is called in the publications they caused. @default their field `name` */
  nameOf?: (user: object) => string | undefined
  /** Where a document is seen on the site. @default the front page */
  addressOf?: (document: DocumentName) => Promise<string | undefined> | string | undefined
  /** Said before an earlier publication is put back: what does not go back with the pages. Whole sentences. */
  staysAsItIs?: string
  /**
   * Called in the transaction that notes a failed publication, once for each problem until the site was built again:
   * write to whoever can mend it.
   */
  onFailure?: (req: PayloadRequest, publication: Publication) => Promise<void>
}

/** The options with their defaults. */
export type DeclaredOptions = PublicationOptions &
  Required<Pick<PublicationOptions, 'addressOf' | 'isForEver' | 'mustContain' | 'nameOf'>>

const KEY = 'publication'

/** Fills in what the project has not said. */
export const declareOptions = (given: PublicationOptions): DeclaredOptions => ({
  ...given,
  mustContain: given.mustContain ?? ['index.html'],
  isForEver: given.isForEver ?? (() => false),
  addressOf: given.addressOf ?? (() => '/'),
  nameOf: given.nameOf ?? ((user) => (user as { name?: string }).name),
})

/** Puts the options where components of the admin find them; they stay on the server. */
export const keepOptions = (options: DeclaredOptions) => ({ [KEY]: options })

/** The options of the project. */
export const optionsOf = ({ custom }: { custom?: Record<string, unknown> }): DeclaredOptions =>
  custom?.[KEY] as DeclaredOptions
