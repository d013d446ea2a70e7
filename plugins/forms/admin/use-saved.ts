'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** Fields that come onto the screen within so many milliseconds of each other read once for all of them. */
const SHARED_FOR = 2000

const reads = new Map<string, { at: number; docs: Promise<unknown[]> }>()

const read = (address: string): Promise<unknown[]> => {
  const known = reads.get(address)
  if (known && Date.now() - known.at < SHARED_FOR) return known.docs
  const docs = fetch(address, { credentials: 'include' }).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status))
    return ((await answer.json()) as { docs: unknown[] }).docs
  })
  reads.set(address, { at: Date.now(), docs })
  return docs
}

/**
 * The records of a collection as they are saved, with a few of their fields.
 *
 * @param asked nothing is read while it is undefined
 * @returns undefined while they are read, null when they could not be
 * @example useSaved<{ key: string; label: string }>({ of: 'choices', select: ['key', 'label'], where: { list: 'sites' } })
 */
export const useSaved = <Doc>(
  asked:
    | {
        of: 'choice-lists' | 'choices' | 'questions'
        select: (keyof Doc & string)[]
        where?: Record<string, string>
      }
    | undefined,
): Doc[] | null | undefined => {
  const { config } = useConfig()
  const query = asked && [
    ...asked.select.map((field) => `select[${field}]=true`),
    ...Object.entries(asked.where ?? {}).map(
      ([field, value]) => `where[${field}][equals]=${encodeURIComponent(value)}`,
    ),
    `sort=${asked.select.at(-1)}`,
    'pagination=false',
    'depth=0',
  ]
  const address = query && `${config.serverURL}${config.routes.api}/${asked.of}?${query.join('&')}`
  const [answer, setAnswer] = useState<{ to?: string; docs?: Doc[] | null }>({})
  useEffect(() => {
    if (address === undefined) return
    let isShown = true
    read(address).then(
      (docs) => isShown && setAnswer({ to: address, docs: docs as Doc[] }),
      () => isShown && setAnswer({ to: address, docs: null }),
    )
    return () => {
      isShown = false
    }
  }, [address])
  // What was read for another question is no answer to this one.
  return answer.to === address ? answer.docs : undefined
}
