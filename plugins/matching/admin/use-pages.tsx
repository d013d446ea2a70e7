'use client'

import { count } from '@mentoring/kit/text'
import { Button } from '@payloadcms/ui'
import { type ReactNode, useState } from 'react'

/** Rows on one page: what one reads before looking further. */
const ROWS = 25

/**
 * One page of a long list, and the way to the others.
 *
 * @param filters what the list was narrowed by; when that changes, it starts from the first page
 */
export const usePages = <T,>(
  items: T[],
  noun: [string, string],
  filters = '',
): { rows: T[]; pages: ReactNode } => {
  const [at, setAt] = useState({ page: 1, filters })
  const last = Math.max(1, Math.ceil(items.length / ROWS))
  const page = at.filters === filters ? Math.min(at.page, last) : 1
  const setPage = (page: number) => setAt({ page, filters })
  const from = (page - 1) * ROWS
  return {
    rows: items.slice(from, from + ROWS),
    pages: last > 1 && (
      <nav aria-label="Pages" className="desk__pages">
        <Button
          buttonStyle="secondary"
          disabled={page === 1}
          margin={false}
          onClick={() => setPage(page - 1)}
          size="small"
        >
          Previous page
        </Button>
        <span className="desk__summary" role="status">
          {`${from + 1} to ${Math.min(from + ROWS, items.length)} of ${count(items.length, ...noun)}`}
        </span>
        <Button
          buttonStyle="secondary"
          disabled={page === last}
          margin={false}
          onClick={() => setPage(page + 1)}
          size="small"
        >
          Next page
        </Button>
      </nav>
    ),
  }
}
