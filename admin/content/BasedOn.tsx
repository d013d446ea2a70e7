'use client'

import { Button, useConfig, useDocumentInfo, useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import './content.css'
import { useDraftCount } from './use-draft-count.ts'

/** What a colleague has saved meanwhile. */
type Theirs = { id: string; basedOn: string }

/**
 * Which state of the record the form shows: the server gives it with the words, and it goes back with a save. Shows
 * nothing until a save is refused because the record has moved on: then what has happened, and the way on.
 */
export const BasedOn = ({ path }: { path: string }) => {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { errorMessage, setValue, value } = useField<string | null>({ path })
  useDraftCount()
  const [told, setTold] = useState<{ message: string; value: string | null }>()
  const [theirs, setTheirs] = useState<Theirs>()

  // The next key takes the message off the field; what it says is still so.
  if (errorMessage && errorMessage !== told?.message) setTold({ message: errorMessage, value })
  useEffect(() => {
    if (!told || !collectionSlug || id === undefined) return
    let isCurrent = true
    void newestVersion(`${config.routes.api}/${collectionSlug}`, String(id)).then((version) => {
      if (isCurrent) setTheirs(version)
    })
    return () => {
      isCurrent = false
    }
  }, [collectionSlug, config.routes.api, id, told])

  if (!told || !collectionSlug || told.value !== value) return null
  const record = `${config.routes.admin}/collections/${collectionSlug}/${id}`
  return (
    <div className="stale" role="alert">
      <p>
        <strong>{told.message}</strong>
      </p>
      <p>
        See what they have changed, and put it into your words here. Or keep yours: theirs stays
        under “Versions”.
      </p>
      <div className="stale__ways">
        <Button
          buttonStyle="secondary"
          el="anchor"
          margin={false}
          newTab
          url={theirs ? `${record}/versions/${theirs.id}` : `${record}/versions`}
        >
          See what they have changed (opens in a new tab)
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={!theirs}
          margin={false}
          onClick={() => setValue(theirs!.basedOn)}
        >
          Keep mine, I’ll save it again
        </Button>
      </div>
    </div>
  )
}

const newestVersion = async (collection: string, id: string): Promise<Theirs | undefined> => {
  const query = new URLSearchParams({
    'where[parent][equals]': id,
    sort: '-updatedAt',
    limit: '1',
    depth: '0',
  })
  const answer = await fetch(`${collection}/versions?${query.toString()}`, {
    credentials: 'include',
  })
  if (!answer.ok) return undefined
  const { docs } = (await answer.json()) as {
    docs: { id: string; version: { basedOn: string } }[]
  }
  const [newest] = docs
  return newest && { id: newest.id, basedOn: newest.version.basedOn }
}
