'use client'

import { toast, useConfig, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { speak } from '../texts.ts'

/** Id of what gets the keyboard's focus when the button that was pressed can't have it any more. */
export const PANEL_ID = 'matching-panel'

/** What the server says when it refuses. */
type Refusal = { message?: string }

/**
 * Calls actions of the server: says what happened, then shows the page as it is now. After a refusal
 * too, because what the screen showed was out of date.
 *
 * Beside a form nothing typed is lost by it: Payload fills a form anew when its page is read again. So the
 * form waits from the press until the page is there, and a page with changes that aren't saved is not read
 * again.
 *
 * @param area first part of the actions' addresses, below `/api/`; none when left out
 */
export const useActions = (area?: string) => {
  const router = useRouter()
  const { config } = useConfig()
  const noAnswer = speak(useTranslation().i18n)('noAnswer')
  const [isRefreshing, startRefresh] = useTransition()
  const [isActing, setIsActing] = useState(false)
  const [actions, setActions] = useState(0)
  const { setProcessing } = useForm() as Partial<ReturnType<typeof useForm>>
  const isModified = useFormModified()
  const isWaiting = isActing || isRefreshing
  useEffect(() => {
    if (!isWaiting) return
    setProcessing?.(true)
    return () => setProcessing?.(false)
  }, [isWaiting, setProcessing])
  const api = `${config.serverURL ?? ''}${config.routes.api}${area ? `/${area}` : ''}`

  // A button loses the focus while it is disabled.
  const pressed = useRef<Element>(null)
  useEffect(() => {
    if (isActing || !pressed.current || document.activeElement !== document.body) return
    if (pressed.current.isConnected) (pressed.current as HTMLElement).focus()
    // Still nowhere: it is switched off because nothing is selected any more, say.
    if (document.activeElement === document.body && !isRefreshing) {
      document.getElementById(PANEL_ID)?.focus()
    }
  }, [isActing, isRefreshing])
  useEffect(keepFocus, [])

  const post = useCallback(
    async <T>(name: string, body: object, headers: Record<string, string> = {}): Promise<T> => {
      const response = await fetch(`${api}/${name}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }).catch(() => undefined)
      // What stands between may answer with a page of its own.
      const answer = (await response?.json().catch(() => undefined)) as (Refusal & T) | undefined
      if (!response?.ok || !answer) throw new Error(answer?.message ?? noAnswer)
      return answer
    },
    [api, noAnswer],
  )

  const perform = useCallback(
    async <T>(work: () => Promise<T>, saySuccess: (answer: T) => string): Promise<boolean> => {
      pressed.current = document.activeElement
      setIsActing(true)
      try {
        toast.success(saySuccess(await work()))
        return true
      } catch (error) {
        toast.error((error as Error).message)
        return false
      } finally {
        setIsActing(false)
        startRefresh(() => {
          if (!isModified) router.refresh()
          // Together with the page as it is then: whoever is gone from it is asked about no more.
          setActions((before) => before + 1)
        })
      }
    },
    [isModified, router],
  )

  const act = useCallback(
    <T>(name: string, body: object, saySuccess: (answer: T) => string): Promise<boolean> =>
      perform(() => post<T>(name, body), saySuccess),
    [perform, post],
  )

  // While the page is read again one can go on: whatever is out of date, the server refuses.
  return {
    act,
    /** As `act`, for what takes several requests. */
    perform,
    post,
    isBusy: isActing,
    isRefreshing,
    /** How many actions there were: what was asked before the last one may not hold any more. */
    actions,
  }
}

/**
 * Gives the keyboard to the panel when what had it leaves the page: a row that was decided about goes
 * when its list has been read again, and that may be long after the action.
 *
 * @returns ends it
 */
const keepFocus = (): (() => void) => {
  let last: Element | undefined
  const note = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.closest(`.desk, #${PANEL_ID}`)) last = target
  }
  // Whoever clicks beside it has let go of it. What leaves the page is gone by then.
  const forget = () =>
    queueMicrotask(() => {
      if (last?.isConnected && document.activeElement === document.body) last = undefined
    })
  const changes = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    last = undefined
    document.getElementById(PANEL_ID)?.focus()
  })
  document.addEventListener('focusin', note)
  document.addEventListener('focusout', forget)
  changes.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', note)
    document.removeEventListener('focusout', forget)
    changes.disconnect()
  }
}

/** Actions of the server, and whether one is under way. */
export type Actions = ReturnType<typeof useActions>
