'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Payload counts no drafts of what was never public, and then offers to take it off the site on a date, where somebody
 * wants to publish it: the one that is there counts.
 */
export const useDraftCount = (): void => {
  const { docConfig, hasPublishedDoc, id, setUnpublishedVersionCount, unpublishedVersionCount } =
    useDocumentInfo()
  const hasDrafts = Boolean(docConfig?.versions && docConfig.versions.drafts)
  const isUncounted = hasDrafts && id !== undefined && !hasPublishedDoc
  useEffect(() => {
    if (isUncounted && unpublishedVersionCount === 0) setUnpublishedVersionCount(1)
  }, [isUncounted, setUnpublishedVersionCount, unpublishedVersionCount])
}
