'use client'

import { Banner, useConfig, useListQuery } from '@payloadcms/ui'
import { mergeListSearchAndWhere } from 'payload/shared'
import { useEffect, useState } from 'react'

/** What the API answers to what it refuses. */
type Refusal = { errors?: { message?: string }[] }

/**
 * Above a list with nobody in it: why, when that is because its filter or its order can’t be read.
 * Payload’s own list shows no rows then and says nothing, as if nobody fitted.
 */
export const UnreadableFilter = ({ collectionSlug }: { collectionSlug: string }) => {
  const { data, query } = useListQuery()
  const { config, getEntityConfig } = useConfig()
  const [refusal, setRefusal] = useState<{ of: string; sentence?: string }>()

  const asked = new URLSearchParams({ depth: '0', draft: 'true', limit: '1' })
  const where = mergeListSearchAndWhere({
    collectionConfig: getEntityConfig({ collectionSlug }),
    search: query.search ?? '',
    where: query.where ?? {},
  })
  asked.set('where', JSON.stringify(where))
  const sort = [query.sort ?? []].flat()
  if (sort.length > 0) asked.set('sort', sort.join(','))
  const address = `${config.serverURL ?? ''}${config.routes.api}/${collectionSlug}?${asked}`
  const isEmpty = data?.docs.length === 0

  useEffect(() => {
    if (!isEmpty) return
    let isStale = false
    const ask = async () => {
      const response = await fetch(address, { credentials: 'include' })
      const { errors } = response.status === 400 ? ((await response.json()) as Refusal) : {}
      if (!isStale) setRefusal({ of: address, sentence: errors?.[0]?.message })
    }
    // Without an answer the empty list stands as it is.
    ask().catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [address, isEmpty])

  if (!isEmpty || refusal?.of !== address || !refusal.sentence) return null
  return (
    <div role="status">
      <Banner type="error">
        {refusal.sentence} Nobody was looked for. Change the filter, or take it away.
      </Banner>
    </div>
  )
}
