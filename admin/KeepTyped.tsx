'use client'

import { useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Shows nothing. A form whose save was refused still has words that are not saved: it can be sent again, and whoever
 * leaves is asked. Payload knows that of drafts only.
 */
export const KeepTyped = () => {
  const { setModified } = useForm()
  const isRefused = useFormSubmitted()
  const isProcessing = useFormProcessing()
  useEffect(() => {
    if (isRefused && !isProcessing) setModified(true)
  }, [isProcessing, isRefused, setModified])
  return null
}
