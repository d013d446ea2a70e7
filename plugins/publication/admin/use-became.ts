'use client'

import { useEffect, useState } from 'react'

import type { Became } from '../became.ts'

/** While something is being built it is looked at this often, in milliseconds; after a while less. */
const OFTEN = 2000
const RARELY = 15_000

/** So many looks come often, and so many at all: then something else is wrong. */
const OFTEN_LOOKS = 15
const ALL_LOOKS = 60

/** What became of a document; nothing yet, or `refused` to whoever may not know, `unknown` when there was no answer. */
export type Known = Became | 'refused' | 'unknown' | undefined

/**
 * Asks what became of a document, and again while it is on its way and somebody looks.
 *
 * @param address where to ask; nothing for a document that was never saved
 * @param savedAt when it was last saved: then it is asked again
 */
export const useBecame = (address: string | undefined, savedAt: unknown): Known => {
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    if (address === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let looks = 0
    let isOver = false
    const look = async () => {
      looks += 1
      // A page that nobody sees asks nothing.
      const became = document.hidden ? undefined : await ask(address)
      if (isOver) return
      if (became) setKnown(became)
      if (isDone(became) || looks > ALL_LOOKS) return
      timer = setTimeout(() => void look(), looks < OFTEN_LOOKS ? OFTEN : RARELY)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [address, savedAt])
  return known
}

const isDone = (known: Known): boolean =>
  known !== undefined && (typeof known === 'string' || known.state !== 'building')

const ask = async (address: string): Promise<NonNullable<Known>> => {
  const response = await fetch(address, { credentials: 'include' }).catch(() => undefined)
  if (response?.status === 403) return 'refused'
  if (!response?.ok) return 'unknown'
  return (await response.json()) as Became
}
