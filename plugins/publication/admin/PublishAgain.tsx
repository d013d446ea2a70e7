'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { speak } from '../languages/index.ts'

/** A build takes about a second; this is when to look again, in milliseconds. */
const LOOK_AGAIN = 5000

/**
 * Builds the site again by hand, or goes on publishing after an earlier publication was put back.
 *
 * @param label what stands on the button of a build by hand. @default as going on is called
 */
export const PublishAgain = ({
  action,
  label,
}: {
  action: 'go-on' | 'publish'
  label?: string
}) => {
  const router = useRouter()
  const { act, isBusy } = useActions()
  const [isPublishing, setIsPublishing] = useState(false)
  const say = speak(useTranslation().i18n)
  const publish = async () => {
    const path = action === 'publish' ? 'publish' : 'publish/go-on'
    if (!(await act<{ message: string }>(path, {}, ({ message }) => message))) return
    setIsPublishing(true)
    setTimeout(() => {
      setIsPublishing(false)
      router.refresh()
    }, LOOK_AGAIN)
  }
  return (
    <Button disabled={isBusy || isPublishing} margin={false} onClick={() => void publish()}>
      {isBusy || isPublishing ? say('isBuilding') : (label ?? say('goOn'))}
    </Button>
  )
}
