'use client'

import { useActions } from '@mentoring/kit/use-actions'
import {
  Button,
  ConfirmationModal,
  useConfig,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { speak } from '../languages/index.ts'

const MODAL = 'put-back'

/** The way back to an earlier publication, and what is asked before. */
export const PutBack = ({ staysAsItIs }: { staysAsItIs?: string }) => {
  const { data, id } = useDocumentInfo()
  const { act, isBusy } = useActions('publications')
  const { openModal } = useModal()
  const { config } = useConfig()
  const router = useRouter()
  const say = speak(useTranslation().i18n)
  const { number, status } = (data ?? {}) as { number?: number; status?: string }
  if (status !== 'kept') return null
  const putBack = async () => {
    const isDone = await act<{ message: string }>(`${id}/put-back`, {}, ({ message }) => message)
    // There the first one is what was done now.
    if (isDone) router.push(`${config.routes.admin}/collections/publications`)
  }
  return (
    <>
      <Button disabled={isBusy} margin={false} onClick={() => openModal(MODAL)}>
        {say('putBack')}
      </Button>
      <ConfirmationModal
        body={
          <>
            <p>{say('putBackAbout')}</p>
            {staysAsItIs && <p>{staysAsItIs}</p>}
          </>
        }
        cancelLabel={say('cancel')}
        confirmingLabel={say('puttingBack')}
        confirmLabel={say('putBack')}
        heading={say('putBackHeading', { number: number ?? '' })}
        modalSlug={MODAL}
        onConfirm={putBack}
      />
    </>
  )
}
