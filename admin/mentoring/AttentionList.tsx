'use client'

import { shortDate } from '@mentoring/kit/text'
import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import { useCallback, useEffect, useId, useRef, useState } from 'react'

import { TIME_ZONE } from '../../programme/clock/dates.ts'
import { ATTENTION, type AttentionKind } from '../../programme/coordinators/attention.ts'
import type {
  AttentionAsked,
  AttentionPage,
  AttentionRow,
} from '../../programme/coordinators/attention-page.ts'

/**
 * What needs a coordinator, the most urgent first, each row with one thing to do. The first rows come
 * with the page, others when they are asked for.
 */
export const AttentionList = ({ first }: { first: AttentionPage }) => {
  const [kind, setKind] = useState<AttentionKind>()
  const { isLoading, page, problem, showMore } = useAttention(first, kind)
  const filter = useId()
  const list = useRef<HTMLUListElement>(null)
  const { counts, next, rows } = page
  const kinds = (Object.keys(ATTENTION) as AttentionKind[]).filter(
    (one) => counts[one] > 0 || one === kind,
  )
  // Whoever reads on starts with the first row that came.
  const goesOnAt = useRef<number>(undefined)
  useEffect(() => {
    const fresh = list.current?.children[goesOnAt.current ?? rows.length]
    fresh?.querySelector<HTMLElement>('a, button')?.focus()
    goesOnAt.current = undefined
  }, [rows])
  if (kinds.length === 0) {
    return (
      <p className="desk__empty">
        Nothing needs you right now. Every pair is on its way, and every email has arrived.
      </p>
    )
  }
  const all = kinds.reduce((sum, one) => sum + (kind && one !== kind ? 0 : counts[one]), 0)
  const more = () => {
    goesOnAt.current = rows.length
    void showMore()
  }
  return (
    <section aria-busy={isLoading} aria-label="Needs attention" className="desk__section">
      {kinds.length > 1 && (
        <p className="mentoring__filter">
          <label htmlFor={filter}>Show</label>
          <select
            id={filter}
            onChange={({ target }) => setKind((target.value || undefined) as AttentionKind)}
            value={kind ?? ''}
          >
            <option value="">everything</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {ATTENTION[one]}
              </option>
            ))}
          </select>
        </p>
      )}
      <ul className="desk__list" ref={list}>
        {rows.map((row) => (
          <li className="desk__card mentoring__row" key={`${row.kind} ${row.id}`}>
            <div className="desk__person">
              <strong>{row.label}</strong>
              {row.match ? <Link href={row.match}>{row.who}</Link> : <span>{row.who}</span>}
              <span className="desk__summary">
                Since {shortDate(row.since, 'en-GB', TIME_ZONE)}
              </span>
              {row.word && <q className="mentoring__word">{row.word}</q>}
            </div>
            <div className="desk__actions">
              <Action row={row} />
            </div>
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      <p className="desk__summary" role="status">
        {rows.length < all && `${rows.length} of ${all} are shown.`}
      </p>
      {next && (
        <Button buttonStyle="secondary" disabled={isLoading} onClick={more}>
          Show more
        </Button>
      )}
    </section>
  )
}

/** The rows that are shown: as many as were asked for, and as they are after each action. */
const useAttention = (first: AttentionPage, kind: AttentionKind | undefined) => {
  const { post } = useActions('mentoring')
  const [page, setPage] = useState(first)
  const [isLoading, setIsLoading] = useState(false)
  const [problem, setProblem] = useState<string>()
  const many = useRef(0)

  const asked = useRef(0)
  const load = useCallback(async (work: () => Promise<AttentionPage>) => {
    const turn = (asked.current += 1)
    setIsLoading(true)
    const said = await work().then(
      (loaded) => ({ loaded }),
      ({ message }: Error) => ({ message }),
    )
    // Something else was asked for meanwhile.
    if (turn !== asked.current) return
    setIsLoading(false)
    if ('message' in said) return setProblem(said.message)
    many.current = said.loaded.rows.length
    setPage(said.loaded)
    setProblem(undefined)
  }, [])
  const ask = useCallback(
    (asked: AttentionAsked) => post<AttentionPage>('attention', asked),
    [post],
  )
  const goOn = useCallback(
    async ({ next, rows }: AttentionPage): Promise<AttentionPage> => {
      const more = await ask({ kind, after: next })
      return { ...more, rows: [...rows, ...more.rows] }
    },
    [ask, kind],
  )

  const shownKind = useRef(kind)
  useEffect(() => {
    if (shownKind.current !== kind) many.current = 0
    shownKind.current = kind
    void load(async () => {
      let loaded = kind ? await ask({ kind }) : first
      // After an action as many rows stay in view as there were.
      while (loaded.next && loaded.rows.length < many.current) loaded = await goOn(loaded)
      return loaded
    })
  }, [ask, first, goOn, kind, load])

  return { isLoading, page, problem, showMore: () => load(() => goOn(page)) }
}

const Action = ({ row: { action, who } }: { row: AttentionRow }) =>
  'href' in action ? (
    <SmallButton aria-label={`${action.label}: ${who}`} el="anchor" url={action.href}>
      {action.label}
    </SmallButton>
  ) : 'seen' in action ? (
    <ActionButton
      area="mentoring"
      body={{ match: action.seen }}
      label={action.label}
      name="seen"
      said="Marked as seen. It is off the list."
      who={who}
    />
  ) : (
    <ActionButton area="mails" body={{}} label={action.label} name="send-all-again" who={who} />
  )

type ActionButtonProps = {
  area: string
  body: object
  label: string
  name: string
  /** What is said when it is done. @default what the server says */
  said?: string
  who: string
}

const ActionButton = ({ area, body, label, name, said, who }: ActionButtonProps) => {
  const { act, isBusy } = useActions(area)
  return (
    <SmallButton
      aria-label={`${label}: ${who}`}
      disabled={isBusy}
      onClick={() => void act<{ message: string }>(name, body, ({ message }) => said ?? message)}
    >
      {label}
    </SmallButton>
  )
}
