'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Going, Outcome } from '../operations/going.ts'
import { useSay } from './use-say.ts'

/** What ends with a draft, and so may take a while. */
const DRAFT_WORK = ['propose', 'run', 'swap'] satisfies Going['what'][]

/** Pauses between two questions how far it is, in milliseconds; the last one again and again. */
const PAUSES = [150, 300, 600, 1000]

/** Pause while nothing goes on: somebody else may have started something. */
const IDLE = 5000

type Progress = { going: Going[]; outcome?: Outcome }
type Waiting = { id: string; tell: (outcome: Outcome) => void }

const isStored = ({ step }: Going) => step === 'explaining'

/**
 * Work on the draft as it goes on, whoever started it, and `act` as `useActions` has it, which for such
 * work leaves everything usable until it is done.
 *
 * @param known what went on when the page was made
 */
export const useDraftWork = (actions: Actions, known: Going[]) => {
  const { act, perform, post } = actions
  const say = useSay()
  const router = useRouter()
  const [going, setGoing] = useState(known)
  /** What was started here and is waited for. */
  const waiting = useRef<Waiting[]>([])
  /** Asks now how far it is. */
  const askNow = useRef(() => {})

  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let questions = 0
    let before = known

    const ask = async (wait: number) => {
      const [mine] = waiting.current
      const progress = await post<Progress>('progress', mine ? { id: mine.id, wait } : {})
      const isMine = ({ id }: Going) => waiting.current.some((one) => one.id === id)
      const now = new Map(progress.going.map((one) => [one.id, one]))
      if (mine && (progress.outcome || !now.has(mine.id))) {
        waiting.current = waiting.current.filter((one) => one !== mine)
        mine.tell(progress.outcome ?? { id: mine.id, problem: say('runLost') })
        before = before.map((one) => (one.id === mine.id ? { ...one, step: 'explaining' } : one))
      }
      // What was started here shows the page as it is then by itself.
      const isNews = before.some((one) => {
        const after = now.get(one.id)
        return !isMine(one) && (!after || (isStored(after) && !isStored(one)))
      })
      if (isNews) router.refresh()
      before = progress.going
      setGoing(progress.going)
    }
    const again = (isAnswered: boolean) => {
      if (isOver) return
      const isAwaited = before.length > 0 || waiting.current.length > 0
      const pause = isAwaited ? PAUSES[Math.min(questions, PAUSES.length - 1)]! : IDLE
      questions = isAwaited ? questions + 1 : 0
      // The outcome of what was started here is told as soon as it is known: the answer waits for it.
      const isHeld = isAnswered && waiting.current.length > 0
      // Somebody may have asked while this was on its way.
      clearTimeout(timer)
      timer = isHeld ? setTimeout(() => void round(pause)) : setTimeout(() => void round(0), pause)
    }
    const round = async (wait: number) => {
      clearTimeout(timer)
      let isAnswered = true
      // Somebody who does not look need not know at once.
      if (document.visibilityState === 'visible' || waiting.current.length > 0) {
        // Without an answer it is asked again.
        await ask(wait).catch(() => (isAnswered = false))
      }
      again(isAnswered)
    }
    askNow.current = () => {
      questions = 0
      void round(0)
    }
    again(true)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
    // What went on when the page was made counts once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [post, router])

  const actInBackground: Actions['act'] = useCallback(
    async (name, body, saySuccess) => {
      if (!DRAFT_WORK.some((work) => work === name)) return act(name, body, saySuccess)
      let id: string
      try {
        ;({ id } = await post<{ id: string }>(name, body, { prefer: 'respond-async' }))
      } catch (error) {
        return perform(() => Promise.reject(error as Error), saySuccess)
      }
      const told = new Promise<Outcome>((tell) => waiting.current.push({ id, tell }))
      askNow.current()
      const outcome = await told
      return perform(async () => {
        if ('problem' in outcome) throw new Error(outcome.problem)
        // What an action answers is known where it is asked for.
        return outcome.summary as Parameters<typeof saySuccess>[0]
      }, saySuccess)
    },
    [act, perform, post],
  )

  /** Stops it; whoever waits for its end is told by that. */
  const stop = async (id: string): Promise<void> => {
    if (waiting.current.some((one) => one.id === id)) {
      await post('stop', { id }).catch(() => {})
      askNow.current()
    } else await act('stop', { id }, () => say('runStopped'))
  }

  return { act: actInBackground, going, stop }
}
