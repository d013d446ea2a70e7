'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { speak } from '../languages/index.ts'

/** The way back for an email that could not be sent. */
export const SendAgain = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { act, isBusy } = useActions('mails')
  const [isSent, setIsSent] = useState(false)
  const say = speak(useTranslation().i18n)
  const canBeSent = ['failed', 'bounced'].includes(String(savedDocumentData?.status))
  if (!canBeSent || isSent) return null
  const send = async () =>
    setIsSent(await act<{ message: string }>(`${id}/send-again`, {}, ({ message }) => message))
  return (
    <Button disabled={isBusy} margin={false} onClick={() => void send()}>
      {say('sendAgain')}
    </Button>
  )
}
