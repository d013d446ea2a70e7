'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { useEffect, useRef, useState } from 'react'

import type { DraftFilter, DraftPage } from '../workspace/draft-list.ts'
import { hasText } from '../workspace/has-text.ts'
import type { ShownProposal } from '../workspace/shown.ts'

type Rows = ReadonlyMap<string, ShownProposal>

/** Proposals that are chosen: one by one, or all that the filter leaves but for some. */
type Chosen = { isAll: boolean; narrowed: string; rows: Rows }

const NOTHING: Rows = new Map()

/** What is chosen among the proposals, of which the page shows only some. */
export type Selection = {
  count: number
  areAll: boolean
  areAllLocked: boolean
  has: (id: string) => boolean
  /** The one that is chosen, when it is one; the two, when they are two. */
  only?: ShownProposal
  pair?: [ShownProposal, ShownProposal]
  toggle: (match: ShownProposal) => void
  toggleAll: () => void
  clear: () => void
  /**
   * Ids of all that are chosen, from the server, as the draft is at this moment: what was decided
   * meanwhile, or is filtered out, is not acted on.
   */
  ids: () => Promise<string[]>
}

/** Keeps what is chosen. "All" is that of one filter: with another nothing is chosen. */
export const useSelection = (
  list: DraftPage | undefined,
  filter: DraftFilter,
  { actions, post }: Pick<Actions, 'actions' | 'post'>,
): Selection => {
  const narrowed = JSON.stringify(filter)
  const [chosen, setChosen] = useState<Chosen>({ isAll: false, narrowed, rows: NOTHING })
  const isAll = chosen.isAll && chosen.narrowed === narrowed
  const rows = chosen.isAll && !isAll ? NOTHING : chosen.rows
  // Whoever was decided about is chosen no more, on other pages too.
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  useEffect(() => {
    const only = [...latest.current.keys()]
    if (actions === 0 || only.length === 0) return
    post<{ matches: string[] }>('chosen', { filter: {}, only }).then(
      ({ matches }) => {
        const gone = new Set(only.filter((id) => !matches.includes(id)))
        setChosen((before) => ({
          ...before,
          rows: new Map([...before.rows].filter(([id]) => !gone.has(id))),
        }))
      },
      () => {},
    )
  }, [actions, post])
  const { locked = 0, rows: shown = [], total = 0 } = list ?? {}
  // As they are now, of those that are shown.
  const fresh = new Map(shown.map((match) => [match.id, match]))
  const known = [...rows.values()].map((match) => fresh.get(match.id) ?? match)
  const fitting = isAll ? known : known.filter((match) => fits(match, filter))
  const count = isAll ? Math.max(0, total - known.length) : fitting.length
  const lockedAmong = known.filter(({ isLocked }) => isLocked).length
  const has = (id: string) => rows.has(id) !== isAll
  const those = isAll ? shown.filter(({ id }) => has(id)) : fitting
  return {
    count,
    areAll: count === total && total > 0,
    areAllLocked:
      count > 0 &&
      (isAll ? locked - lockedAmong === count : fitting.every(({ isLocked }) => isLocked)),
    has,
    only: count === 1 ? those[0] : undefined,
    pair: count === 2 && those.length === 2 ? [those[0]!, those[1]!] : undefined,
    toggle: (match) => {
      const after = new Map(rows)
      if (!after.delete(match.id)) after.set(match.id, match)
      setChosen({ isAll, narrowed, rows: after })
    },
    toggleAll: () => setChosen({ isAll: !(count === total && total > 0), narrowed, rows: NOTHING }),
    clear: () => setChosen({ isAll: false, narrowed, rows: NOTHING }),
    ids: async () => {
      const some = [...rows.keys()]
      const asked = isAll ? { except: some } : { only: some }
      return (await post<{ matches: string[] }>('chosen', { filter, ...asked })).matches
    },
  }
}

const fits = ({ isLocked, mentee, mentor, stale, ...match }: ShownProposal, filter: DraftFilter) =>
  (!filter.name || hasText(filter.name, mentee.name, mentor.name)) &&
  (!filter.tier || match.tier === filter.tier) &&
  (filter.state !== 'locked' || isLocked) &&
  (filter.state !== 'stale' || stale !== undefined)
