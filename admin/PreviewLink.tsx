'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

type Made = { url: string; expiresAt: string }

/** Makes a link by which colleagues without an account can look at the draft, and ends those there are. */
export const PreviewLink = () => {
  const { collectionSlug: collection, id: document } = useDocumentInfo()
  const { act, isBusy } = useActions('preview')
  const [made, setMade] = useState<Made>()
  if (!document) return null
  const which = { collection, document }

  const make = () =>
    act('links', which, (answer: Made) => {
      setMade(answer)
      return 'The link is made. Copy it now: it is not shown again.'
    })
  const end = async () => {
    const isEnded = await act('end-links', which, () => 'All links to this draft have ended.')
    if (isEnded) setMade(undefined)
  }

  return (
    <div className="field-type preview-link">
      <p className="field-label">Show it to colleagues</p>
      <p className="field-description">
        A link shows this draft to people without an account, for 7 days, as it was last saved.
      </p>
      {made && (
        <input
          aria-label="Link to the draft"
          className="preview-link__address"
          onFocus={({ target }) => target.select()}
          readOnly
          value={made.url}
        />
      )}
      <div className="preview-link__buttons">
        <SmallButton disabled={isBusy} onClick={() => void make()}>
          Make a link
        </SmallButton>
        <SmallButton disabled={isBusy} onClick={() => void end()}>
          End all links
        </SmallButton>
      </div>
    </div>
  )
}
