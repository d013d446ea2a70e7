'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** A build of the site takes about a second; this is when to look again, in milliseconds. */
const LOOK_AGAIN = 5000

/** Builds the public site again after a failure. */
export const PublishAgain = () => {
  const router = useRouter()
  const { config } = useConfig()
  const [isBusy, setIsBusy] = useState(false)
  const publish = async () => {
    setIsBusy(true)
    const response = await fetch(`${config.serverURL ?? ''}${config.routes.api}/publish`, {
      method: 'POST',
      credentials: 'include',
    })
    const { message } = (await response.json()) as { message: string }
    if (response.ok) toast.success(message)
    else toast.error(message)
    setTimeout(() => {
      setIsBusy(false)
      router.refresh()
    }, LOOK_AGAIN)
  }
  return (
    <Button disabled={isBusy} margin={false} onClick={() => void publish()}>
      {isBusy ? 'Publishing…' : 'Publish again'}
    </Button>
  )
}
