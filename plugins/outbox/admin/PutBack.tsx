'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'

import { speak } from '../languages/index.ts'

/** Makes a draft of the words a message came with. What is typed and not saved is not thrown away for it. */
export const PutBack = () => {
  const { act, isBusy } = useActions('mail-words')
  const template = useFormFields(([fields]) => fields.name?.value)
  const isModified = useFormModified()
  const say = speak(useTranslation().i18n)
  const { incrementVersionCount, setUnpublishedVersionCount } = useDocumentInfo()
  const put = async () => {
    const isPut = await act<{ message: string }>('put-back', { template }, ({ message }) => message)
    if (!isPut) return
    // The fields come with the page that is read again; that there is something to publish does not.
    incrementVersionCount()
    setUnpublishedVersionCount((before) => before + 1)
  }
  return (
    <SmallButton disabled={isBusy || isModified} onClick={() => void put()}>
      {say('putBack')}
    </SmallButton>
  )
}
