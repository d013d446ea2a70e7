'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { Introductions } from '../operations/introduce-many.ts'
import { useSay } from './use-say.ts'

export type Introducing = {
  /** Proposals that have been introduced since the page was made. */
  introduced: ReadonlySet<string>
  /** How many have been, of how many, while they are under way. */
  progress?: { introduced: number; total: number }
  /** A number that grows as portions of them are done with: lists are to be read again. */
  portions: number
  /** Of those that were under way last. */
  refused: Introductions['refused']
  forgetRefused: () => void
  /** Has those that are chosen introduced, one after the other, whoever looks. */
  start: (chosen: Promise<string[]>) => Promise<void>
}

/** In one request, as many as the server takes. */
const AT_ONCE = 500

/** Lists are read again when so many are done with, and so often at most. */
const LEAST_PORTION = 10
const MOST_PORTIONS = 20

/** Pauses between looks, in milliseconds: the first pairs are soon there. */
const FIRST_PAUSE = 60
const LONGEST_PAUSE = 1000

/**
 * Follows introductions that are under way, whoever has asked for them: one can leave the page and come
 * back. When all are done with, it says so and shows the page as it is then.
 */
export const useIntroducing = ({
  perform,
  post,
}: Pick<Actions, 'perform' | 'post'>): Introducing => {
  const say = useSay()
  const [rows, setRows] = useState<Introductions[]>([])
  const [refused, setRefused] = useState<Introductions['refused']>([])
  const pause = useRef(FIRST_PAUSE)
  const isUnderWay = rows.some(({ isFinished }) => !isFinished)

  const look = useCallback(
    async (known: Introductions[]): Promise<Introductions[]> => {
      const since = known.map(({ startedAt }) => startedAt).sort()[0]
      const { introductions } = await post<{ introductions: Introductions[] }>('introducing', {
        since,
      })
      // Others may have started some; what others have done with is theirs.
      return introductions.filter(
        ({ id, isFinished }) => !isFinished || known.some((row) => row.id === id),
      )
    },
    [post],
  )

  const start = async (chosen: Promise<string[]>) => {
    pause.current = FIRST_PAUSE
    setRefused([])
    if (!isUnderWay) setRows([])
    try {
      const matches = await chosen
      for (let at = 0; at < matches.length; at += AT_ONCE) {
        const part = matches.slice(at, at + AT_ONCE)
        const row = await post<Introductions>('introduce', { matches: part })
        setRows((before) => [...before, row])
      }
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  const finish = useCallback(
    (all: Introductions[]) => {
      const others = all.flatMap(({ refused }) => refused)
      const count = all.reduce((sum, { done }) => sum + done, 0) - others.length
      setRefused(others)
      void perform(
        async () => {
          if (count === 0 && others[0]) throw new Error(others[0].message)
        },
        () =>
          others.length === 0
            ? say('introducedMany', { count })
            : say('introducedSome', {
                count,
                refused: others.length,
                message: others[0]!.message,
              }),
      )
    },
    [perform, say],
  )

  // What was under way when the page was opened.
  useEffect(() => {
    look([]).then(setRows, () => undefined)
  }, [look])

  useEffect(() => {
    if (!isUnderWay) return
    const timer = setTimeout(() => {
      pause.current = Math.min(LONGEST_PAUSE, pause.current * 1.5)
      look(rows).then(
        (now) => {
          setRows(now)
          if (now.every(({ isFinished }) => isFinished)) finish(now)
        },
        // Without an answer it asks again; the page says nothing new meanwhile.
        () => setRows((before) => [...before]),
      )
    }, pause.current)
    return () => clearTimeout(timer)
  }, [finish, isUnderWay, look, rows])

  const introduced = useMemo(
    () =>
      new Set(
        rows.flatMap(({ done, matches, refused }) =>
          matches
            .slice(0, done)
            .filter((match, at) => match && !refused.some(({ pair }) => pair === at)),
        ) as string[],
      ),
    [rows],
  )
  const total = rows.reduce((sum, { matches }) => sum + matches.length, 0)
  return {
    introduced,
    portions: Math.floor(introduced.size / Math.max(LEAST_PORTION, total / MOST_PORTIONS)),
    progress: isUnderWay ? { introduced: introduced.size, total } : undefined,
    refused,
    forgetRefused: () => setRefused([]),
    start,
  }
}
