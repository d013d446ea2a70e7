import type { Place } from '../matches/portions.ts'
import type { AttentionKind } from './attention.ts'

/** A row of the attention list, with the one thing to do about it. */
export type AttentionRow = {
  id: string
  kind: AttentionKind
  label: string
  who: string
  /** Address of the match's page. */
  match?: string
  /** What the one who left wanted the central team to know. */
  word?: string
  since: string
  action:
    | { label: string; href: string }
    | { label: string; seen: string }
    /** Sends all emails again that were given up. */
    | { label: string; sendsAll: true }
}

/** Where the list goes on. */
export type AttentionPlace = Place & { kind: AttentionKind }

/** How many rows there are of each kind. */
export type AttentionCounts = Record<AttentionKind, number>

/** Some rows of the attention list. */
export type AttentionPage = {
  rows: AttentionRow[]
  counts: AttentionCounts
  /** Where the page that follows goes on; nothing after the last. */
  next?: AttentionPlace
}

/** What is asked of the list. */
export type AttentionAsked = {
  /** Rows of this kind only. @default all */
  kind?: AttentionKind
  /** Where the page before ended. @default the first page */
  after?: AttentionPlace
}
