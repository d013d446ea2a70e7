'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useState, useTransition } from 'react'

/** What the server says when it refuses. */
type Refusal = { message?: string }

/**
 * Calls the plugin's actions: says what happened, then shows the workspace as it is now. After a
 * refusal too, because what the screen showed was out of date.
 */
export const useActions = () => {
  const router = useRouter()
  const { config } = useConfig()
  const [isRefreshing, startRefresh] = useTransition()
  const [isActing, setIsActing] = useState(false)
  const api = `${config.serverURL ?? ''}${config.routes.api}/matching`

  const post = useCallback(
    async <T>(name: string, body: object): Promise<T> => {
      const response = await fetch(`${api}/${name}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json()) as Refusal & T
      if (!response.ok) throw new Error(answer.message ?? 'The server did not answer. Try again.')
      return answer
    },
    [api],
  )

  const act = useCallback(
    async <T>(name: string, body: object, saySuccess: (answer: T) => string): Promise<boolean> => {
      setIsActing(true)
      try {
        toast.success(saySuccess(await post<T>(name, body)))
        return true
      } catch (error) {
        toast.error((error as Error).message)
        return false
      } finally {
        setIsActing(false)
        startRefresh(() => router.refresh())
      }
    },
    [post, router],
  )

  // While the page is read again one can go on: whatever is out of date, the server refuses.
  return { act, post, isBusy: isActing, isRefreshing }
}

/** The plugin's actions, and whether one is under way. */
export type Actions = ReturnType<typeof useActions>
