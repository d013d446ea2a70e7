'use client'

import { toast, useConfig, useListQuery, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { useState } from 'react'

import type { RunSummary } from '../operations/make-draft.ts'
import './pages.css'
import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { useSay, useWords } from './use-say.ts'

/** As many as the server takes at once. */
const MOST_PEOPLE = 10_000

type Props = {
  collectionSlug: string
  /** Those who can be matched now. */
  available: Where
  slugs: { mentees: string; mentors: string }
}

/** Above the list: drafts matches for the selected people alone, then shows them in the workspace. */
export const MatchSelected = ({ available, collectionSlug, slugs }: Props) => {
  const { count: selected, getQueryParams } = useSelection()
  const { query } = useListQuery()
  const { config, getEntityConfig } = useConfig()
  const { post } = useActions('matching')
  const router = useRouter()
  const say = useSay()
  const words = useWords(slugs)
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
    if (!response.ok) throw new Error(say('listUnread'))
    const { docs } = (await response.json()) as { docs: { id: string }[] }
    return docs.map(({ id }) => id)
  }

  const draft = async () => {
    setIsBusy(true)
    try {
      const ids = await findAvailable()
      if (ids.length === 0) throw new Error(say('listNone', words))
      await post<RunSummary>('run', { mentees: ids })
      toast.success(say('listDone', { ...words, count: ids.length }))
      router.push(`${config.routes.admin}/matching`)
    } catch (error) {
      toast.error((error as Error).message)
      setIsBusy(false)
    }
  }

  return (
    <div
      aria-busy={isBusy}
      aria-label={say('matching')}
      className="matching__selected"
      role="region"
    >
      <p role="status">
        <strong>{say('listSelected', { ...words, count: selected })}</strong> {say('listAbout')}
      </p>
      <SmallButton buttonStyle="primary" disabled={isBusy} onClick={() => void draft()}>
        {isBusy ? say('listDrafting') : say(selected === 1 ? 'listDraftOne' : 'listDraftMany')}
      </SmallButton>
    </div>
  )
}
