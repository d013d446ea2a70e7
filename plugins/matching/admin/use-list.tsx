'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import type { Actions } from '@mentoring/kit/use-actions'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import type { Page, PageAsked } from '../workspace/pages.ts'
import { useSay } from './use-say.ts'

type Asked<Filter, List> = Pick<Actions, 'actions' | 'post'> & {
  /** Says how many rows there are. */
  all: (count: number) => string
  filter: Filter
  /** The first page without a filter, when it came with the page. */
  first?: List
  /** The action that reads a page. */
  name: string
}

/** Text is looked for when one has stopped typing, in milliseconds. */
const PAUSE = 250

/**
 * One page of a long list that the server has, and the way to the others. It is read again after every
 * action; when the filter changes, it starts from the first page.
 */
export const useList = <Filter extends object, List extends Page<unknown>>({
  actions,
  all,
  filter,
  first,
  name,
  post,
}: Asked<Filter, List>): {
  /** The page as it was read last. */
  list?: List
  isLoading: boolean
  pages: ReactNode
  problem?: string
} => {
  const narrowed = JSON.stringify(filter)
  const [at, setAt] = useState<{ narrowed: string; page: PageAsked }>({ narrowed, page: {} })
  const page = at.narrowed === narrowed ? at.page : NO_PAGE
  const key = JSON.stringify([filter, page])
  const [answer, setAnswer] = useState<{ key: string; list: List; actions: number }>()
  const [problem, setProblem] = useState<string>()
  const nav = useRef<HTMLElement>(null)
  const isTurning = useRef(false)
  const isFirst = first !== undefined && key === JSON.stringify([{}, {}])
  const read = useRef(narrowed)

  useEffect(() => {
    if (isFirst) return
    let isWanted = true
    // At once, but for what changes with each key that is pressed.
    const pause = read.current === narrowed ? 0 : PAUSE
    const [asked, of] = JSON.parse(key) as [Filter, PageAsked]
    const timer = setTimeout(() => {
      read.current = narrowed
      post<List>(name, { filter: asked, page: of }).then(
        (list) => {
          if (!isWanted) return
          setAnswer({ key, list, actions })
          setProblem(undefined)
        },
        ({ message }: Error) => isWanted && setProblem(message),
      )
    }, pause)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [actions, isFirst, key, name, narrowed, post])

  const list = isFirst ? first : (answer?.list ?? first)
  const isLoading = !isFirst && (answer?.key !== key || answer.actions !== actions) && !problem
  // A button at the end of the list is off, and loses the focus.
  useEffect(() => {
    if (isLoading || !isTurning.current) return
    isTurning.current = false
    if (document.activeElement !== document.body) return
    nav.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  }, [isLoading, list])

  const { from = 0, rows = [], total = 0, ends } = list ?? {}
  const go = (next: PageAsked) => {
    isTurning.current = true
    setAt({ narrowed, page: next })
  }
  const say = useSay()
  return {
    list,
    isLoading,
    problem,
    pages: total > rows.length && (
      <nav aria-label={say('pages')} className="desk__pages" ref={nav}>
        <SmallButton disabled={from === 0} onClick={() => ends && go({ before: ends.first })}>
          {say('pageBefore')}
        </SmallButton>
        <span className="desk__summary" role="status">
          {say('pageRows', { from: from + 1, to: from + rows.length, all: all(total) })}
        </span>
        <SmallButton
          disabled={from + rows.length >= total}
          onClick={() => ends && go({ after: ends.last })}
        >
          {say('pageNext')}
        </SmallButton>
      </nav>
    ),
  }
}

const NO_PAGE: PageAsked = {}

/**
 * What a part of the workspace shows, asked for when it is looked at and again after every action.
 *
 * @returns nothing until it is there.
 */
export const useRead = <T,>(
  name: string,
  { actions, post }: Pick<Actions, 'actions' | 'post'>,
): { found?: T; problem?: string } => {
  const [found, setFound] = useState<T>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isWanted = true
    post<T>(name, {}).then(
      (answer) => {
        if (!isWanted) return
        setFound(answer)
        setProblem(undefined)
      },
      ({ message }: Error) => isWanted && setProblem(message),
    )
    return () => {
      isWanted = false
    }
  }, [actions, name, post])
  return { found, problem }
}

/** Said while something is read, or when it can't be. */
export const Reading = ({ problem }: { problem?: string }) => {
  const say = useSay()
  return problem ? <p role="alert">{problem}</p> : <p role="status">{say('loading')}</p>
}
