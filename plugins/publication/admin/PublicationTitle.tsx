'use client'

import { useDocumentInfo, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

import { speak } from '../languages/index.ts'

/** Names the page of a publication by its number in words; Payload would show the number alone. */
export const PublicationTitle = () => {
  const { data } = useDocumentInfo()
  const { setDocumentTitle } = useDocumentTitle()
  const number = data?.number as number | undefined
  const say = speak(useTranslation().i18n)
  const title = number ? say('numbered', { number }) : undefined
  useEffect(() => {
    if (title) setDocumentTitle(title)
  }, [setDocumentTitle, title])
  return null
}
