'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** The way back for an email that could not be sent. */
export const SendAgain = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { config } = useConfig()
  const router = useRouter()
  const [isSent, setIsSent] = useState(false)
  const canBeSent = ['failed', 'bounced'].includes(String(savedDocumentData?.status))
  if (!canBeSent || isSent) return null
  const send = async () => {
    const response = await fetch(
      `${config.serverURL ?? ''}${config.routes.api}/mails/${id}/send-again`,
      { method: 'POST', credentials: 'include' },
    )
    const { message } = (await response.json()) as { message: string }
    if (response.ok) toast.success(message)
    else toast.error(message)
    setIsSent(response.ok)
    router.refresh()
  }
  return (
    <Button margin={false} onClick={() => void send()}>
      Send again
    </Button>
  )
}
