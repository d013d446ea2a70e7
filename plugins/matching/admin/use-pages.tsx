'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { type ReactNode, useState } from 'react'

import { useSay } from './use-say.ts'

/** Rows on one page: what one reads before looking further. */
const ROWS = 25

/**
 * One page of a long list, and the way to the others.
 *
 * @param all says how many there are
 * @param filters what the list was narrowed by; when that changes, it starts from the first page
 */
export const usePages = <T,>(
  items: T[],
  all: (count: number) => string,
  filters = '',
): { rows: T[]; pages: ReactNode } => {
  const say = useSay()
  const [at, setAt] = useState({ page: 1, filters })
  const last = Math.max(1, Math.ceil(items.length / ROWS))
  const page = at.filters === filters ? Math.min(at.page, last) : 1
  const setPage = (page: number) => setAt({ page, filters })
  const from = (page - 1) * ROWS
  return {
    rows: items.slice(from, from + ROWS),
    pages: last > 1 && (
      <nav aria-label={say('pages')} className="desk__pages">
        <SmallButton disabled={page === 1} onClick={() => setPage(page - 1)}>
          {say('pageBefore')}
        </SmallButton>
        <span className="desk__summary" role="status">
          {say('pageRows', {
            from: from + 1,
            to: Math.min(from + ROWS, items.length),
            all: all(items.length),
          })}
        </span>
        <SmallButton disabled={page === last} onClick={() => setPage(page + 1)}>
          {say('pageNext')}
        </SmallButton>
      </nav>
    ),
  }
}
