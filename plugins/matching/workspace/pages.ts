/** Where a row stands in lists that begin with whoever has waited longest. */
export type ListPlace = {
  /** Since when somebody waits, in milliseconds. */
  since: number
  name: string
  id: string
}

/** Which page of a list is wanted. @default the first */
export type PageAsked = {
  /** The page after the one that ended here. */
  after?: ListPlace
  /** The page before the one that began here. */
  before?: ListPlace
}

/** A page of a list. */
export type Page<Row> = {
  rows: Row[]
  /** How many rows stand before it. */
  from: number
  /** Rows of all pages. */
  total: number
  /** Where it begins and ends; nothing when it is empty. */
  ends?: { first: ListPlace; last: ListPlace }
}

/** Rows on one page: what one reads before looking further. */
export const ROWS = 25

/** Of one that waits for as long as nobody: their date can't be read. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** Who has waited longest comes first; among those of one moment, by name. */
export const inOrder = (locale: string): ((a: ListPlace, b: ListPlace) => number) => {
  const { compare } = new Intl.Collator(locale)
  return (a, b) =>
    a.since - b.since || compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * Cuts a page out of a list in order. It goes on from a place, not from a number: whatever has gone from
 * the list or come to it meanwhile, nobody is skipped and nobody comes twice.
 */
export const cutPage = <Row extends { place: ListPlace }>(
  list: Row[],
  { after, before }: PageAsked,
  order: ReturnType<typeof inOrder>,
): Page<Row> => {
  const countBefore = (place: ListPlace) => list.filter((row) => order(row.place, place) < 0).length
  const countUpTo = (place: ListPlace) => list.filter((row) => order(row.place, place) <= 0).length
  const start = after ? countUpTo(after) : before ? countBefore(before) - ROWS : 0
  // Past the end there is nothing to read: the last page is shown instead.
  const from = Math.max(0, start < list.length ? start : list.length - ROWS)
  const rows = list.slice(from, from + ROWS)
  const [first] = rows
  const last = rows.at(-1)
  return {
    rows,
    from,
    total: list.length,
    ends: first && last && { first: first.place, last: last.place },
  }
}

/** The same page with its rows as they are shown. */
export const showPage = async <Row, Shown>(
  page: Page<Row>,
  show: (rows: Row[]) => Promise<Shown[]>,
): Promise<Page<Shown>> => ({ ...page, rows: page.rows.length > 0 ? await show(page.rows) : [] })
