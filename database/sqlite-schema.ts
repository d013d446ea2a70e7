/** How tables are made of fields: the same wherever a file is opened, or it would not be found again. */
export const SQLITE_SCHEMA = {
  idType: 'uuid',
  // A part of a page is read with its page, never by itself: no table for each kind of it.
  blocksAsJSON: true,
  push: false,
} as const
