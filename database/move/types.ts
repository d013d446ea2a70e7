import type { Payload, SanitizedConfig } from 'payload'

/** A text field whose ids can't be seen in it, because it is packed. */
export type PackedField = {
  collection: string
  field: string
  /** Unpacks, renames every id by the function, and packs again; ids it gives nothing for stay. */
  rename: (packed: string, rename: (oldId: string) => string | undefined) => string
}

/** What can be done to the two databases when everything is moved. */
export type LastCheck = {
  /** For people, such as "the last matching run repeats". */
  name: string
  /** @returns what is wrong, in words; nothing when all is well. */
  check: (source: Payload, target: Payload) => Promise<string | undefined>
}

export type MoveOptions = {
  /** Path of the SQLite file. Nothing writes to it, nor may anything else while it is moved. */
  from: string
  /** Address of a MongoDB replica set, with the name of the database. */
  to: string
  config: SanitizedConfig
  packed: PackedField[]
  checks: LastCheck[]
  /** Reads and checks everything, and writes nothing. */
  isDryRun?: boolean
  /** Is told what is being done, a line at a time. */
  say?: (line: string) => void
}

/** What was moved, and what is not right afterwards, in words without personal data. */
export type MoveResult = { documents: number; pictures: number; problems: string[] }
