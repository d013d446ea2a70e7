'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** A build of the site takes about a second; this is when to look again, in milliseconds. */
const LOOK_AGAIN = 5000

/** Builds the public site again after a failure. */
export const PublishAgain = () => {
  const router = useRouter()
  const { act, isBusy } = useActions()
  const [isPublishing, setIsPublishing] = useState(false)
  const publish = async () => {
    if (!(await act<{ message: string }>('publish', {}, ({ message }) => message))) return
    setIsPublishing(true)
    setTimeout(() => {
      setIsPublishing(false)
      router.refresh()
    }, LOOK_AGAIN)
  }
  return (
    <Button disabled={isBusy || isPublishing} margin={false} onClick={() => void publish()}>
      {isBusy || isPublishing ? 'Publishing…' : 'Publish again'}
    </Button>
  )
}
