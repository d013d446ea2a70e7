'use client'

import { count } from '@mentoring/kit/text'
import { Button, toast, useConfig, useListQuery, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { useState } from 'react'

import type { RunSummary } from '../operations/run.ts'
import type { Words } from '../types.ts'
import './pages.css'
import { useActions } from '@mentoring/kit/use-actions'

/** As many as the server takes at once. */
const MOST_PEOPLE = 10_000

type Props = {
  collectionSlug: string
  /** Those who can be matched now. */
  available: Where
  words: Words
}

/** Above the list: drafts matches for the selected people alone, then shows them in the workspace. */
export const MatchSelected = ({ available, collectionSlug, words }: Props) => {
  const { count: selected, getQueryParams } = useSelection()
  const { query } = useListQuery()
  const { config, getEntityConfig } = useConfig()
  const { post } = useActions('matching')
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  if (!selected) return null

  /** Ids of those among the selected who can be matched: "all" may reach beyond this page. */
  const findAvailable = async (): Promise<string[]> => {
    const found = mergeListSearchAndWhere({
      collectionConfig: getEntityConfig({ collectionSlug }),
      search: query.search ?? '',
      where: {},
    })
    const parameters = new URLSearchParams(getQueryParams({ and: [available, found] }))
    parameters.set('select[id]', 'true')
    parameters.set('depth', '0')
    parameters.set('limit', String(MOST_PEOPLE))
    // Posted, because a hundred ids are too long for an address.
    const response = await fetch(
      `${config.serverURL ?? ''}${config.routes.api}/${collectionSlug}`,
      {
        method: 'POST',
        credentials: 'include',
        headers: {
          // Word for word: with a charset behind it, Payload would not read the body.
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Payload-HTTP-Method-Override': 'GET',
        },
        body: parameters,
      },
    )
    if (!response.ok) throw new Error('The selection could not be read. Try again.')
    const { docs } = (await response.json()) as { docs: { id: string }[] }
    return docs.map(({ id }) => id)
  }

  const draft = async () => {
    setIsBusy(true)
    try {
      const ids = await findAvailable()
      if (ids.length === 0) {
        throw new Error(`None of the selected ${words.mentees} can be matched now.`)
      }
      await post<RunSummary>('run', { mentees: ids })
      toast.success(`Matched again for ${count(ids.length, words.mentee, words.mentees)}.`)
      router.push(`${config.routes.admin}/matching`)
    } catch (error) {
      toast.error((error as Error).message)
      setIsBusy(false)
    }
  }

  return (
    <div aria-busy={isBusy} aria-label="Matching" className="matching__selected" role="region">
      <p role="status">
        <strong>{`${count(selected, words.mentee, words.mentees)} selected.`}</strong> Only those
        who wait are matched; all other proposals stay as they are.
      </p>
      <Button disabled={isBusy} margin={false} onClick={() => void draft()} size="small">
        {isBusy ? 'Drafting…' : selected === 1 ? 'Draft a match' : 'Draft matches for them'}
      </Button>
    </div>
  )
}
